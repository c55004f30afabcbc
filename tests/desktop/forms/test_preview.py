from typing import Any

from desktop.forms.preview import Preview
from models.desk import PagePicture

RED = PagePicture(pages=2, width=21, height=30, rgb=b"\xff\x00\x00" * 21 * 30)


def test_a_blank_sheet_then_the_page(show: Any):
    preview = show(Preview(), 420, 600)
    assert preview.blank
    empty = preview.grab().toImage().pixelColor(210, 100)
    preview.show_page(RED, "First page of 2 pages")
    assert not preview.blank
    assert preview.grab().toImage().pixelColor(210, 300).name() == "#ff0000"
    assert preview.accessibleName() == "First page of 2 pages"
    preview.clear()
    assert preview.blank
    assert preview.grab().toImage().pixelColor(210, 100) == empty


def test_a_width_that_is_no_multiple_of_four_is_not_skewed(show: Any):
    # Qt takes rows to be padded to four bytes unless it is told how long they are.
    half = bytes(b"\xff\x00\x00" * 10 + b"\x00\x00\xff" * 11) * 30
    preview = show(Preview(), 420, 600)
    preview.show_page(PagePicture(pages=1, width=21, height=30, rgb=half), "x")
    drawn = preview.grab().toImage()
    for y in (60, 300, 540):
        assert drawn.pixelColor(60, y).name() == "#ff0000"
        assert drawn.pixelColor(360, y).name() == "#0000ff"


def test_the_sheet_keeps_its_shape(show: Any):
    wide = show(Preview(), 900, 300)
    wide.show_page(RED, "x")
    sheet = wide._sheet()
    assert abs(sheet.height() / sheet.width() - 30 / 21) < 0.02
    assert wide.rect().contains(sheet)
