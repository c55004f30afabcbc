"""G1: a changed bit anywhere in a header or the record gives a clear error."""

import random
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from models.errors import DamagedVaultError, NotAVaultError
from models.store.header_file import COPIES
from models.store.vault import Vault
from models.store.vault_folder import DATABASE
from tests.promises import vaults

FLIPS = 500
HEADER_FLIPS = 100


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return vaults.make(tmp_path_factory.mktemp("made") / "v", text_bytes=100_000, word="fact")


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return vaults.copy(made, tmp_path / "v.habeas")


def flipped(content: bytes, bit: int) -> bytes:
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def positions(content: bytes, how_many: int) -> list[int]:
    """Return bits spread over all of ``content``, the first and the last among them."""
    last = len(content) * 8 - 1
    return [0, last, *random.sample(range(1, last), how_many - 2)]


def goes_unnoticed(folder: Path) -> bool:
    try:
        vaults.check_pages(folder)
    except (DamagedVaultError, NotAVaultError):
        return False
    return True


def test_g1_every_flip_in_the_record_is_noticed(folder: Path) -> None:
    whole = (folder / DATABASE).read_bytes()
    unnoticed = []
    for bit in positions(whole, FLIPS):
        (folder / DATABASE).write_bytes(flipped(whole, bit))
        unnoticed += [bit] if goes_unnoticed(folder) else []
    assert unnoticed == []
    (folder / DATABASE).write_bytes(whole)
    vaults.check_pages(folder)


def test_g1_control_without_a_key_flips_go_unnoticed(tmp_path: Path) -> None:
    path = tmp_path / "plain.db"
    plain = dbapi2.connect(path, isolation_level=None)
    plain.execute("CREATE TABLE setting (name TEXT, value TEXT)")
    plain.executemany("INSERT INTO setting VALUES ('a', ?)", [(vaults.filled(900, "fact"),)] * 90)
    plain.close()
    whole = path.read_bytes()
    unnoticed = 0
    for bit in positions(whole, FLIPS // 10):
        path.write_bytes(flipped(whole, bit))
        unnoticed += plain_check_passes(path)
    assert unnoticed > FLIPS // 20


def plain_check_passes(path: Path) -> bool:
    plain = dbapi2.connect(path)
    try:
        return bool(plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)])
    except dbapi2.Error:
        return False
    finally:
        plain.close()


def test_g1_a_flip_in_one_header_is_survived_and_named(folder: Path) -> None:
    for name in COPIES:
        whole = (folder / name).read_bytes()
        for bit in positions(whole, HEADER_FLIPS):
            (folder / name).write_bytes(flipped(whole, bit))
            with Vault.open(folder, vaults.PASSPHRASE) as vault:
                assert any(name in problem for problem in vault.problems), bit
            assert (folder / name).read_bytes() == whole  # mended


def test_g1_flips_in_both_headers_are_refused(folder: Path) -> None:
    whole = (folder / COPIES[0]).read_bytes()
    for bit in positions(whole, HEADER_FLIPS):
        for name in COPIES:
            (folder / name).write_bytes(flipped(whole, bit))
        with pytest.raises((DamagedVaultError, NotAVaultError)):
            Vault.open(folder, vaults.PASSPHRASE)
