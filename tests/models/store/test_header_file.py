from pathlib import Path
from uuid import uuid4

import msgspec
import pytest

from models.crypto import header as headers
from models.crypto.header import Header
from models.crypto.kdf import CHEAP
from models.crypto.slots import PassphraseSlot, new_data_key
from models.errors import DamagedVaultError, NewerVaultError, NotAVaultError
from models.store.header_file import COPIES, read_header, write_header


def header(generation: int = 1) -> Header:
    uid, data_key = uuid4(), new_data_key()
    slot = PassphraseSlot.wrap(data_key, "word", uid, CHEAP)
    return Header(vault_uid=uid, generation=generation, demo=False, slots=(slot,)).sealed(data_key)


HEADER = header()
NEXT = msgspec.structs.replace(HEADER, generation=2)


def test_two_equal_copies_are_written(tmp_path: Path):
    write_header(tmp_path, HEADER)
    assert {(tmp_path / name).read_bytes() for name in COPIES} == {headers.encode(HEADER)}
    found = read_header(tmp_path)
    assert (found.header, found.problems, found.stale) == (HEADER, (), False)


@pytest.mark.parametrize("name", COPIES)
@pytest.mark.parametrize("content", [None, b"", b"foreign", headers.encode(HEADER)[:-1]])
def test_a_damaged_copy_is_survived_and_named(tmp_path: Path, name: str, content: bytes | None):
    write_header(tmp_path, HEADER)
    (tmp_path / name).unlink()
    if content is not None:
        (tmp_path / name).write_bytes(content)
    found = read_header(tmp_path)
    assert found.header == HEADER
    assert found.stale
    assert len(found.problems) == 1
    assert name in found.problems[0]


@pytest.mark.parametrize("newer", COPIES)
def test_the_newest_whole_copy_counts(tmp_path: Path, newer: str):
    write_header(tmp_path, HEADER)
    (tmp_path / newer).write_bytes(headers.encode(NEXT))
    found = read_header(tmp_path)
    assert (found.header, found.problems, found.stale) == (NEXT, (), True)


def test_a_folder_without_a_header_is_no_vault(tmp_path: Path):
    with pytest.raises(NotAVaultError):
        read_header(tmp_path)


def test_two_damaged_copies_are_damage(tmp_path: Path):
    write_header(tmp_path, HEADER)
    for name in COPIES:
        (tmp_path / name).write_bytes(headers.encode(HEADER)[:-9])
    with pytest.raises(DamagedVaultError):
        read_header(tmp_path)


def test_a_newer_copy_is_never_overwritten_by_an_older_program(tmp_path: Path):
    write_header(tmp_path, HEADER)
    newer = headers._first_line(2, b"more") + b"more"
    (tmp_path / COPIES[1]).write_bytes(newer)
    with pytest.raises(NewerVaultError):
        read_header(tmp_path)


def test_copies_of_different_vaults_are_refused(tmp_path: Path):
    write_header(tmp_path, HEADER)
    (tmp_path / COPIES[1]).write_bytes(headers.encode(header(generation=9)))
    with pytest.raises(DamagedVaultError, match="different vaults"):
        read_header(tmp_path)


def test_a_copy_that_cannot_be_read_is_damage(tmp_path: Path):
    write_header(tmp_path, HEADER)
    (tmp_path / COPIES[0]).unlink()
    (tmp_path / COPIES[0]).mkdir()
    assert read_header(tmp_path).header == HEADER
