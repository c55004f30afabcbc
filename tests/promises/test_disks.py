"""D6, D7, D14, D16: full, small, limited and vanishing disks, and files larger than memory."""

import hashlib
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from models.casebook import Casebook
from models.crypto.kdf import CHEAP
from models.errors import LostDiskError
from models.views.proof import NewSource
from tests.promises import vaults
from tests.promises.conftest import cannot_be_tested
from tests.promises.interrupting import DONE, REFUSED, strike

ROOT = Path(__file__).parents[2]
MIB = 1024 * 1024
SMALL_DISK = 'mount -t tmpfs -o size="$1"m tmpfs "$2" && shift 2 && exec "$@"'
FILL = """
import os, sys
from pathlib import Path
from models.casebook import Casebook
from models.crypto.kdf import CHEAP
from models.errors import VaultError
from models.views.proof import NewSource
disk = Path(sys.argv[1])
casebook, _ = Casebook.create(disk / "v", "words", kdf=CHEAP)
room = os.statvfs(disk)
(disk / "films").write_bytes(bytes(max(0, room.f_bavail * room.f_frsize - 400_000)))
saved, said = 0, ""
while not said:
    try:
        casebook.sources.add_source(NewSource(title=str(saved)), "x" * 20_000)
        saved += 1
    except VaultError as error:
        said = str(error)
assert not casebook.read_only, casebook.read_only_because
if sys.argv[2] == "free":
    (disk / "films").unlink()
casebook.sources.add_source(NewSource(title="after"), "x" * 20_000)
titles = [source.title for source in casebook.sources.all()]
assert titles == [*map(str, range(saved)), "after"], titles
casebook.close()
with Casebook.open(disk / "v", "words") as again:
    assert [source.title for source in again.sources.all()] == titles
    assert again.health.check().findings == ()
print(saved, said)
"""
LARGE = """
import hashlib, io, sys
from pathlib import Path
from models.casebook import Casebook
from models.crypto.kdf import CHEAP
from models.views.proof import NewSource
class Film(io.RawIOBase):
    left = int(sys.argv[2])
    def read(self, size=-1):
        size = min(size, self.left); self.left -= size
        return b"x" * size
class Whole(Film):
    def read(self, size=-1):
        return super().read(self.left)
stream = {"stream": Film, "whole": Whole}[sys.argv[3]]()
casebook, _ = Casebook.create(Path(sys.argv[1]) / "v", "words", kdf=CHEAP)
with casebook:
    source = casebook.sources.add_source(NewSource(title="A film"))
    content = io.BytesIO(stream.read()) if sys.argv[3] == "whole" else stream
    file = casebook.sources.attach(source, content, "film.mp4")
    (view,) = casebook.sources.attachments(source)
    assert casebook.health.check().findings == ()
    casebook.sources.export_attachment(file, Path(sys.argv[1]) / "film.mp4")
# Not getrusage: its peak is handed down from the process that started this one.
(peak,) = (line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(int(peak) // 1024, view.length, view.sha256_plain)
"""


