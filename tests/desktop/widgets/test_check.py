from typing import Any

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.theme.scheme import colour
from desktop.widgets.check import Check


def test_a_click_on_the_sentence_counts(show: Any, qtbot: QtBot):
    check = show(Check("Fill it with examples"), 260, 34)
    qtbot.mouseClick(check, Qt.MouseButton.LeftButton, pos=QPoint(150, 17))
    assert check.isChecked()


def test_the_box_shows_whether_it_is_ticked(show: Any):
    check = show(Check("Fill it"), 160, 34)
    off = check.grab().toImage()
    check.setChecked(True)
    on = check.grab().toImage()
    filled = [on.pixelColor(x, y) == colour("accent") for x in range(3, 17) for y in range(10, 24)]
    assert sum(filled) > 50
    assert not any(
        off.pixelColor(x, y) == colour("accent") for x in range(5, 15) for y in range(12, 22)
    )
