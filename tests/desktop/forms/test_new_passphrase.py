from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.forms.new_passphrase import NewPassphrase
from desktop.jobs.jobs import Jobs

WORDS = "anchor lemon quiet window otter paper"


class Dealt:
    """Deals the words above and others by turns; long passphrases are enough."""

    def __init__(self) -> None:
        self.drawn = 0

    def draw(self, _language: str) -> str:
        self.drawn += 1
        return WORDS if self.drawn % 2 else "other words"

    def judge(self, passphrase: str) -> tuple[bool, str]:
        return len(passphrase) > 9, "It holds." if len(passphrase) > 9 else "Too short."


@pytest.fixture
def form(show: Any, jobs: Jobs, qtbot: QtBot) -> NewPassphrase:
    made = show(NewPassphrase(Dealt(), jobs), 420, 300)
    qtbot.waitUntil(lambda: made._words.text() == WORDS)
    return made


def test_drawn_words_are_ready_when_typed(form: NewPassphrase, qtbot: QtBot):
    qtbot.keyClicks(form.first, WORDS[:-1])
    assert not form.ready
    qtbot.keyClicks(form.first, WORDS[-1])
    assert form.ready
    assert form.take() == WORDS


def test_spaces_do_not_matter_in_drawn_words(form: NewPassphrase):
    form.first.setText(f" {WORDS.replace(' ', '  ')} ")
    assert form.ready
    assert form.take() == WORDS


def test_other_words_can_be_drawn(form: NewPassphrase, qtbot: QtBot):
    form._other.click()
    qtbot.waitUntil(lambda: form._words.text() == "other words")


def test_own_words_are_judged_and_repeated(form: NewPassphrase, qtbot: QtBot):
    form._switch.click()
    form.first.setText("short")
    qtbot.waitUntil(lambda: form._hint.text() == "Too short.")
    form.second.setText("short")
    assert not form.ready
    form.first.setText("long enough ")
    form.second.setText("long enough")
    qtbot.waitUntil(lambda: form._hint.text() == "The two are not the same.")
    assert not form.ready
    form.second.setText("long enough ")
    assert form.ready
    assert form.take() == "long enough "


def test_drawn_words_do_not_count_as_own_ones(form: NewPassphrase):
    form._switch.click()
    form.first.setText(WORDS)
    assert not form.ready
