"""C2: the files of a vault hold no readable word and look like noise."""

import math
import os
from collections import Counter
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from models.store.vault import Vault
from models.store.vault_folder import DATABASE
from tests.promises import canaries, vaults

WORD = "Żółcińska-Ivanova"
NEEDLES = canaries.needles({WORD}) | {b"sqlite format 3", b"create table", b"setting"}
LEAST_BITS = 7.99
LARGE = 100_000  # bytes; below, even noise has visibly less entropy


def bits_per_byte(content: bytes) -> float:
    """Return Shannon's entropy of the bytes; 8 is noise."""
    shares = (count / len(content) for count in Counter(content).values())
    return -sum(share * math.log2(share) for share in shares)


def readable(folder: Path) -> dict[str, list[bytes]]:
    """Return the needles in every file, and in every name of a file."""
    return {
        path.name: found
        for path in folder.rglob("*")
        if path.is_file()
        and (found := canaries.found(path.read_bytes() + os.fsencode(path.name), NEEDLES))
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("made")
    return vaults.make(made / "v", text_bytes=300_000, attachment_bytes=300_000, word=WORD)


def test_c2_no_word_is_readable_in_any_file(folder: Path) -> None:
    assert len([path for path in folder.rglob("*") if path.is_file()]) >= 4
    assert readable(folder) == {}


def test_c2_no_word_is_readable_in_the_midst_of_a_transaction(folder: Path, tmp_path: Path) -> None:
    copy = vaults.copy(folder, tmp_path / "v.habeas")
    with (
        Vault.open(copy, vaults.PASSPHRASE) as vault,
        vault.engine.execution_options(write=True).connect() as connection,
    ):
        connection.connection.driver_connection.execute("PRAGMA cache_size=10")
        connection.exec_driver_sql("UPDATE setting SET value = value || ' more'")
        assert (copy / f"{DATABASE}-journal").stat().st_size > LARGE
        assert readable(copy) == {}
        connection.rollback()


def test_c2_large_files_look_like_noise(folder: Path) -> None:
    large = [path for path in folder.rglob("*") if path.is_file() and path.stat().st_size > LARGE]
    assert len(large) == 2
    assert min(bits_per_byte(path.read_bytes()) for path in large) > LEAST_BITS


def test_c2_control_without_a_key_both_checks_see_it(tmp_path: Path) -> None:
    plain = dbapi2.connect(tmp_path / DATABASE, isolation_level=None)
    plain.execute("CREATE TABLE setting (name TEXT, value TEXT)")
    plain.executemany("INSERT INTO setting VALUES ('a', ?)", [(vaults.filled(900, WORD),)] * 300)
    plain.close()
    assert len(readable(tmp_path)[DATABASE]) >= 3
    assert bits_per_byte((tmp_path / DATABASE).read_bytes()) < LEAST_BITS
