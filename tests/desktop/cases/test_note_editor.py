from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.cases.note_editor import NoteEditor

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(show: Any) -> NoteEditor:
    return show(NoteEditor(), 600, 200)


def test_every_change_is_told(editor: NoteEditor, qtbot: QtBot):
    told: list[str] = []
    editor.typed.connect(told.append)
    qtbot.keyClicks(editor.field, "ab")
    assert told == ["a", "ab"]


def test_what_is_put_there_is_not(editor: NoteEditor, qtbot: QtBot):
    with qtbot.assertNotEmitted(editor.typed):
        editor.show_text("before")
    assert editor.text == "before"
    assert editor._add.isEnabled()


def test_ctrl_enter_and_the_button_add(editor: NoteEditor, qtbot: QtBot):
    editor.show_text("  words \n")
    for act in (
        lambda: qtbot.keyClick(editor.field, Qt.Key.Key_Return, CTRL),
        editor._add.click,
    ):
        with qtbot.waitSignal(editor.wanted, timeout=100) as told:
            act()
        assert told.args == ["words"]


def test_blank_lines_are_no_note(editor: NoteEditor, qtbot: QtBot):
    editor.show_text(" \n ")
    assert not editor._add.isEnabled()
    with qtbot.assertNotEmitted(editor.wanted):
        qtbot.keyClick(editor.field, Qt.Key.Key_Return, CTRL)


def test_tab_leaves_the_field(editor: NoteEditor):
    assert editor.field.tabChangesFocus()
