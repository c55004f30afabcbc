"""K8: what is typed and not yet saved is there after a lock, and after a kill two seconds later."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.jobs.autosave import EVERY_MILLISECONDS, Autosave
from desktop.jobs.jobs import Jobs
from models.casebook import Casebook
from models.errors import VaultError
from tests.conftest import PASSPHRASE

WORDS = "Hanna was moved to another cell"


@pytest.fixture
def autosave(casebook: Casebook, jobs: Jobs) -> Autosave:
    return Autosave(casebook.drafts, jobs)


def reopened(casebook: Casebook) -> dict[str, str]:
    """What the next process finds."""
    casebook.close()
    with Casebook.open(casebook.folder, PASSPHRASE) as again:
        return again.drafts.all()


def test_two_seconds_after_typing_it_is_kept(autosave: Autosave, casebook: Casebook, qtbot: QtBot):
    assert EVERY_MILLISECONDS <= 2_000
    autosave.note("note:1", WORDS)
    qtbot.waitUntil(lambda: "note:1" in casebook.drafts.all(), timeout=EVERY_MILLISECONDS + 1_000)
    assert reopened(casebook) == {"note:1": WORDS}


def test_before_a_lock_it_is_kept_at_once(autosave: Autosave, casebook: Casebook):
    autosave.note("note:1", WORDS)
    autosave.now()
    assert reopened(casebook) == {"note:1": WORDS}


def test_without_the_keeping_it_is_gone(autosave: Autosave, casebook: Casebook):
    """The control: typed, and locked at once, with no keeping before."""
    autosave.note("note:1", WORDS)
    assert reopened(casebook) == {}


def test_who_types_on_is_kept_all_the_same(autosave: Autosave, qtbot: QtBot):
    autosave.note("note:1", "a")
    before = autosave._timer.remainingTime()
    qtbot.wait(50)
    autosave.note("note:1", "ab")
    assert autosave._timer.remainingTime() < before


def test_the_editor_finds_its_draft_again(autosave: Autosave, casebook: Casebook):
    casebook.drafts.keep("note:1", "before")
    assert autosave.draft("note:1") == "before"
    autosave.note("note:1", "now")
    assert autosave.draft("note:1") == "now"
    assert autosave.draft("note:2") == ""


def test_what_was_saved_is_no_draft(autosave: Autosave, casebook: Casebook):
    autosave.note("note:1", WORDS)
    autosave.now()
    autosave.note("note:1", "")
    autosave.now()
    assert reopened(casebook) == {}


def test_a_failing_disk_is_told(
    casebook: Casebook, jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    def fail(*_: Any) -> None:
        raise VaultError("no space")

    monkeypatch.setattr(casebook.drafts, "keep", fail)
    autosave = Autosave(casebook.drafts, jobs)
    autosave.note("note:1", WORDS)
    with qtbot.waitSignal(autosave.failed, timeout=2_000):
        autosave._keep_beside()
