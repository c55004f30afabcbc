"""C5: two seconds after lock no name, no passphrase and no key is in the memory of the program."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from models.casebook import Casebook
from tests.promises import canaries, process_memory
from tests.promises.conftest import PASSPHRASE, ROOT, VAULT, Session, cannot_be_tested

pytestmark = [pytest.mark.journey, pytest.mark.slow]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was in memory while the vault was open and after lock, and what stands at home then."""

    names: frozenset[bytes]
    secrets: frozenset[bytes]
    open: set[bytes]
    locked: set[bytes]
    command: list[str]
    home: Path


@pytest.fixture(scope="module")
def names(root: Path) -> frozenset[bytes]:
    """The names of the seed as Python, Qt and SQLite hold text."""
    words = canaries.names_of_seed(root / "resources" / "seed")
    return frozenset(
        word.encode(form) for word in words for form in ("utf-8", "utf-16-le", "utf-32-le")
    )


@pytest.fixture(scope="module")
def memory(
    demo: Session, names: frozenset[bytes], tmp_path_factory: pytest.TempPathFactory
) -> Found:
    if os.geteuid() != 0:
        cannot_be_tested("C5", "only root may look into a process that hides")
    folder = tmp_path_factory.mktemp("locking")
    secrets = frozenset(_secrets(demo.out))
    with _windows(demo.out, folder) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"open\n"
        before = process_memory.found(program.pid, names | secrets)
        (folder / "sign").touch()
        _wait_for_fresh(program.pid)
        time.sleep(2)
        after = process_memory.found(program.pid, names | secrets)
        command = _command(program.pid)
        program.kill()
    return Found(
        names=names,
        secrets=secrets,
        open=before,
        locked=after,
        command=command,
        home=folder / "home",
    )


def test_nothing_is_left_after_lock(memory: Found) -> None:
    assert memory.locked == set()


def test_it_was_there_before(memory: Found) -> None:
    """The control: the same search, before the lock, in the same process."""
    assert memory.open & memory.names
    assert memory.open & memory.secrets


def test_the_fresh_process_stands_at_the_door(memory: Found) -> None:
    assert memory.command[-2:] == ["-m", "desktop"]


def test_windows_leave_their_settings_at_home_and_nothing_else(memory: Found) -> None:
    """C6 for a session with windows; its control is in ``test_no_traces.py``."""
    files = [file for file in memory.home.rglob("*") if file.is_file()]
    assert {file.name for file in files} <= {"window.ini"}
    assert not any(name in file.read_bytes() for file in files for name in memory.names)


def _secrets(out: Path) -> Iterator[bytes]:
    passphrase = (out / PASSPHRASE).read_text(encoding="utf-8").strip()
    yield passphrase.encode()
    yield passphrase.encode("utf-16-le")
    with Casebook.open(out / VAULT, passphrase) as casebook:
        yield bytes(casebook._vault._data_key)
        yield bytes(casebook._vault._data_key).hex().encode()


def _windows(out: Path, folder: Path) -> subprocess.Popen[bytes]:
    script = Path(__file__).with_name("locking.py")
    (folder / "home").mkdir()
    return subprocess.Popen(
        [sys.executable, script, out / VAULT, out / PASSPHRASE, folder / "sign"],
        cwd=ROOT,
        env={
            "HOME": str(folder / "home"),
            "PATH": "/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "offscreen",
        },
        stdout=subprocess.PIPE,
    )


def _command(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0")[:-1]


def _wait_for_fresh(pid: int) -> None:
    until = time.monotonic() + 10
    while "desktop" not in _command(pid):
        assert time.monotonic() < until, "it did not lock"
        time.sleep(0.01)
