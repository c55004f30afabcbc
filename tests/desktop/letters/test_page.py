from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.jobs.jobs import Jobs
from desktop.letters.page import LettersPage
from models.casebook import Casebook
from models.views.filings import NewAddressee

PATIENCE = 60_000


@pytest.fixture
def page(show: Any, make: Any, jobs: Jobs, files: Any, qtbot: QtBot) -> LettersPage:
    make._casebook.letters.add_addressee(NewAddressee(office="Ministry of Justice"))
    case_id = make.case("Anna Example", "BY")
    made = show(LettersPage(make._casebook, jobs, files), 1084, 668)
    assert not made.desk.button.isEnabled()
    made.choose(case_id)
    qtbot.waitUntil(made.desk.button.isEnabled, timeout=PATIENCE)
    qtbot.waitUntil(lambda: made.addressee.count() == 2, timeout=PATIENCE)
    return made


def pick(page: LettersPage, template: str) -> None:
    page.template.choose(template)
    page.template.picked.emit(template)


def test_the_case_is_named(page: LettersPage):
    assert page._name.text().startswith("Anna Example · ")


def test_only_languages_that_exist_are_offered(page: LettersPage, casebook: Casebook):
    for template in ("authority", "prisoner"):
        pick(page, template)
        offered = tuple(page.language.itemData(at) for at in range(page.language.count()))
        assert offered == casebook.letters.languages(template)


def test_a_letter_to_a_prisoner_has_no_other_addressee(page: LettersPage):
    pick(page, "prisoner")
    assert not page.addressee.isEnabled()
    pick(page, "authority")
    assert page.addressee.isEnabled()


def test_a_letter_to_a_prisoner_is_made(
    page: LettersPage, files: Any, tmp_path: Path, qtbot: QtBot
):
    files.answer = tmp_path / "letter.pdf"
    pick(page, "prisoner")
    page.desk.button.click()
    qtbot.waitUntil(lambda: not page.desk.preview.blank, timeout=PATIENCE)
    assert files.answer.read_bytes().startswith(b"%PDF")
    assert files.suggested.name.endswith("-prisoner-en.pdf")
    assert "Anna" not in files.suggested.name
    assert "inside the country may be at risk" in page.desk.banner.accessibleName()


def test_without_consent_no_authority_reads_a_name(
    page: LettersPage, files: Any, tmp_path: Path, qtbot: QtBot
):
    files.answer = tmp_path / "letter.pdf"
    pick(page, "authority")
    page.desk.button.click()
    qtbot.waitUntil(lambda: page.desk.banner.told == "The PDF was not made.", timeout=PATIENCE)
    assert not files.answer.exists()
    assert "Anna" not in page.desk.banner.accessibleName()


def test_another_case_is_chosen_in_the_list(page: LettersPage, qtbot: QtBot):
    with qtbot.waitSignal(page.case_list_wanted, timeout=500):
        page._choose.click()