def run(script: str, *words: str, within: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    command = [*within, sys.executable, "-c", script, *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def on_a_small_disk(folder: Path, size: int) -> tuple[str, ...]:
    """Return the words that start a command with a disk of ``size`` MiB at ``folder``."""
    folder.mkdir(exist_ok=True)
    starts = (("unshare", "-Urm"), ("unshare", "-m"))
    ways = [(*start, "sh", "-c", SMALL_DISK, "sh", str(size), str(folder)) for start in starts]
    for way in ways:
        if subprocess.run([*way, "true"], capture_output=True, check=False).returncode == 0:
            return way
    return cannot_be_tested("D6", "nobody may mount a small disk here")


@pytest.mark.parametrize("size", [4, 16, 64])
def test_d6_a_full_disk_says_so_and_the_session_saves_after_space_is_freed(
    tmp_path: Path, size: int
) -> None:
    disk = tmp_path / "disk"
    ended = run(FILL, str(disk), "free", within=on_a_small_disk(disk, size))
    assert ended.returncode == 0, ended.stderr
    assert int(ended.stdout.split()[0]) > 0
    assert "The disk is full and nothing was saved" in ended.stdout


def test_d6_control_a_disk_that_stays_full_saves_nothing(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    ended = run(FILL, str(disk), "stay", within=on_a_small_disk(disk, 4))
    assert ended.returncode == 1
    assert "The disk is full" in ended.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    casebook, _ = Casebook.create(tmp_path / "v", vaults.PASSPHRASE, kdf=CHEAP)
    with casebook:
        casebook.sources.add_source(NewSource(title="first"))
    return casebook.folder


def save_under_a_limit(folder: Path, room: int) -> None:
    with Casebook.open(folder, vaults.PASSPHRASE) as casebook:
        limit = (folder / "record.db").stat().st_size + room
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        casebook.sources.add_source(NewSource(title="second"), "x" * 500_000)


def titles(folder: Path) -> list[str]:
    with Casebook.open(folder, vaults.PASSPHRASE) as casebook:
        assert casebook.health.check().findings == ()
        return [source.title for source in casebook.sources.all()]


needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="NOT KEPT: needs strace")


@needs_strace
def test_d7_a_file_that_may_not_grow_is_told_before_anything_is_lost(
    folder: Path, tmp_path: Path
) -> None:
    said = strike(lambda: save_under_a_limit(folder, 100_000), tmp_path / "log")
    assert said.startswith(REFUSED)
    assert "nothing was saved" in said
    assert titles(folder) == ["first"]


@needs_strace
def test_d7_control_with_room_the_same_save_is_made(folder: Path, tmp_path: Path) -> None:
    assert strike(lambda: save_under_a_limit(folder, 10 * MIB), tmp_path / "log") == DONE
    assert titles(folder) == ["first", "second"]


def pull_the_stick(folder: Path) -> None:
    """Save while the disk fails from now on; what was typed stays with us."""
    with Casebook.open(folder, vaults.PASSPHRASE) as casebook:
        os.unlink(folder.parent / "marker")  # noqa: PTH108  strace counts from here
        typed = NewSource(title="typed")
        refused = 0
        for _ in range(2):
            try:
                casebook.sources.add_source(typed)
            except LostDiskError:
                refused += 1
        assert refused == 2
        assert casebook.read_only
        assert casebook.read_only_because.startswith("The disk failed and nothing was saved")
        assert typed.title == "typed"


@needs_strace
@pytest.mark.parametrize("nth", [1, 3])
def test_d16_a_pulled_stick_turns_the_record_read_only(
    folder: Path, tmp_path: Path, nth: int
) -> None:
    (folder.parent / "marker").touch()
    inject = f"pwrite64:error=EIO:when={nth}+"
    assert strike(lambda: pull_the_stick(folder), tmp_path / "log", inject) == DONE
    assert titles(folder) == ["first"]


@needs_strace
def test_d16_control_with_the_stick_in_place_it_is_saved(folder: Path, tmp_path: Path) -> None:
    (folder.parent / "marker").touch()
    assert strike(lambda: pull_the_stick(folder), tmp_path / "log") != DONE
    assert titles(folder) == ["first", "typed", "typed"]


def test_d16_a_stick_that_is_back_is_written_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Casebook.open(folder, vaults.PASSPHRASE) as casebook:
        with monkeypatch.context() as pulled:
            pulled.setattr(casebook._store, "_project", _lost)
            with pytest.raises(LostDiskError):
                casebook.sources.add_source(NewSource(title="lost"))
        with pytest.raises(LostDiskError, match="is it still connected"):
            casebook.sources.add_source(NewSource(title="lost"))
        casebook.try_writing_again()
        casebook.sources.add_source(NewSource(title="second"))
    assert titles(folder) == ["first", "second"]


def _lost(*_arguments: object) -> None:
    raise LostDiskError("The disk failed and nothing was saved; is it still connected?")


MOST_MEMORY_MIB = 300


def attach(place: Path, length: int, way: str) -> tuple[int, str]:
    """Take in so many bytes, check and export them; return the peak memory in MiB and the hash."""
    ended = run(LARGE, str(place), str(length), way)
    assert ended.returncode == 0, ended.stderr
    memory, told, digest = ended.stdout.split()
    assert int(told) == length == (place / "film.mp4").stat().st_size
    return int(memory), digest


@pytest.mark.slow
def test_d14_a_large_file_passes_through_little_memory(
    tmp_path: Path, *, soak: bool, record_property: Callable[[str, object], None]
) -> None:
    length = (10_000 if soak else 200) * MIB
    memory, digest = attach(tmp_path, length, "stream")
    with (tmp_path / "film.mp4").open("rb") as film:
        assert hashlib.file_digest(film, "sha256").hexdigest() == digest
    record_property("peak memory in MiB", memory)
    assert memory < MOST_MEMORY_MIB


@pytest.mark.slow
def test_d14_control_read_at_once_it_takes_more(tmp_path: Path) -> None:
    memory, _ = attach(tmp_path, 250 * MIB, "whole")
    assert memory >= MOST_MEMORY_MIB
