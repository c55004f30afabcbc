from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.jobs.jobs import Jobs
from desktop.settings.backups import BackupCard
from models.casebook import Casebook

PATIENCE = 20_000


@pytest.fixture
def card(show: Any, casebook: Casebook, jobs: Jobs, files: Any, qtbot: QtBot) -> BackupCard:
    made = show(BackupCard(casebook, jobs, files), 500, 400)
    qtbot.waitUntil(lambda: made._age.text() != "", timeout=PATIENCE)
    return made


def test_without_a_backup_it_says_so(card: BackupCard):
    assert card._age.text() == "No backup was made yet."


def test_a_backup_is_made_where_asked_and_told(
    card: BackupCard, files: Any, tmp_path: Path, qtbot: QtBot
):
    files.answer = tmp_path / "stick"
    files.answer.mkdir()
    with qtbot.waitSignal(card.age_told, timeout=PATIENCE) as told:
        card._make.click()
    assert told.args == [0]
    assert card.banner.told == "Backed up and proven."
    assert card._age.text().startswith("The last backup is 0 days old.")
    assert list(files.answer.iterdir())


def test_a_folder_that_is_gone_is_told(card: BackupCard, tmp_path: Path, qtbot: QtBot):
    card.back_up(tmp_path / "nowhere")
    qtbot.waitUntil(lambda: card.banner.told != "", timeout=PATIENCE)
    qtbot.waitUntil(card._make.isEnabled, timeout=PATIENCE)
