from pathlib import Path

import pytest

from models.errors import DamagedVaultError, NotAVaultError
from models.store.header_file import COPIES
from models.store.vault import Vault
from models.store.vault_folder import require_database, vault_folder, vault_info
from tests.models.store.conftest import PASSPHRASE


def test_facts_need_no_key_and_may_be_asked_of_an_open_vault(folder: Path):
    (folder / "attachments" / "name.1").write_bytes(bytes(300))
    with Vault.open(folder, PASSPHRASE) as opened:
        facts = vault_info(folder)
        assert facts.uid == opened.uid
    assert (facts.format, facts.generation, facts.demo) == (1, 1, False)
    assert facts.slot_kinds == ("passphrase", "recovery")
    assert facts.database_bytes == (folder / "record.db").stat().st_size
    assert (facts.attachment_files, facts.attachment_bytes) == (1, 300)
    assert facts.problems == ()


def test_facts_name_a_damaged_header(folder: Path):
    (folder / COPIES[0]).write_bytes(b"")
    assert COPIES[0] in vault_info(folder).problems[0]


def test_the_suffix_may_be_left_out():
    assert vault_folder(Path("a/b.c")) == Path("a/b.c.habeas")
    assert vault_folder(Path("a/b.habeas")) == Path("a/b.habeas")


def test_a_record_without_any_header_is_damage(folder: Path):
    for name in COPIES:
        (folder / name).unlink()
    with pytest.raises(DamagedVaultError, match="key files"):
        vault_info(folder)


def test_a_folder_of_others_is_no_vault_and_stays_untouched(tmp_path: Path):
    folder = tmp_path / "x.habeas"
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")
    with pytest.raises(NotAVaultError):
        Vault.open(folder, PASSPHRASE)
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("content", [None, b"", b"SQLite format 3\0" + bytes(4080)])
def test_a_file_that_would_open_as_something_else_is_refused(tmp_path: Path, content: bytes | None):
    if content is not None:
        (tmp_path / "record.db").write_bytes(content)
    with pytest.raises(NotAVaultError):
        require_database(tmp_path / "record.db")
