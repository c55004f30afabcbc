from functools import partial
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.jobs.jobs import Jobs
from desktop.settings.security import SecurityCard
from models.casebook import Casebook
from models.errors import WrongPassphraseError
from tests.conftest import CHEAP, PASSPHRASE

PATIENCE = 10_000


@pytest.fixture
def card(
    show: Any, casebook: Casebook, jobs: Jobs, phrases: Any, monkeypatch: pytest.MonkeyPatch
) -> SecurityCard:
    cheaply = partial(casebook.keys.change_passphrase, kdf=CHEAP)
    monkeypatch.setattr(casebook.keys, "change_passphrase", cheaply)
    return show(SecurityCard(casebook, jobs, phrases, 3), 500, 600)


def test_every_key_of_the_vault_is_listed(card: SecurityCard):
    lines = [label.text() for label in card.findChildren(QLabel)]
    assert [line.split(" · ")[0] for line in lines if " · " in line] == [
        "Passphrase",
        "Recovery code",
    ]


def test_the_idle_time_can_be_chosen(card: SecurityCard, qtbot: QtBot):
    assert card._idle.value == 3
    assert card._idle.count() == 15
    with qtbot.waitSignal(card.idle_chosen) as told:
        card._idle.setCurrentIndex(9)
        card._idle.activated.emit(9)
    assert told.args == [10]


def test_a_new_passphrase_opens_and_the_old_one_no_longer(
    card: SecurityCard, casebook: Casebook, qtbot: QtBot
):
    qtbot.waitUntil(lambda: card._secret._words.text() != "")
    assert not card._change.isEnabled()
    words = card._secret._words.text()
    card._secret.first.setText(words)
    card._change.click()
    qtbot.waitUntil(lambda: card.banner.told.startswith("The new"), timeout=PATIENCE)
    casebook.close()
    Casebook.open(casebook.folder, words).close()
    with pytest.raises(WrongPassphraseError):
        Casebook.open(casebook.folder, PASSPHRASE)
