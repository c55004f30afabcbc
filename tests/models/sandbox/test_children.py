"""Children die with the program, with the lock, and with the thread that asked."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models import sandbox
from models.errors import SandboxError
from models.sandbox import children
from tests.models.sandbox.acts import Act

Orphan = Callable[..., int]

ROOT = Path(__file__).parents[3]
ASK = """
import sys
from models import sandbox
from models.sandbox import children
from tests.models.sandbox.acts import Act
children.child_command = lambda task: [sys.executable, "-B", *sys.argv[1:]]
sandbox.run("wait", b"60", on_progress=lambda pid, _: print(pid, flush=True))
"""


def _lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def _gone_within(pid: int, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while _lives(pid) and time.monotonic() < until:
        time.sleep(0.01)
    return not _lives(pid)


@pytest.fixture
def orphan() -> Iterator[Orphan]:
    """``orphan(*modes)``: the id of a child whose parent was killed without warning."""
    left = []

    def start(*modes: str) -> int:
        entry = str(Path(__file__).with_name("entry.py"))
        command = [sys.executable, "-c", ASK, entry, "wait", *modes]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as parent:
            assert parent.stdout is not None
            left.append(int(parent.stdout.readline()))
            parent.kill()
        return left[-1]

    yield start
    for pid in left:
        if _lives(pid):
            os.kill(pid, signal.SIGKILL)


def test_a_child_dies_with_its_parent(orphan: Orphan) -> None:
    assert _gone_within(orphan(), 2)


def test_a_child_that_does_not_hide_outlives_its_parent(orphan: Orphan) -> None:
    """The control of the test above."""
    assert not _gone_within(orphan("free", "shown"), 0.5)


def test_lock_ends_the_children_of_every_thread(act: Act) -> None:
    started, ends = threading.Barrier(3), []

    def ask() -> None:
        try:
            act("catch_signals", b"60", on_progress=lambda *_: started.wait())
        except SandboxError as error:
            ends.append(str(error))

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    started.wait(10)
    began = time.monotonic()
    sandbox.kill_children()
    for thread in threads:
        thread.join(10)
    assert time.monotonic() - began < 1
    assert len(ends) == 2
    assert not children._alive


def test_no_child_is_left_after_an_answer(act: Act) -> None:
    pids = []
    act("wait", b"0", on_progress=lambda pid, _: pids.append(pid))
    assert not _lives(pids[0])


def test_a_command_that_cannot_start_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "child_command", lambda task: ["/nonexistent/program", task])
    with pytest.raises(SandboxError, match="could not be started"):
        sandbox.run("models.sandbox.limits:missing", b"")


def test_the_installed_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/habeas/habeas")
    assert children.child_command("models.a:b") == [
        "/opt/habeas/habeas",
        "--sandbox-task",
        "models.a:b",
    ]


def test_the_child_knows_nothing_of_the_machine_around_it(
    monkeypatch: pytest.MonkeyPatch, act: Act
) -> None:
    monkeypatch.setenv("HABEAS_PASSPHRASE_FILE", "/secret/place")
    environment = act("environment").decode()
    assert "HOME=/nonexistent" in environment
    assert "secret" not in environment
    assert str(Path.home()) not in environment.replace(sys.executable, "")
