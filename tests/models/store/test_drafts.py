from pathlib import Path
from uuid import uuid4

import pytest

from models.errors import VaultError
from models.store.drafts import NAME, Drafts

KEY, UID = bytes(range(32)), uuid4()
WORDS = "Hanna was moved to another cell"


def drafts(folder: Path, key: bytes = KEY, *, read_only: bool = False, uid: object = UID) -> Drafts:
    return Drafts(folder, uid, lambda: bytearray(key), read_only=read_only)


def test_a_draft_is_there_for_the_next_process(tmp_path: Path):
    drafts(tmp_path).keep("note:1", WORDS)
    drafts(tmp_path).keep("note:2", "more")
    assert drafts(tmp_path).all() == {"note:1": WORDS, "note:2": "more"}


def test_without_keeping_there_is_none(tmp_path: Path):
    """The control of the one above."""
    drafts(tmp_path)
    assert drafts(tmp_path).all() == {}


@pytest.mark.parametrize("end", ["discard", "empty"])
def test_a_draft_ends(tmp_path: Path, end: str):
    kept = drafts(tmp_path)
    kept.keep("note:1", WORDS)
    if end == "discard":
        kept.discard("note:1")
    else:
        kept.keep("note:1", "")
    assert drafts(tmp_path).all() == {}


def test_discarding_what_is_not_there_writes_nothing(tmp_path: Path):
    drafts(tmp_path).discard("note:1")
    assert list(tmp_path.iterdir()) == []


def test_the_file_holds_no_word_and_is_the_owners(tmp_path: Path):
    drafts(tmp_path).keep("note:1", WORDS)
    (file,) = tmp_path.iterdir()
    assert b"Hanna" not in file.read_bytes()
    assert b"note" not in file.read_bytes()
    assert file.stat().st_mode & 0o777 == 0o600


def test_another_key_another_vault_and_a_changed_byte_open_nothing(tmp_path: Path):
    drafts(tmp_path).keep("note:1", WORDS)
    assert drafts(tmp_path, bytes(32)).all() == {}
    assert drafts(tmp_path, uid=uuid4()).all() == {}
    file = tmp_path / NAME
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    assert drafts(tmp_path).all() == {}


def test_a_read_only_vault_refuses_in_a_sentence(tmp_path: Path):
    with pytest.raises(VaultError, match="nothing can be written"):
        drafts(tmp_path, read_only=True).keep("note:1", WORDS)


def test_a_failing_disk_is_told_and_the_old_draft_stays(tmp_path: Path):
    kept = drafts(tmp_path / "vault")
    with pytest.raises(VaultError, match="space"):
        kept.keep("note:1", WORDS)  # the folder is not there
    (tmp_path / "vault").mkdir()
    kept.keep("note:1", WORDS)
    assert kept.all() == {"note:1": WORDS}
