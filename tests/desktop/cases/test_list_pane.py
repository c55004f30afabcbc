from array import array
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.cases.list_pane import DEBOUNCE, ListPane
from desktop.cases.table import CaseTable
from models.values.country import Country


@pytest.fixture
def pane(show: Any) -> ListPane:
    return show(ListPane(CaseTable()), 376, 640)


def test_search_waits_until_typing_rests(pane: ListPane, qtbot: QtBot):
    asked: list[str] = []
    pane.wanted.connect(lambda: asked.append(pane.query))
    qtbot.keyClicks(pane.search, "yar")
    assert asked == []
    qtbot.wait(DEBOUNCE * 3)
    assert asked == ["yar"]


def test_filters_ask_at_once(pane: ListPane, qtbot: QtBot):
    with qtbot.waitSignal(pane.wanted, timeout=500):
        pane.custody.choose("held")
    assert pane.filtered
    pane.offer_countries((Country("KG"), Country("BY")))
    assert [pane.country.itemText(at) for at in range(3)] == [
        "All countries",
        "Belarus",
        "Kyrgyzstan",
    ]


def test_the_first_case_is_chosen_and_told(pane: ListPane, qtbot: QtBot):
    with qtbot.waitSignal(pane.case_chosen, timeout=500) as told:
        pane.show_ids(array("q", [7, 8]))
    assert told.args == [7]
    assert pane._count.text() == "2 cases"


def test_the_current_case_stays_current_in_a_new_list(pane: ListPane):
    pane.show_ids(array("q", [7, 8]))
    pane.select(8)
    pane.show_ids(array("q", [6, 7, 8]))
    assert pane.current == 8


def test_an_empty_vault_and_an_empty_answer_say_different_things(pane: ListPane):
    pane.show_ids(array("q"))
    assert pane._empty.isVisible()
    none_yet = pane._empty.text()
    pane.custody.choose("held")
    pane.show_ids(array("q"))
    assert pane._empty.text() != none_yet
    assert not pane.list.isVisible()


def test_a_case_is_shown_even_where_filters_hide_it(pane: ListPane, qtbot: QtBot):
    pane.show_ids(array("q", [7]))
    pane.custody.choose("held")
    pane.search.setText("x")
    with qtbot.waitSignal(pane.wanted, timeout=500):
        pane.reveal(9)
    assert not pane.filtered
    pane.show_ids(array("q", [7, 8, 9]))
    assert pane.current == 9


def test_ctrl_f_goes_to_the_search(pane: ListPane, qtbot: QtBot):
    pane.activateWindow()
    pane.list.setFocus()
    qtbot.keyClick(pane, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert pane.search.hasFocus()


def test_the_long_words_of_the_chips_fit(pane: ListPane):
    assert pane.custody.sizeHint().width() <= 280 - 32
