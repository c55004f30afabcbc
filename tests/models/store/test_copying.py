import os
import shutil
from pathlib import Path

import pytest

from models.crypto.slots import new_data_key
from models.errors import DamagedVaultError, VaultError
from models.store import copying
from models.store.connection import APPLICATION_ID, connect

KEY = new_data_key()
ROWS = 3000


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "record.db"
    copying.create_empty(path)
    made = connect(path, KEY, application_id=0)
    made.execute(f"PRAGMA application_id={APPLICATION_ID}")
    made.execute("CREATE TABLE thing (id INTEGER PRIMARY KEY, note TEXT)")
    made.execute('CREATE TABLE "odd "" name" (id INTEGER)')
    made.execute("CREATE VIRTUAL TABLE words USING fts5(note)")
    made.execute("BEGIN")
    made.executemany("INSERT INTO thing (note) VALUES (?)", [("CANARY " * 40,)] * ROWS)
    made.execute("INSERT INTO words VALUES ('one two')")
    made.execute("COMMIT")
    made.close()
    return path


@pytest.fixture
def source(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(filled, tmp_path / "record.db"))


def test_a_copy_holds_the_same_rows_under_the_same_key(source: Path, tmp_path: Path):
    told: list[tuple[int, int]] = []
    copying.copy_database(source, tmp_path / "copy.db", KEY, lambda *pages: told.append(pages))
    copy = connect(tmp_path / "copy.db", KEY)
    assert copying.count_rows(copy) == {"thing": ROWS, 'odd " name': 0}
    assert copy.execute("SELECT count(*) FROM words WHERE words MATCH 'two'").fetchone() == (1,)
    copy.close()
    assert b"CANARY" not in (tmp_path / "copy.db").read_bytes()
    assert told[-1][0] == told[-1][1] > 0


def test_a_copy_never_overwrites(source: Path, tmp_path: Path):
    (tmp_path / "copy.db").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        copying.copy_database(source, tmp_path / "copy.db", KEY)
    assert (tmp_path / "copy.db").read_bytes() == b"mine"


def test_a_damaged_source_gives_no_copy_that_passes(source: Path, tmp_path: Path):
    broken = bytearray(source.read_bytes())
    broken[len(broken) // 2] ^= 1
    source.write_bytes(broken)
    with pytest.raises(VaultError):
        copying.copy_database(source, tmp_path / "copy.db", KEY)


@pytest.mark.parametrize("page", [1, 5, 40, -1])
def test_a_changed_bit_anywhere_is_found(source: Path, page: int):
    pages = source.stat().st_size // 4096
    broken = bytearray(source.read_bytes())
    broken[(page % pages) * 4096 + 2000] ^= 1
    source.write_bytes(broken)
    with pytest.raises(DamagedVaultError):
        copying.check_database(source, KEY)


@pytest.mark.parametrize("missing", [4096, 8192, 100])
def test_a_cut_tail_is_found(source: Path, missing: int):
    os.truncate(source, source.stat().st_size - missing)
    with pytest.raises(DamagedVaultError):
        copying.check_database(source, KEY)


def test_two_swapped_pages_are_found(source: Path):
    whole = bytearray(source.read_bytes())
    whole[4096 * 10 : 4096 * 11], whole[4096 * 20 : 4096 * 21] = (
        whole[4096 * 20 : 4096 * 21],
        whole[4096 * 10 : 4096 * 11],
    )
    source.write_bytes(whole)
    with pytest.raises(DamagedVaultError):
        copying.check_database(source, KEY)


def test_a_whole_database_passes(source: Path):
    copying.check_database(source, KEY)


def test_a_database_is_removed_with_its_journal(source: Path):
    copying.journal_of(source).write_bytes(b"")
    copying.remove_database(source)
    copying.remove_database(source)
    assert list(source.parent.iterdir()) == []
