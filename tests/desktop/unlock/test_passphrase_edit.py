from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from desktop.unlock.passphrase_edit import PassphraseEdit


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
