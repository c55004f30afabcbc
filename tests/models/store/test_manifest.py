from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import msgspec
import pytest

from models.crypto.slots import new_data_key
from models.errors import DamagedVaultError, NewerVaultError, NotAVaultError
from models.store import manifest
from models.store.manifest import Contents, FileNote, Tally

KEY = new_data_key()
TALLY = Tally(number=3, head=b"h" * 32, revision="0001", rows={"person": 2})


def contents(name: str = "record.db") -> Contents:
    note = FileNote(length=1, sha256="0" * 64)
    made_at = datetime(2026, 1, 1, tzinfo=UTC)
    return Contents(vault_uid=uuid4(), serial=1, made_at=made_at, files={name: note})


def test_what_was_written_is_read_and_opens_with_its_key_only(tmp_path: Path):
    manifest.write(tmp_path, told := contents(), TALLY, KEY)
    found = manifest.read(tmp_path)
    assert found.contents == told
    assert manifest.opened(found, KEY) == TALLY
    assert b"person" not in (tmp_path / manifest.NAME).read_bytes()
    with pytest.raises(DamagedVaultError):
        manifest.opened(found, new_data_key())
    with pytest.raises(DamagedVaultError):
        manifest.opened(msgspec.structs.replace(found, contents=contents()), KEY)


@pytest.mark.parametrize("name", ["../../evil", "/etc/passwd", "attachments/../x", "", "a\\b"])
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str):
    manifest.write(tmp_path, contents(name), TALLY, KEY)
    with pytest.raises(DamagedVaultError):
        manifest.read(tmp_path)


def test_every_flipped_bit_is_noticed(tmp_path: Path):
    manifest.write(tmp_path, contents(), TALLY, KEY)
    whole = (tmp_path / manifest.NAME).read_bytes()
    for place in range(len(whole)):
        spoilt = bytearray(whole)
        spoilt[place] ^= 1 << place % 8
        (tmp_path / manifest.NAME).write_bytes(spoilt)
        with pytest.raises((DamagedVaultError, NotAVaultError)):
            manifest.read(tmp_path)


def test_a_newer_one_and_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(NotAVaultError):
        manifest.read(tmp_path)
    with monkeypatch.context() as later:
        later.setattr(manifest, "FORMAT", 2)
        manifest.write(tmp_path, contents(), TALLY, KEY)
    with pytest.raises(NewerVaultError):
        manifest.read(tmp_path)
