from array import array
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.cases.vault_reads import VaultReads
from desktop.jobs.jobs import Jobs
from models.errors import UnknownRecordError
from models.values.country import Country


@pytest.fixture
def reads(rich: Any, jobs: Jobs) -> VaultReads:
    owner = QObject()
    made = VaultReads(rich.casebook, jobs, owner)
    made.owner = owner
    return made


def answer(job: Any, qtbot: QtBot):
    with qtbot.waitSignal(job.finished, timeout=5000) as told:
        pass
    return told.args[0]


def test_ids_rows_files_and_countries(reads: VaultReads, rich: Any, qtbot: QtBot):
    assert answer(reads.ids("prykladava", Country("BY"), "held"), qtbot) == array(
        "q", [rich.case_id]
    )
    assert answer(reads.ids("", None, "dead"), qtbot) == array("q")
    page = answer(reads.page(0, array("q", [rich.case_id])), qtbot)
    assert page.rows[0].name == "Hanna Prykladava"
    assert answer(reads.case(rich.case_id), qtbot).case.id == rich.case_id
    assert answer(reads.countries(), qtbot) == (Country("BY"),)


def test_a_case_that_is_gone_is_an_error(reads: VaultReads, qtbot: QtBot):
    with qtbot.waitSignal(reads.case(9999).failed, timeout=5000) as told:
        pass
    assert isinstance(told.args[0], UnknownRecordError)


def test_it_knows_what_is_on_its_way(reads: VaultReads, qtbot: QtBot):
    assert not reads.waiting
    job = reads.countries()
    assert reads.waiting
    qtbot.waitUntil(lambda: job.over, timeout=5000)
    assert not reads.waiting
