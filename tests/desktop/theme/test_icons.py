import re
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

import desktop
import resources
from desktop.theme.icons import forget_icons, icon, picture

SOURCES = list(Path(desktop.__file__).parent.rglob("*.py"))
SHIPPED = {path.stem for path in resources.path("icons").glob("*.svg")}
WORDS = {word for path in SOURCES for word in re.findall(r'"([a-z-]+)"', path.read_text("utf-8"))}


def test_only_icons_in_use_are_shipped():
    assert set() == SHIPPED - WORDS


def test_icons_come_with_their_licence():
    assert "ISC License" in (resources.path("icons") / "LICENSE.txt").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_icons_take_the_colour_they_are_given(app: QApplication, name: str):
    drawn = picture(name, "#FF0000", 18, 2.0).toImage()
    pixels = [drawn.pixelColor(x, y) for x in range(36) for y in range(36)]
    solid = [pixel for pixel in pixels if pixel.alpha() > 250]
    assert solid
    assert all(pixel.red() > 250 and pixel.green() < 5 for pixel in solid)


def test_an_icon_has_a_colour_for_a_selected_row(app: QApplication):
    made = icon("lock", "#000000", selected="#0000FF", size=18)
    drawn = made.pixmap(18, 18, QIcon.Mode.Selected).toImage()
    blue = [
        drawn.pixelColor(x, y).blue()
        for x in range(drawn.width())
        for y in range(drawn.height())
        if drawn.pixelColor(x, y).alpha() > 250
    ]
    assert blue
    assert min(blue) > 250


def test_drawn_icons_are_kept_until_the_scheme_changes(app: QApplication):
    forget_icons()
    first = picture("lock", "#123456", 18, 1.0)
    assert picture("lock", "#123456", 18, 1.0) is first
    forget_icons()
    assert picture("lock", "#123456", 18, 1.0) is not first


def test_an_unknown_icon_is_an_error(app: QApplication):
    with pytest.raises(FileNotFoundError):
        picture("no-such-icon", "#000000", 18, 1.0)
