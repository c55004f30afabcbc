import stat
from pathlib import Path

import pytest

from models.store import durable


def test_content_is_replaced_and_nothing_is_left_over(tmp_path: Path):
    path = tmp_path / "small"
    durable.write_durably(path, b"one")
    durable.write_durably(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


def test_c8_a_file_is_its_owners_alone(tmp_path: Path):
    durable.write_durably(tmp_path / "small", b"one")
    assert stat.S_IMODE((tmp_path / "small").stat().st_mode) == 0o600


def test_a_leftover_of_a_crash_does_no_harm(tmp_path: Path):
    (tmp_path / "small.new").write_bytes(b"half")
    durable.write_durably(tmp_path / "small", b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["small"]


def test_a_failing_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "small"
    durable.write_durably(path, b"one")

    def failing(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(durable.os, "fsync", failing)
    with pytest.raises(OSError, match="No space"):
        durable.write_durably(path, b"two")
    assert path.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_is_created_once(tmp_path: Path):
    durable.os.close(durable.create_file(tmp_path / "new"))
    with pytest.raises(FileExistsError):
        durable.create_file(tmp_path / "new")
