from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.cases.case_page import CasePage
from models.values.country import Country


@pytest.fixture
def page(show: Any, rich: Any) -> CasePage:
    made = show(CasePage(), 708, 668)
    made.show_file(rich.file())
    return made


def test_it_names_the_person_and_the_state(page: CasePage):
    assert page._name.text() == "Hanna Prykladava"
    assert page._badge.accessibleName() == "Held"


def test_tabs_count_their_lines(page: CasePage):
    said = [page._bar.tabText(at) for at in range(6)]
    assert said == [
        "Timeline  9",
        "Charges  2",
        "Detentions  1",
        "People  4",
        "Sources  2",
        "Notes  0",
    ]


@pytest.mark.parametrize(("tab", "first"), [(1, "organising strikes"), (4, "First paper")])
def test_a_tab_turns_the_lines(page: CasePage, tab: int, first: str):
    page.show_tab(tab)
    assert page.entries.model().index(0).data() == first
    assert page.entries.accessibleName() == ["", "Charges", "", "", "Sources"][tab]


def test_a_line_opens_its_evidence_and_arrows_move_it(page: CasePage, qtbot: QtBot):
    assert page.evidence.isHidden()
    page.open_first()
    assert page.evidence.isVisible()
    title = page.evidence._title.text()
    qtbot.keyClick(page.entries, Qt.Key.Key_Down)
    assert page.evidence._title.text() != title
    quoted = [label.text() for label in page.evidence.findChildren(QLabel)]
    assert "“was detained at home”" in quoted


def test_arrows_alone_open_nothing(page: CasePage, qtbot: QtBot):
    page.entries.setFocus()
    qtbot.keyClick(page.entries, Qt.Key.Key_Down)
    assert page.evidence.isHidden()


def test_closing_the_evidence_gives_the_lines_the_focus(page: CasePage, qtbot: QtBot):
    page.activateWindow()
    page.open_first()
    page.evidence._area.setFocus()
    qtbot.keyClick(page.evidence._area, Qt.Key.Key_Escape)
    assert page.entries.hasFocus()


def test_documents_are_asked_for(page: CasePage, rich: Any, qtbot: QtBot):
    with qtbot.waitSignal(page.complaint_wanted, timeout=500) as told:
        qtbot.mouseClick(page._complaint, Qt.MouseButton.LeftButton)
    assert told.args == [Country("BY")]
    with qtbot.waitSignal(page.letter_wanted, timeout=500) as told:
        qtbot.mouseClick(page._letter, Qt.MouseButton.LeftButton)
    assert told.args == [rich.case_id]


def test_the_chosen_tab_stays_for_the_next_case(page: CasePage, rich: Any):
    page.show_tab(4)
    page.show_file(rich.file())
    assert page._bar.currentIndex() == 4
    assert page.entries.model().rowCount() == 2
