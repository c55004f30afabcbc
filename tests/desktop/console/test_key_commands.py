"""keys: what opens a vault is listed and changed at the command line."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from models.casebook import Casebook, new_office_key
from models.crypto.kdf import CHEAP
from models.errors import WrongPassphraseError
from models.store import keys, renewing

Call = Callable[..., Any]
OFFICE = new_office_key()


@pytest.fixture
def own(vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A vault that may be changed, with a new passphrase in a file beside it."""
    monkeypatch.setattr(keys, "calibrate", lambda: CHEAP)
    (tmp_path / "new").write_text("quite other words\n", encoding="utf-8")
    return Path(shutil.copytree(vault, tmp_path / "own.habeas"))


def listed(answer: Any) -> list[list[str]]:
    assert answer.status == 0, answer.err
    return [line.split("\t") for line in answer.out.splitlines() if line.count("\t") == 3]


def test_keys_are_listed(habeas: Call, own: Path):
    passphrase, recovery = listed(habeas("keys", own))
    assert passphrase[1:3] == ["Passphrase", ""]
    assert recovery[1] == "Recovery code"
    assert len(recovery[0]) == 8


def test_a_passphrase_is_added_changed_and_removed(habeas: Call, own: Path, tmp_path: Path):
    new = ("--new-passphrase-file", tmp_path / "new")
    *_, added = listed(habeas("keys", own, "add", "passphrase", *new))
    Casebook.open(own, "quite other words").close()
    (tmp_path / "new").write_text("third words", encoding="utf-8")
    *_, changed = listed(habeas("keys", own, "change", added[0], *new))
    Casebook.open(own, "third words").close()
    assert len(listed(habeas("keys", own, "remove", changed[0]))) == 2
    with pytest.raises(WrongPassphraseError):
        Casebook.open(own, "third words")


def test_a_key_file_is_warned_of_and_opens(habeas: Call, own: Path, tmp_path: Path):
    words = ("keys", own, "add", "key-file", tmp_path / "key")
    answer = habeas(*words, "--new-passphrase-file", tmp_path / "new")
    assert "same disk" in answer.out
    opened = ("--passphrase-file", tmp_path / "new", "--key-file", tmp_path / "key")
    assert habeas("list", own, *opened).status == 0
    assert habeas("list", own, "--passphrase-file", tmp_path / "new").status == 1


def test_the_office_and_a_new_recovery_code(habeas: Call, own: Path):
    *_, office = listed(habeas("keys", own, "add", "office", OFFICE.public))
    assert office[1:3] == ["Key of the office", OFFICE.public[-8:]]
    Casebook.open_with_office_key(own, OFFICE.private).close()
    answer = habeas("keys", own, "recovery")
    Casebook.open_with_recovery(own, answer.out.splitlines()[1].strip()).close()


@pytest.mark.parametrize(
    "words",
    [
        ("add",),
        ("add", "magic"),
        ("add", "office"),
        ("add", "office", "age1nobody"),
        ("add", "passphrase"),
        ("remove",),
        ("remove", "zz"),
        ("remove", ""),
        ("list", "more"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(habeas: Call, own: Path, words: tuple[str, ...]):
    answer = habeas("keys", own, *words)
    assert answer.status == 1
    assert answer.err.count("\n") == 1
    assert len(listed(habeas("keys", own))) == 2


def test_an_unknown_act_is_wrong_usage(habeas: Call, own: Path):
    assert habeas("keys", own, "eat").status == 2


def test_the_last_passphrase_stays(habeas: Call, own: Path):
    passphrase, _ = listed(habeas("keys", own))
    answer = habeas("keys", own, "remove", passphrase[0])
    assert (answer.status, "last passphrase" in answer.err) == (1, True)


def test_after_a_leak_the_vault_is_copied_under_a_new_key(
    habeas: Call, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(renewing, "calibrate", lambda: CHEAP)
    new = ("--new-passphrase-file", tmp_path / "new")
    answer = habeas("keys", own, "renew", tmp_path / "fresh", *new)
    assert answer.status == 0, answer.err
    assert "still open with the old keys" in answer.out
    Casebook.open_with_recovery(tmp_path / "fresh", answer.out.splitlines()[2].strip()).close()
    Casebook.open(tmp_path / "fresh", "quite other words").close()
