import time
from array import array
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.cases.row_view import RowView
from desktop.cases.table import CaseTable
from desktop.theme.scheme import colour
from desktop.theme.tokens import ROW


@pytest.fixture
def view(show: Any) -> RowView:
    table = CaseTable()
    made = RowView()
    made.setModel(table)
    made.table = table
    return show(made, 376, 600)


def test_a_hundred_thousand_rows_are_there_at_once(view: RowView, app: QApplication):
    began = time.perf_counter()
    view.table.show(array("q", range(1, 100_001)))
    app.processEvents()
    assert time.perf_counter() - began < 0.3  # measured: 0.02; a list view took 0.4
    assert (
        view.verticalScrollBar().maximum() == 100_000 * view.rowHeight(0) - view.viewport().height()
    )


def test_rows_have_the_height_of_the_design(view: RowView):
    view.table.show(array("q", [1, 2]))
    assert view.rowHeight(0) >= ROW
    assert view.columnWidth(0) == view.viewport().width()


@pytest.mark.parametrize(
    ("key", "row"), [(Qt.Key.Key_End, 4), (Qt.Key.Key_Home, 0), (Qt.Key.Key_Down, 3)]
)
def test_keys_move_as_in_a_list(view: RowView, qtbot: QtBot, key: Qt.Key, row: int):
    view.table.show(array("q", range(1, 6)))
    view.setCurrentIndex(view.table.index(2))
    qtbot.keyClick(view, key)
    assert view.currentIndex().row() == row


def test_only_the_row_s_own_painter_shows_what_is_chosen(view: RowView):
    view.table.show(array("q", [1, 2]))
    view.setCurrentIndex(view.table.index(0))
    drawn = view.viewport().grab().toImage()
    assert drawn.pixelColor(2, 30) == colour("surface")
    assert drawn.pixelColor(200, 50) == colour("selection")


def test_keys_in_an_empty_list_do_nothing(view: RowView, qtbot: QtBot):
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert not view.currentIndex().isValid()


def test_readers_find_the_rows(view: RowView):
    view.table.show(array("q", range(1, 6)))
    heard = QAccessible.queryAccessibleInterface(view)
    assert heard.role() == QAccessible.Role.Table
    assert heard.childCount() >= 5
