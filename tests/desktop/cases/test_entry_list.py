from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.cases.entry import Entry
from desktop.cases.entry_list import EntryList

LONG = "A sentence that needs several lines when the view is narrow. " * 4


def entries(count: int = 3) -> list[Entry]:
    return [
        Entry(title=f"Line {at}", icon="lock", records=(), when="2022", body=LONG, marks=(1, 2))
        for at in range(count)
    ]


@pytest.fixture
def view(show: Any) -> EntryList:
    made = show(EntryList(), 600, 400)
    made.show_entries(entries())
    return made


def test_it_is_a_proper_item_model(app: QApplication):
    view = EntryList()
    QAbstractItemModelTester(view.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    view.show_entries(entries())
    view.show_entries([])


def test_a_click_and_enter_open_a_line(view: EntryList, qtbot: QtBot):
    where = view.visualRect(view.model().index(1)).center()
    with qtbot.waitSignal(view.opened, timeout=500) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert told.args[0].title == "Line 1"
    with qtbot.waitSignal(view.opened, timeout=500) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args[0].title == "Line 1"


def test_arrow_keys_pass_lines(view: EntryList, qtbot: QtBot):
    view.open_row(0)
    with qtbot.waitSignal(view.passed, timeout=500) as told:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert told.args[0].title == "Line 1"


def test_readers_hear_the_whole_line(view: EntryList):
    heard = view.model().index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == f"2022, Line 0, {LONG}, [1] [2]"


def test_a_narrow_view_gives_long_sentences_more_lines(view: EntryList, app: QApplication):
    wide = view.sizeHintForIndex(view.model().index(0)).height()
    view.resize(300, 400)
    app.processEvents()
    assert view.sizeHintForIndex(view.model().index(0)).height() > wide * 1.4
