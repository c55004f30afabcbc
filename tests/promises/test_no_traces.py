"""C1, C6, C7, C8, C10: what a whole session leaves outside the vault and the chosen documents."""

import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.promises import canaries, leaks
from tests.promises.conftest import PASSPHRASE, ROOT, VAULT, Program, Session
from tests.promises.strace_log import Call

pytestmark = [pytest.mark.journey, pytest.mark.slow]

ALLOWED_AT_HOME: frozenset[str] = frozenset()


# C1: no name in any byte that leaves


def test_no_name_leaves_a_whole_session(demo: Session, needles: frozenset[bytes]) -> None:
    assert leaks.names(demo.calls, demo.places, needles) == []


def test_no_byte_of_it_went_unseen(demo: Session) -> None:
    assert leaks.unseen(demo.calls, demo.places) == []


def test_the_names_were_there_to_be_found(demo: Session, needles: frozenset[bytes]) -> None:
    """The same search finds them on the way to the sealed children: the session did handle them."""
    between_ours = [call.data for call in demo.calls if call.target.startswith("pipe:[")]
    assert canaries.found(b"".join(between_ours), needles)


@pytest.mark.parametrize(
    "way", ["into_home", "into_a_file_that_is_deleted", "into_the_vault", "into_complaints"]
)
def test_a_leak_would_be_seen(way: str, spoiled: Program, needles: frozenset[bytes]) -> None:
    """The control: the same program with one leak."""
    session = spoiled(way)
    screen = leaks.Places(chosen=(session.ended.said,), kept=(session.out / VAULT,))
    assert leaks.names(session.calls, screen, needles)


# C6: nothing is left behind


def test_only_known_places_are_written(demo: Session) -> None:
    assert leaks.strange_places(demo.calls, demo.places) == []


def test_home_and_temporary_folder_stay_as_they_were(demo: Session) -> None:
    assert left_in(demo.home) <= ALLOWED_AT_HOME
    assert left_in(demo.temporary) == set()


def test_what_is_left_would_be_seen(spoiled: Program) -> None:
    """The control."""
    session = spoiled("into_home")
    assert left_in(session.home) - ALLOWED_AT_HOME
    assert leaks.strange_places(session.calls, session.places)


def left_in(folder: Path) -> set[str]:
    return {str(file.relative_to(folder)) for file in folder.rglob("*") if not file.is_dir()}


# C7: no core dump of any process


def test_every_process_hides_itself(demo: Session) -> None:
    assert started(demo.calls)
    assert started(demo.calls) - hidden(demo.calls) == set()


def test_a_process_that_does_not_would_be_seen(program: Program, tmp_path: Path) -> None:
    """The control: Python without us."""
    session = program("-c", "pass", out=tmp_path)
    assert started(session.calls) - hidden(session.calls)


def started(calls: Iterable[Call]) -> set[str]:
    """The first threads of those processes that became a program of ours."""
    return {
        call.thread
        for call in calls
        if call.name == "execve" and call.worked and call.strings[0].decode() == sys.executable
    }


def hidden(calls: Iterable[Call]) -> set[str]:
    """Those that allow neither a dump nor a core file."""
    dumpable, core = set(), set()
    for call in calls:
        if call.name == "prctl" and "PR_SET_DUMPABLE, SUID_DUMP_DISABLE" in call.words:
            dumpable.add(call.thread)
        if "RLIMIT_CORE" in call.words and "rlim_cur=0, rlim_max=0" in call.words:
            core.add(call.thread)
    return dumpable & core


def test_a_crash_leaves_no_core(tmp_path: Path) -> None:
    out = tmp_path / "demo"
    command = [sys.executable, "-m", "desktop", "demo", "--out", str(out)]
    assert not dumps_core(command, until=lambda: any(out.glob("demo.habeas*")), folder=tmp_path)


def test_a_core_would_be_seen(tmp_path: Path) -> None:
    """The control: Python without us."""
    began = time.monotonic()
    command = [sys.executable, "-c", "import time; time.sleep(60)"]
    dumped = dumps_core(command, until=lambda: time.monotonic() > began + 0.5, folder=tmp_path)
    if not dumped and resource.getrlimit(resource.RLIMIT_CORE)[1] == 0:
        pytest.skip("this system forbids every core dump already")
    assert dumped


def dumps_core(command: list[str], *, until: Callable[[], bool], folder: Path) -> bool:
    """Whether the kernel dumps ``command`` when it crashes at a moment, as far as it may."""
    allow = 'cd "$0" && ulimit -S -c "$(ulimit -H -c)" && exec "$@"'
    process = os.posix_spawn(
        "/bin/sh",
        ["sh", "-c", allow, str(folder), *command],
        {"PYTHONPATH": str(ROOT), "HOME": str(folder), "PATH": "/usr/bin:/bin"},
        file_actions=[(os.POSIX_SPAWN_OPEN, end, os.devnull, os.O_RDWR, 0) for end in (0, 1, 2)],
    )
    while not until() and os.waitpid(process, os.WNOHANG) == (0, 0):
        time.sleep(0.01)
    os.kill(process, signal.SIGSEGV)
    status = os.waitpid(process, 0)[1]
    assert os.WIFSIGNALED(status), "it ended before it could crash"
    return os.WCOREDUMP(status)


# C8: files are for their owner only


def test_files_are_for_their_owner_only(demo: Session) -> None:
    assert open_to_others(demo.out) == []


def test_an_open_file_would_be_seen(tmp_path: Path) -> None:
    """The control."""
    tmp_path.joinpath("letter").touch()
    tmp_path.joinpath("letter").chmod(0o640)
    assert open_to_others(tmp_path) == ["letter"]


def open_to_others(folder: Path) -> list[str]:
    return [
        str(file.relative_to(folder)) for file in folder.rglob("*") if file.stat().st_mode & 0o077
    ]


# C10: no passphrase among the words of a command


def test_no_passphrase_leaves_a_whole_session(demo: Session) -> None:
    passphrase = (demo.out / PASSPHRASE).read_text(encoding="utf-8").strip()
    assert leaks.names(demo.calls, demo.places, canaries.needles([passphrase])) == []


@pytest.mark.parametrize("where", ["an argument", "the environment"])
def test_a_passphrase_would_be_seen(where: str, program: Program, tmp_path: Path) -> None:
    """The control: our Python starts a program and tells it one."""
    told = {"an argument": "['true', word], {}", "the environment": "['true'], {'P': word}"}
    code = f"import os; word = 'correct-' + 'horse'; os.posix_spawn('/bin/true', {told[where]})"
    session = program("-c", code, out=tmp_path)
    assert leaks.names(session.calls, session.places, canaries.needles(["correct-horse"]))
