"""A new data key: the copy holds the same, nothing of the old opens it, the old stays."""

import hashlib
import io
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any, Never

import pytest
from sqlalchemy import text

from models.casebook import Casebook
from models.crypto.kdf import CHEAP
from models.errors import DamagedVaultError, VaultError, WrongPassphraseError
from models.store import attachments, connection, renewing
from models.store.vault_folder import ATTACHMENTS, DATABASE

NEW_WORDS = "quite other words"
FILE = secrets.token_bytes(300_000)


@pytest.fixture
def full(casebook: Casebook, make: Any) -> Casebook:
    """A vault with a case, a file of several chunks, and an empty one."""
    make.detention(make.case("Anna Example"), place="Minsk")
    source = make.source()
    casebook.sources.attach(source, io.BytesIO(FILE), "scan.pdf")
    casebook.sources.attach(source, io.BytesIO(), "empty")
    return casebook


def renewed(casebook: Casebook, folder: Path) -> renewing.RenewedVault:
    return renewing.renew(casebook._vault, folder, NEW_WORDS, kdf=CHEAP)


def told(casebook: Casebook) -> list[Any]:
    return [casebook.cases.open_file(case) for case in casebook.cases.ids()]


def test_the_copy_holds_the_same_and_is_whole(full: Casebook, tmp_path: Path):
    made = renewed(full, tmp_path / "fresh")
    assert (made.folder, made.files) == (tmp_path / "fresh.habeas", 2)
    assert made.records > 10
    with Casebook.open(made.folder, NEW_WORDS) as fresh:
        assert told(fresh) == told(full)
        assert fresh.sources.read_attachment(1) == FILE
        assert fresh.sources.read_attachment(2) == b""
        assert fresh.health.check().findings == ()
        assert fresh.health.history_gives_the_record()
        fresh.health.rebuild_projections()
    Casebook.open_with_recovery(made.folder, made.code).close()


def test_nothing_of_the_old_vault_opens_the_new_one(full: Casebook, tmp_path: Path):
    made = renewed(full, tmp_path / "fresh")
    with pytest.raises(WrongPassphraseError):
        Casebook.open(made.folder, "a passphrase for tests")
    with pytest.raises(DamagedVaultError):
        connection.connect(made.folder / DATABASE, full._vault.copy_of_key())
    with Casebook.open(made.folder, NEW_WORDS) as fresh:
        keys = [secret_values(book) for book in (full, fresh)]
        assert keys[0].isdisjoint(keys[1])
        assert fresh._vault.uid != full._vault.uid


def secret_values(casebook: Casebook) -> set[Any]:
    with casebook._vault.engine.connect() as reading:
        key = "SELECT value FROM setting WHERE name = 'attachment_key'"
        seed = "SELECT signing_seed FROM device WHERE signing_seed IS NOT NULL"
        return {*reading.execute(text(key)).scalars(), *reading.execute(text(seed)).scalars()}


def test_no_byte_of_a_sealed_file_or_page_is_carried_over(full: Casebook, tmp_path: Path):
    made = renewed(full, tmp_path / "fresh")
    old, new = (blocks(folder) for folder in (full.folder, made.folder))
    assert len(old) > 100
    assert old.isdisjoint(new)
    assert blocks(full.folder) == old


def blocks(folder: Path) -> set[bytes]:
    """Return the hashes of all pages and of all kilobytes of sealed files."""
    files = [folder / DATABASE, *(folder / ATTACHMENTS).iterdir()]
    whole = [file.read_bytes() for file in files]
    return {
        hashlib.sha256(content[at : at + 1024]).digest()
        for content in whole
        for at in range(0, len(content), 1024)
    }


def test_the_copy_has_an_anchor_of_its_own(full: Casebook, tmp_path: Path):
    made = renewed(full, tmp_path / "fresh")
    assert (made.folder / "anchor").exists()
    with Casebook.open(made.folder, NEW_WORDS) as copy:
        assert copy.problems == ()


def test_it_is_said_what_remains(full: Casebook, tmp_path: Path):
    made = renewed(full, tmp_path / "fresh")
    assert "backup" in made.remains
    assert made.code not in repr(made)
    assert told(full)


def spoil_file(casebook: Casebook) -> None:
    part = max((casebook.folder / ATTACHMENTS).iterdir(), key=lambda path: path.stat().st_size)
    content = bytearray(part.read_bytes())
    content[150_000] ^= 1
    part.write_bytes(content)


def spoil_history(casebook: Casebook) -> None:
    with casebook._vault.engine.execution_options(write=True).begin() as writing:
        writing.execute(text("UPDATE change SET field = 'x' WHERE id = 3"))


@pytest.mark.parametrize("spoil", [spoil_file, spoil_history])
def test_a_damaged_vault_is_not_copied(
    full: Casebook, tmp_path: Path, spoil: Callable[[Casebook], None]
):
    spoil(full)
    with pytest.raises(DamagedVaultError):
        renewed(full, tmp_path / "fresh")
    assert [path.name for path in tmp_path.glob("fresh*")] == []


def test_a_full_disk_leaves_nothing(
    full: Casebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def no_space(*_: object) -> Never:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(attachments.Attachments, "_write_part", no_space)
    with pytest.raises(VaultError, match="space"):
        renewed(full, tmp_path / "fresh")
    assert [path.name for path in tmp_path.glob("fresh*")] == []


def test_a_name_that_is_taken_is_refused(full: Casebook, tmp_path: Path):
    (tmp_path / "fresh.habeas").mkdir()
    with pytest.raises(VaultError, match="another name"):
        renewed(full, tmp_path / "fresh")
