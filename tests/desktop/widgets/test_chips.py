from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from desktop.widgets.chips import Chip, Chips


def test_the_first_chip_is_chosen(show: Any):
    chips = show(Chips({"": "All", "held": "Held"}), 300, 40)
    assert chips.value == ""


def test_a_click_chooses_and_tells(show: Any, qtbot: QtBot):
    chips = show(Chips({"": "All", "held": "Held"}), 300, 40)
    held = chips.findChildren(Chip)[1]
    with qtbot.waitSignal(chips.chosen) as told:
        qtbot.mouseClick(held, Qt.MouseButton.LeftButton)
    assert told.args == ["held"]
    assert chips.value == "held"


def test_readers_hear_radio_buttons(show: Any):
    chips = show(Chips({"": "All", "held": "Held"}), 300, 40)
    for chip in chips.findChildren(Chip):
        heard = QAccessible.queryAccessibleInterface(chip)
        assert heard.role() == QAccessible.Role.RadioButton
        assert heard.text(QAccessible.Text.Name) == chip.text()


def test_a_chip_is_never_narrower_than_its_word(show: Any):
    chip = Chip("Home confinement")
    assert chip.minimumSizeHint() == chip.sizeHint()
