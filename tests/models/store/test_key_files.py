import os
import stat
from pathlib import Path
from typing import Never

import pytest

from models.errors import VaultError
from models.store.key_files import make_key_file, read_key_file, warning_about


def test_a_new_key_file_is_random_and_its_owners_alone(tmp_path: Path):
    for name in ("one", "two"):
        make_key_file(tmp_path / name)
    assert stat.S_IMODE((tmp_path / "one").stat().st_mode) == 0o600
    assert read_key_file(tmp_path / "one") == (tmp_path / "one").read_bytes()
    assert read_key_file(tmp_path / "one") != read_key_file(tmp_path / "two")


def test_nothing_is_overwritten(tmp_path: Path):
    (tmp_path / "mine").write_text("a letter", encoding="utf-8")
    with pytest.raises(VaultError, match="another name"):
        make_key_file(tmp_path / "mine")
    with pytest.raises(VaultError, match="cannot be written"):
        make_key_file(tmp_path / "no such folder" / "key")
    assert (tmp_path / "mine").read_text(encoding="utf-8") == "a letter"


@pytest.mark.parametrize("length", [0, 63, 65, 10_000])
def test_other_files_are_no_key_files(tmp_path: Path, length: int):
    (tmp_path / "picture").write_bytes(bytes(length))
    with pytest.raises(VaultError, match="not a key file"):
        read_key_file(tmp_path / "picture")


def test_a_missing_file_is_told(tmp_path: Path):
    with pytest.raises(VaultError, match="stick"):
        read_key_file(tmp_path / "gone")
    with pytest.raises(VaultError, match="stick"):
        read_key_file(tmp_path)


def test_a_key_file_beside_its_vault_is_warned_of(tmp_path: Path):
    assert "same disk" in warning_about(tmp_path / "key", tmp_path)
    assert warning_about(Path("/proc/key"), tmp_path) == ""
    assert warning_about(tmp_path / "no such folder" / "key", tmp_path) == ""


def test_a_full_disk_leaves_no_half_of_a_key_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(_descriptor: int) -> Never:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(VaultError, match="space"):
        make_key_file(tmp_path / "key")
    assert not (tmp_path / "key").exists()
