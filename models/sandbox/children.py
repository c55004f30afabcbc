"""Starting the closed-off children, and ending all of them at once when the program locks."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import BinaryIO, Protocol

from models.errors import SandboxError

if sys.platform == "win32":
    from models.sandbox import windows

_NOT_STARTED = "The closed-off helper process could not be started; close other programs."
_ROOT = Path(__file__).resolve().parents[2]  # the folder that holds the package ``models``

_alive: set["Child"] = set()
_alive_lock = Lock()


class Child(Protocol):
    """A started child, as far as its parent needs it."""

    @property
    def stdin(self) -> BinaryIO:
        """Pipe of the questions."""

    @property
    def stdout(self) -> BinaryIO:
        """Pipe of the answers."""

    def kill(self) -> None:
        """End it at once; harmless when it has ended."""

    def wait(self) -> int:
        """Its exit status, once it has ended."""


def child_command(task: str) -> list[str]:
    """The command line that makes this program a child for ``task``; it shows no case words."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--sandbox-task", task]
    # Not -I: the package is found through the working folder, installed or not.
    bytecode = ["-B"] if sys.dont_write_bytecode else []
    return [sys.executable, "-E", "-s", *bytecode, "-m", "models.sandbox", task]


@contextmanager
def started(task: str) -> Iterator[Child]:
    """A child for ``task`` that is alive, and dead on the way out.

    Raises:
        SandboxError: the system could not start it.
    """
    with _alive_lock:  # so that kill_children() misses none that is being born
        child = _start(child_command(task))
        _alive.add(child)
    try:
        yield child
    finally:
        with _alive_lock:
            _alive.discard(child)
        child.kill()
        _close(child.stdin)
        _close(child.stdout)
        child.wait()


def kill_children() -> None:
    """End every child now; the callers that wait for them get a ``SandboxError``.

    Call it before the process is replaced on lock. A child that another thread starts after this
    call dies with that thread, because it asked the kernel for that (PR_SET_PDEATHSIG).
    """
    with _alive_lock:
        for child in _alive:
            child.kill()


def _start(command: list[str]) -> Child:
    try:
        if sys.platform == "win32":
            return windows.start(command, folder=_ROOT)
        return _PosixChild(command)
    except OSError:
        raise SandboxError(_NOT_STARTED) from None


class _PosixChild(subprocess.Popen[bytes]):
    """A child in a session of its own, with two pipes and an environment that tells nothing."""

    stdin: BinaryIO
    stdout: BinaryIO

    def __init__(self, command: list[str]) -> None:
        super().__init__(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # reportlab runs ~/.reportlab_mods and .reportlab_settings; a zone shows in documents.
            env={"HOME": "/nonexistent", "TZ": "UTC"},
            cwd=_ROOT,
            close_fds=True,
            start_new_session=True,
        )


def _close(pipe: BinaryIO) -> None:
    with suppress(OSError):  # a question was half written when the child ended
        pipe.close()
