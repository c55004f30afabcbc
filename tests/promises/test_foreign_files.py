"""G2: empty, cut, swapped, foreign and newer files give a sentence, never a new vault."""

import hashlib
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from models.crypto.slots import new_data_key
from models.errors import DamagedVaultError, NewerVaultError, NotAVaultError, VaultError
from models.store.header_file import COPIES
from models.store.vault import Vault
from models.store.vault_folder import DATABASE
from tests.promises import vaults

ONE, TWO = COPIES
REFUSED = (NotAVaultError, DamagedVaultError)


@dataclass(frozen=True, slots=True)
class Vaults:
    """The vault that is spoiled, and another one that lends its files."""

    folder: Path
    other: Path

    def put(self, name: str, content: bytes) -> None:
        (self.folder / name).write_bytes(content)

    def put_header(self, content: bytes) -> None:
        for name in COPIES:
            self.put(name, content)

    def take(self, name: str) -> None:
        shutil.copy(self.other / name, self.folder / name)

    def cut(self, name: str, length: int) -> None:
        """Cut to ``length`` bytes; a negative one counts from the end."""
        whole = (self.folder / name).stat().st_size
        os.truncate(self.folder / name, length if length >= 0 else whole + length)

    def remove(self, *names: str) -> None:
        for name in names:
            (self.folder / name).unlink()


Spoil = Callable[[Vaults], object]


def plaintext(given: Vaults) -> None:
    """Put an unencrypted database with our own tables in the record's place."""
    given.remove(DATABASE)
    unlocked = dbapi2.connect(given.folder / DATABASE)
    unlocked.execute("CREATE TABLE alembic_version (version_num TEXT)")
    unlocked.commit()
    unlocked.close()


def other_key(given: Vaults) -> None:
    """Put a database of SQLCipher under another key in the record's place."""
    given.remove(DATABASE)
    locked = dbapi2.connect(given.folder / DATABASE)
    locked.set_key(bytearray(b"x'" + new_data_key().hex().encode() + b"'"))
    locked.execute("CREATE TABLE thing (id INTEGER)")
    locked.commit()
    locked.close()


def swapped_pages(given: Vaults) -> None:
    content = (given.folder / DATABASE).read_bytes()
    one, two = content[4096:8192], content[8192:12288]
    given.put(DATABASE, content[:4096] + two + one + content[12288:])


def newer_header(given: Vaults) -> bytes:
    start, body = b"habeas-header 2 ", b"whatever comes next"
    return start + hashlib.sha256(start + body).hexdigest().encode() + b"\n" + body


def as_sql(statement: str) -> Spoil:
    def run(given: Vaults) -> None:
        with (
            Vault.open(given.folder, vaults.PASSPHRASE) as vault,
            vault.engine.execution_options(write=True).begin() as connection,
        ):
            connection.exec_driver_sql(statement)

    return run


def folder_instead(name: str) -> Spoil:
    def run(given: Vaults) -> None:
        given.remove(name)
        (given.folder / name).mkdir()

    return run


PDF, ZIP, NOISE = b"%PDF-1.7\n" * 900, b"PK\x03\x04" * 900, os.urandom(40_960)

