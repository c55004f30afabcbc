"""The area as a whole, on a real vault."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.cases.page import CasesPage
from desktop.jobs.autosave import Autosave
from desktop.jobs.jobs import Jobs
from desktop.navigation import Navigation
from models.errors import VaultError
from models.values.country import Country
from models.views.cases import NewCase
from models.views.people import NewPerson, NewPersonName

PATIENCE = 5000


@pytest.fixture
def navigation(app: QApplication) -> Navigation:
    return Navigation()


@pytest.fixture
def page(show: Any, rich: Any, jobs: Jobs, navigation: Navigation, qtbot: QtBot) -> CasesPage:
    rich.casebook.on_change(jobs.announce)
    jobs.use_interrupt(rich.casebook.interrupt)
    made = show(
        CasesPage(rich.casebook, jobs, navigation, Autosave(rich.casebook.drafts, jobs)), 1084, 668
    )
    qtbot.waitUntil(lambda: made.ready and made.shown == rich.case_id, timeout=PATIENCE)
    return made


def add(rich: Any, name: str, country: str) -> int:
    person = rich.casebook.people.add_person(NewPerson())
    rich.casebook.people.add_name(person, NewPersonName(full=name))
    return rich.casebook.cases.open_case(person, NewCase(country=Country(country)))


def names(page: CasesPage) -> list[str]:
    return [page._table.index(row).data() for row in range(page._table.rowCount())]


def test_the_first_case_is_shown(page: CasesPage):
    assert page.case._name.text() == "Hanna Prykladava"


def test_a_new_case_appears_by_itself(page: CasesPage, rich: Any, qtbot: QtBot):
    add(rich, "Zamira New", "KG")
    qtbot.waitUntil(lambda: page._table.rowCount() == 2, timeout=PATIENCE)
    qtbot.waitUntil(lambda: "Zamira New" in names(page), timeout=PATIENCE)
    assert page.pane.country.count() == 3
    assert page.shown == rich.case_id


def test_search_and_country_narrow_the_list(page: CasesPage, rich: Any, qtbot: QtBot):
    other = add(rich, "Zamira New", "KG")
    qtbot.waitUntil(lambda: page._table.rowCount() == 2, timeout=PATIENCE)
    page.pane.search.setText("zami")
    qtbot.waitUntil(lambda: page.shown == other, timeout=PATIENCE)
    page.pane.search.clear()
    qtbot.waitUntil(lambda: page._table.rowCount() == 2, timeout=PATIENCE)
    page.pane.country.choose(Country("BY"))
    page.pane.country.picked.emit(Country("BY"))
    qtbot.waitUntil(lambda: page.shown == rich.case_id, timeout=PATIENCE)


def test_a_search_without_an_answer_shows_no_case(page: CasesPage, qtbot: QtBot):
    page.pane.search.setText("nobody of that name")
    qtbot.waitUntil(lambda: page._table.rowCount() == 0, timeout=PATIENCE)
    assert page._detail.currentIndex() == 0


def test_documents_are_asked_of_the_other_areas(
    page: CasesPage, navigation: Navigation, qtbot: QtBot
):
    with qtbot.waitSignal(navigation.letter_wanted, timeout=500):
        page.case._letter.click()
    with qtbot.waitSignal(navigation.complaint_wanted, timeout=500):
        page.case._complaint.click()


def test_a_case_that_is_gone_says_so(page: CasesPage, qtbot: QtBot):
    page.pane.case_chosen.emit(9999)
    qtbot.waitUntil(lambda: bool(page.banner.told), timeout=PATIENCE)
    assert page.banner.isVisible()
    assert not page.case.isVisible()


def begin_note(page: CasesPage, qtbot: QtBot, text: str) -> None:
    page.case.show_tab(5)
    qtbot.keyClicks(page.case.notes.field, text)


def test_a_note_is_added_and_its_draft_ends(page: CasesPage, rich: Any, qtbot: QtBot):
    begin_note(page, qtbot, "Ask the lawyer")
    page._autosave.now()
    qtbot.keyClick(page.case.notes.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.case._bar.tabText(5) == "Notes  1", timeout=PATIENCE)
    assert page.case.entries.model().index(0).data() == "Ask the lawyer"
    assert page.case.notes.text == ""
    page._autosave.now()
    assert rich.casebook.drafts.all() == {}


def test_a_note_begun_comes_back_with_its_case(page: CasesPage, rich: Any, qtbot: QtBot):
    begin_note(page, qtbot, "Ask the")
    other = add(rich, "Another", "GE")
    page.show_case(other)
    qtbot.waitUntil(lambda: page.shown == other, timeout=PATIENCE)
    assert page.case.notes.text == ""
    page.show_case(rich.case_id)
    qtbot.waitUntil(lambda: page.shown == rich.case_id, timeout=PATIENCE)
    assert page.case.notes.text == "Ask the"
    assert page.case._bar.tabText(5) == "Notes  0 and a draft"


def test_a_note_that_cannot_be_saved_stays(
    page: CasesPage, rich: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    def fail(*_: Any) -> None:
        raise VaultError("The disk is full.")

    monkeypatch.setattr(rich.casebook.notes, "add_note", fail)
    begin_note(page, qtbot, "Ask the lawyer")
    page.case.notes._add.click()
    qtbot.waitUntil(lambda: page.case.notes.banner.told == "The disk is full.", timeout=PATIENCE)
    assert page.case.notes.text == "Ask the lawyer"
