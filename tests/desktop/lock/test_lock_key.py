from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.lock.lock_key import LockKey

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def key(app: QApplication) -> Iterator[LockKey]:
    made = LockKey()
    made.begin(app)
    yield made
    app.removeEventFilter(made)


def test_ctrl_l_is_heard_in_a_window(key: LockKey, show: Any, qtbot: QtBot):
    window = show(QWidget(), 200, 100)
    with qtbot.waitSignal(key.pressed, timeout=1000):
        qtbot.keyClick(window, Qt.Key.Key_L, CTRL)


def test_ctrl_l_is_heard_in_a_dialog_on_top(key: LockKey, show: Any, qtbot: QtBot):
    dialog = QDialog(show(QWidget(), 200, 100))
    field = QLineEdit()
    QVBoxLayout(dialog).addWidget(field)
    dialog.setModal(True)
    show(dialog, 150, 80)
    with qtbot.waitSignal(key.pressed, timeout=1000):
        qtbot.keyClick(field, Qt.Key.Key_L, CTRL)
    assert field.text() == ""


@pytest.mark.parametrize(
    ("pressed", "held"),
    [
        (Qt.Key.Key_L, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_K, CTRL),
    ],
)
def test_other_keys_are_left_alone(key: LockKey, show: Any, qtbot: QtBot, pressed: Any, held: Any):
    with qtbot.assertNotEmitted(key.pressed):
        qtbot.keyClick(show(QLineEdit(), 200, 40), pressed, held)