FOREIGN: dict[str, tuple[Spoil, type[VaultError] | tuple[type[VaultError], ...]]] = {
    "no folder": (lambda given: shutil.rmtree(given.folder), NotAVaultError),
    "an empty folder": (
        lambda given: [shutil.rmtree(given.folder), given.folder.mkdir()],
        NotAVaultError,
    ),
    "a file, no folder": (
        lambda given: [shutil.rmtree(given.folder), given.folder.write_bytes(PDF)],
        NotAVaultError,
    ),
    "record missing": (lambda given: given.remove(DATABASE), NotAVaultError),
    "record empty": (lambda given: given.put(DATABASE, b""), NotAVaultError),
    "record a folder": (folder_instead(DATABASE), VaultError),
    "record of one byte": (lambda given: given.put(DATABASE, b"x"), REFUSED),
    "record of zeros": (lambda given: given.put(DATABASE, bytes(40_960)), REFUSED),
    "record of noise": (lambda given: given.put(DATABASE, NOISE), REFUSED),
    "record a PDF": (lambda given: given.put(DATABASE, PDF), REFUSED),
    "record a zip": (lambda given: given.put(DATABASE, ZIP), REFUSED),
    "record plaintext": (plaintext, NotAVaultError),
    "record only a plaintext head": (
        lambda given: given.put(DATABASE, b"SQLite format 3\0"),
        NotAVaultError,
    ),
    "record under another key": (other_key, DamagedVaultError),
    "record of another vault": (lambda given: given.take(DATABASE), DamagedVaultError),
    "record cut to 100 bytes": (lambda given: given.cut(DATABASE, 100), DamagedVaultError),
    "record cut to 1023 bytes": (lambda given: given.cut(DATABASE, 1023), DamagedVaultError),
    "record cut to a page": (lambda given: given.cut(DATABASE, 4096), DamagedVaultError),
    "record cut in its middle": (lambda given: given.cut(DATABASE, 200_000), DamagedVaultError),
    "record without its last page": (lambda given: given.cut(DATABASE, -4096), DamagedVaultError),
    "record without its last byte": (lambda given: given.cut(DATABASE, -1), DamagedVaultError),
    "record with swapped pages": (swapped_pages, DamagedVaultError),
    "record of another program": (as_sql("PRAGMA application_id=7"), DamagedVaultError),
    "record never finished": (as_sql("DROP TABLE alembic_version"), DamagedVaultError),
    "record of no version": (as_sql("DELETE FROM alembic_version"), DamagedVaultError),
    "record of a newer Habeas": (
        as_sql("UPDATE alembic_version SET version_num = '9999'"),
        NewerVaultError,
    ),
    "record newer than the header": (as_sql("PRAGMA user_version=99"), DamagedVaultError),
    "no header": (lambda given: given.remove(*COPIES), DamagedVaultError),
    "nothing but a lock": (lambda given: given.remove(DATABASE, *COPIES), NotAVaultError),
    "header empty": (lambda given: given.put_header(b""), REFUSED),
    "header a PDF": (lambda given: given.put_header(PDF), NotAVaultError),
    "header of noise": (lambda given: given.put_header(NOISE), NotAVaultError),
    "header plaintext SQLite": (
        lambda given: given.put_header(b"SQLite format 3\0"),
        NotAVaultError,
    ),
    "header cut": (
        lambda given: [given.cut(ONE, 300), given.cut(TWO, 300)],
        DamagedVaultError,
    ),
    "header of a newer Habeas": (
        lambda given: given.put_header(newer_header(given)),
        NewerVaultError,
    ),
    "one header of a newer Habeas": (
        lambda given: given.put(TWO, newer_header(given)),
        NewerVaultError,
    ),
    "header of another vault": (
        lambda given: [given.take(ONE), given.take(TWO)],
        DamagedVaultError,
    ),
    "one header of another vault": (lambda given: given.take(TWO), DamagedVaultError),
    "record in the header's place": (
        lambda given: given.put_header((given.folder / DATABASE).read_bytes()),
        NotAVaultError,
    ),
    "header in the record's place": (
        lambda given: given.put(DATABASE, (given.folder / ONE).read_bytes()),
        REFUSED,
    ),
}


@pytest.fixture(scope="module")
def lenders(tmp_path_factory: pytest.TempPathFactory) -> Vaults:
    made = tmp_path_factory.mktemp("made")
    return Vaults(vaults.make(made / "a", text_bytes=9000), vaults.make(made / "b"))


@pytest.fixture
def given(lenders: Vaults, tmp_path: Path) -> Vaults:
    return Vaults(vaults.copy(lenders.folder, tmp_path / "v.habeas"), lenders.other)


def content_of(folder: Path) -> dict[str, bytes]:
    """Return all files but the lock and SQLite's empty journal, which any look may leave."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in {"lock", f"{DATABASE}-journal"}
    }


def open_whole(folder: Path) -> None:
    Vault.open(folder, vaults.PASSPHRASE).close()
    vaults.check_pages(folder)


def test_the_table_is_long_enough_and_a_whole_vault_opens(given: Vaults) -> None:
    assert len(FOREIGN) >= 40
    open_whole(given.folder)


@pytest.mark.parametrize("name", FOREIGN)
def test_g2_a_foreign_file_is_refused_and_stays_as_it_is(given: Vaults, name: str) -> None:
    spoil, expected = FOREIGN[name]
    spoil(given)
    before = content_of(given.folder)
    with pytest.raises(expected) as caught:
        open_whole(given.folder)
    assert str(caught.value).endswith((".", "?"))
    assert "sqlite" not in str(caught.value).lower()
    assert content_of(given.folder) == before


@pytest.mark.parametrize("name", ["record empty", "record missing"])
def test_g2_control_the_bare_library_makes_a_new_vault_of_it(given: Vaults, name: str) -> None:
    FOREIGN[name][0](given)
    bare = dbapi2.connect(given.folder / DATABASE)
    bare.set_key(bytearray(b"x'" + new_data_key().hex().encode() + b"'"))
    bare.execute("CREATE TABLE taken (id INTEGER)")
    bare.close()
    assert (given.folder / DATABASE).stat().st_size > 0


@pytest.mark.parametrize("copy", COPIES)
@pytest.mark.parametrize("content", [b"", PDF, NOISE, None])
def test_g2_one_bad_copy_of_the_header_is_survived(
    given: Vaults, copy: str, content: bytes | None
) -> None:
    given.remove(copy)
    if content is not None:
        given.put(copy, content)
    with Vault.open(given.folder, vaults.PASSPHRASE) as vault:
        assert any(copy in problem for problem in vault.problems)
