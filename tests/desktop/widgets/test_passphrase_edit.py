from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from desktop.widgets.passphrase_edit import PassphraseEdit

NONE = Qt.KeyboardModifier.NoModifier


def test_what_is_typed_is_hidden_until_the_eye_is_pressed(show: Any, qtbot: QtBot):
    edit = show(PassphraseEdit("Passphrase"), 300, 40)
    qtbot.keyClicks(edit, "abc")
    assert edit.displayText() == "●●●"
    eye = edit.findChild(QToolButton)
    qtbot.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert edit.echoMode() is QLineEdit.EchoMode.Normal


def test_taking_empties_and_hides(show: Any, qtbot: QtBot):
    edit = show(PassphraseEdit("Passphrase"), 300, 40)
    qtbot.keyClicks(edit, "abc")
    qtbot.mouseClick(edit.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert edit.take() == "abc"
    assert edit.text() == ""
    assert edit.echoMode() is QLineEdit.EchoMode.Password


def test_no_word_lists_learn_it(show: Any):
    hints = show(PassphraseEdit("Passphrase"), 300, 40).inputMethodHints()
    assert hints & Qt.InputMethodHint.ImhSensitiveData
    assert hints & Qt.InputMethodHint.ImhNoPredictiveText


def test_caps_lock_and_the_alphabet_are_told(show: Any, qtbot: QtBot):
    edit = show(PassphraseEdit("Passphrase"), 300, 40)
    told: list[str] = []
    edit.keyboard_told.connect(told.append)
    # The helper of the tests would add the Shift that Caps Lock spares the user.
    QTest.keyClick(edit, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    assert told[-1] == "Latin letters"
    edit.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_B, NONE, "B"))
    assert told[-1] == "Caps Lock is on. Latin letters"
    edit.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_C, NONE, "я"))
    assert told[-1] == "Cyrillic letters"
    edit.take()
    assert told[-1] == ""
