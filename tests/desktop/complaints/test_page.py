from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.complaints.page import ComplaintsPage
from desktop.jobs.jobs import Jobs
from models.casebook import Casebook
from models.values.country import Country

PATIENCE = 60_000


@pytest.fixture
def page(show: Any, make: Any, jobs: Jobs, files: Any, qtbot: QtBot) -> ComplaintsPage:
    make.case("Anna Example", "BY")
    make.case("Zamira Example", "KG")
    made = show(ComplaintsPage(make._casebook, jobs, files), 1084, 668)
    qtbot.waitUntil(lambda: made.country.count() == 2, timeout=PATIENCE)
    return made


def test_states_with_cases_can_be_chosen(page: ComplaintsPage):
    assert [page.country.itemText(at) for at in range(2)] == ["Belarus", "Kyrgyzstan"]
    page.choose(Country("KG"))
    assert page.country.value == Country("KG")


def test_a_wish_that_comes_before_the_list_is_kept(
    show: Any, make: Any, jobs: Jobs, files: Any, qtbot: QtBot
):
    make.case("Anna Example", "BY")
    make.case("Zamira Example", "KG")
    page = show(ComplaintsPage(make._casebook, jobs, files), 1084, 668)
    page.choose(Country("KG"))
    qtbot.waitUntil(lambda: page.country.count() == 2, timeout=PATIENCE)
    assert page.country.value == Country("KG")


def test_an_empty_vault_has_nothing_to_complain_of(
    show: Any, casebook: Casebook, jobs: Jobs, files: Any, qtbot: QtBot
):
    page = show(ComplaintsPage(casebook, jobs, files), 1084, 668)
    qtbot.wait(200)
    assert not page.desk.button.isEnabled()


def test_the_complaint_is_made_and_says_who_is_left_out(
    page: ComplaintsPage, files: Any, tmp_path: Path, qtbot: QtBot
):
    files.answer = tmp_path / "complaint.pdf"
    page.desk.button.click()
    qtbot.waitUntil(lambda: not page.desk.preview.blank, timeout=PATIENCE)
    assert files.answer.read_bytes().startswith(b"%PDF")
    assert files.suggested.name == "complaint-BY-cfa.pdf"
    said = page.desk.banner.accessibleName()
    assert "1 case left out for want of consent: BY-" in said
    assert "Anna" not in said
