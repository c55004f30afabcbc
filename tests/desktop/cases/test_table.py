from array import array

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.cases.table import KEPT, PAGE, SUMMARY, CaseTable
from models.values.country import Country
from models.views.cases import CaseSummary, Standing


def row(case_id: int) -> CaseSummary:
    return CaseSummary(
        id=case_id,
        reference=f"BY-2022-{case_id:08}",
        name=f"Person {case_id}",
        country=Country("BY"),
        organisation="UW",
        office="",
        confirmed=False,
        standing=Standing(custody="held"),
        latest_on=None,
    )


@pytest.fixture
def table(app: QApplication) -> CaseTable:
    """A table that is answered at once, as a vault would."""
    made = CaseTable()
    made.asked = []

    def answer(page: int) -> None:
        made.asked.append(page)
        ids = made.ids_of(page)
        made.take(page, ids, [row(case_id) for case_id in ids])

    made.page_wanted.connect(answer, Qt.ConnectionType.QueuedConnection)
    return made


def read(table: CaseTable, at: int, qtbot: QtBot) -> CaseSummary:
    index = table.index(at)
    index.data(SUMMARY)
    qtbot.waitUntil(lambda: index.data(SUMMARY) is not None, timeout=2000)
    return index.data(SUMMARY)


def test_it_is_a_proper_item_model(table: CaseTable, qtbot: QtBot):
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.show(array("q", range(1, 300)))
    read(table, 0, qtbot)
    table.show(array("q", [7]))
    table.show(array("q"))
    assert table.rowCount() == 0


def test_a_hundred_thousand_cases_cost_a_number_each(table: CaseTable, qtbot: QtBot):
    table.show(array("q", range(1, 100_001)))
    assert table.rowCount() == 100_000
    assert table.asked == []
    assert read(table, 99_999, qtbot).id == 100_000
    assert table.asked == [99_999 // PAGE]


def test_a_page_is_asked_for_once(table: CaseTable, qtbot: QtBot):
    table.show(array("q", range(1, 1000)))
    for at in range(PAGE):
        assert table.index(at).data(SUMMARY) is None
    read(table, 0, qtbot)
    assert table.asked == [0]


def test_only_the_newest_pages_are_kept(table: CaseTable, qtbot: QtBot):
    table.show(array("q", range(1, PAGE * (KEPT + 3))))
    for page in range(KEPT + 2):
        read(table, page * PAGE, qtbot)
    assert len(table._pages) == KEPT
    assert 0 not in table._pages


def test_an_answer_for_an_older_list_is_dropped(table: CaseTable):
    table.show(array("q", [1, 2, 3]))
    old = table.ids_of(0)
    table.show(array("q", [4, 5, 6]))
    table.take(0, old, [row(1), row(2), row(3)])
    assert table._pages == {}


def test_a_case_that_is_gone_leaves_a_gap(table: CaseTable):
    table.show(array("q", [1, 2]))
    table.take(0, array("q", [1, 2]), [row(2)])
    assert table.index(0).data(SUMMARY) is None
    assert table.index(1).data(SUMMARY).id == 2


def test_rows_are_read_again_when_something_changed(table: CaseTable, qtbot: QtBot):
    table.show(array("q", [1, 2]))
    read(table, 0, qtbot)
    table.refresh()
    read(table, 0, qtbot)
    assert table.asked == [0, 0]


def test_cases_are_found_by_id(table: CaseTable):
    table.show(array("q", [5, 9]))
    assert table.row_of(9) == 1
    assert table.row_of(7) == -1
    assert table.case_id(0) == 5


def test_readers_hear_the_whole_row(table: CaseTable, qtbot: QtBot):
    table.show(array("q", [1]))
    read(table, 0, qtbot)
    heard = table.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Person 1" in heard
    assert "Held, undated" in heard
    assert "Belarus" in heard
