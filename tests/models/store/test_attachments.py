import hashlib
import io
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import DamagedVaultError, VaultError
from models.store.attachments import Attachments, SealedFile, new_identity

IDENTITY = new_identity()
PART = 70_000


@pytest.fixture
def attachments(tmp_path: Path) -> Attachments:
    return Attachments(tmp_path, IDENTITY, part_bytes=PART)


class Drip(io.RawIOBase):
    """A source that gives a few bytes at a time, as pipes do."""

    def __init__(self, content: bytes) -> None:
        self._rest = content

    def read(self, size: int = -1) -> bytes:
        given, self._rest = self._rest[: min(size, 999)], self._rest[min(size, 999) :]
        return given


@pytest.mark.parametrize("length", [0, 1, PART - 1, PART, PART + 1, 2 * PART, 3 * PART + 5])
def test_a_file_comes_back_whatever_its_length(attachments: Attachments, length: int):
    content = os.urandom(length)
    for source in (io.BytesIO(content), Drip(content)):
        sealed = attachments.add(source)
        assert attachments.read(sealed) == content
        assert sealed.length == length
        assert sealed.sha256_plain == hashlib.sha256(content).hexdigest()


def test_a_long_file_lies_in_parts_below_the_limit(attachments: Attachments, tmp_path: Path):
    sealed = attachments.add(io.BytesIO(bytes(2 * PART + 1)))
    parts = sorted(tmp_path.iterdir())
    assert [path.name for path in parts] == [f"{sealed.name}.{number}" for number in (1, 2, 3)]
    assert max(path.stat().st_size for path in parts) < PART * 1.01 + 300
    together = hashlib.sha256(b"".join(path.read_bytes() for path in parts)).hexdigest()
    assert together == sealed.sha256_sealed


def test_c2_and_c8_a_sealed_file_shows_nothing(attachments: Attachments, tmp_path: Path):
    sealed = attachments.add(io.BytesIO(b"CANARY" * 1000))
    path = tmp_path / f"{sealed.name}.1"
    assert b"CANARY" not in path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(sealed.name) == 32
    assert sealed.name != attachments.add(io.BytesIO(b"CANARY" * 1000)).name


@given(position=st.integers(min_value=0, max_value=10**9))
def test_g1_any_changed_byte_is_noticed(tmp_path_factory: pytest.TempPathFactory, position: int):
    folder = tmp_path_factory.mktemp("sealed")
    attachments = Attachments(folder, IDENTITY, part_bytes=500)
    sealed = attachments.add(io.BytesIO(bytes(1200)))
    path = sorted(folder.iterdir())[position % 3]
    changed = bytearray(path.read_bytes())
    changed[position // 3 % len(changed)] ^= 1 << position % 8
    path.write_bytes(changed)
    target = io.BytesIO()
    with pytest.raises(DamagedVaultError):
        attachments.copy_to(sealed, target)
    assert target.getvalue() == b""


@pytest.mark.parametrize("damage", ["missing", "cut", "lost part", "swapped", "other key"])
def test_g2_damage_is_told(attachments: Attachments, tmp_path: Path, damage: str):
    sealed = attachments.add(io.BytesIO(os.urandom(2 * PART)))
    first, second = sorted(tmp_path.iterdir())
    match damage:
        case "missing":
            attachments.remove(sealed.name)
        case "cut":
            os.truncate(first, first.stat().st_size - 1)
        case "lost part":
            second.unlink()
        case "swapped":
            one, two = first.read_bytes(), second.read_bytes()
            first.write_bytes(two)
            second.write_bytes(one)
        case "other key":
            attachments = Attachments(tmp_path, new_identity())
    with pytest.raises(DamagedVaultError):
        attachments.read(sealed)


def test_another_file_under_the_same_name_is_noticed(attachments: Attachments):
    one, two = attachments.add(io.BytesIO(b"one")), attachments.add(io.BytesIO(b"two"))
    mixed = SealedFile(
        name=two.name,
        length=two.length,
        sha256_plain=one.sha256_plain,
        sha256_sealed=two.sha256_sealed,
    )
    with pytest.raises(DamagedVaultError):
        attachments.read(mixed)


class Broken(io.RawIOBase):
    """A source or target whose disk fails after some bytes."""

    def __init__(self, after: int = 0) -> None:
        self._after = after

    def read(self, size: int = -1) -> bytes:
        if self._after <= 0:
            raise OSError(5, "CANARY")
        self._after -= size
        return bytes(size)

    def write(self, _content: bytes) -> int:
        raise OSError(28, "CANARY")


@pytest.mark.parametrize("after", [0, PART // 2, PART * 2])
def test_a_source_that_fails_leaves_nothing_behind(
    attachments: Attachments, tmp_path: Path, after: int
):
    with pytest.raises(VaultError) as caught:
        attachments.add(Broken(after))
    assert "CANARY" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_target_that_fails_is_not_called_damage(attachments: Attachments):
    sealed = attachments.add(io.BytesIO(b"content"))
    with pytest.raises(VaultError, match="cannot be written") as caught:
        attachments.copy_to(sealed, Broken())
    assert not isinstance(caught.value, DamagedVaultError)


def test_names_and_removal(attachments: Attachments):
    one, two = attachments.add(io.BytesIO(b"one")), attachments.add(io.BytesIO(bytes(2 * PART)))
    assert attachments.names() == {one.name, two.name}
    attachments.remove(two.name)
    attachments.remove(two.name)
    assert attachments.names() == {one.name}


def test_a_folder_that_is_gone_is_told_in_a_sentence(tmp_path: Path):
    gone = Attachments(tmp_path / "gone", new_identity())
    with pytest.raises(VaultError, match="taken into the vault"):
        gone.add(io.BytesIO(b"content"))
    assert gone.names() == frozenset()
