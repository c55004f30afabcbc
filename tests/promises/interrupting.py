"""Running one action in a child and striking at a chosen system call: a kill, or a disk that fails.

The child is forked, so that hundreds of points take seconds, and strace is attached to it before
the action begins. The action *acknowledges* by returning: that is when a worker would read "saved".
"""

import ctypes
import math
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from models.errors import HabeasError

DISK_CALLS = (
    *("write", "pwrite64", "fsync", "fdatasync", "ftruncate"),
    *("rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir"),
)
DONE, REFUSED, FAULT = "done", "refused", "fault"
_PR_SET_PTRACER, _ANYBODY = 0x59616D61, -1
_CALL = re.compile(r"^(\w+)\(", re.MULTILINE)

Action = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Point:
    """The ``nth`` system call of that name since the action began."""

    call: str
    nth: int

    def killing(self) -> str:
        return f"{self.call}:signal=SIGKILL:when={self.nth}"

    def failing(self, error: str) -> str:
        """From this point on the disk answers with ``error``, as a full one does."""
        return f"{self.call}:error={error}:when={self.nth}+"


def points_of(action: Action, log: Path, *, at_most: int) -> list[Point]:
    """Run ``action`` undisturbed and return the calls at which it can be struck.

    Of each call there are ``at_most`` so many points, evenly spread; the rare ones are all there.
    """
    ended = strike(action, log)
    assert ended == DONE, ended
    made = Counter(_CALL.findall(log.read_text(encoding="utf-8")))
    return [
        Point(call, nth)
        for call, times in made.items()
        for nth in range(1, times + 1, math.ceil(times / at_most))
    ]


def strike(action: Action, log: Path, inject: str | None = None) -> str:
    """Run ``action`` in a child under strace; tell how it ended, or "" if it was killed."""
    with forked(action) as child:
        calls = ",".join(f"?{call}" for call in DISK_CALLS)
        options = ["-e", f"inject={inject}"] if inject else []
        command = ["strace", "-o", log, "-e", f"trace={calls}", *options, "-p", str(child.pid)]
        strace = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        assert strace.stderr is not None
        attached = strace.stderr.readline()
        assert "attached" in attached, attached
        child.begin()
        said = child.said()
        strace.communicate()
        return said


class Child:
    """A forked process that waits for :meth:`begin`."""

    def __init__(self, pid: int, start: int, answer: int) -> None:
        self.pid = pid
        self._start = start
        self.answer = answer

    def begin(self) -> None:
        os.write(self._start, b"go")

    def said(self) -> str:
        """Wait for its end and return all it said."""
        with os.fdopen(os.dup(self.answer), "rb") as answer:
            return answer.read().decode()


@contextmanager
def forked(action: Action) -> Iterator[Child]:
    """Fork a child for ``action``; it is reaped at the end of the block."""
    start_read, start_write = os.pipe()
    answer_read, answer_write = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(answer_read)
            sys.dont_write_bytecode = True  # its files are not those of the action
            # Where only ancestors may trace, strace would be refused: it is our sibling.
            ctypes.CDLL(None).prctl(_PR_SET_PTRACER, _ANYBODY, 0, 0, 0)
            os.read(start_read, 2)
            # writev is no call that we strike, so that an answer always gets through.
            os.writev(answer_write, [_outcome(action).encode()])
        finally:
            os._exit(0)
    os.close(answer_write)
    os.close(start_read)
    try:
        yield Child(pid, start_write, answer_read)
    finally:
        os.close(start_write)
        os.close(answer_read)
        os.waitpid(pid, 0)


def _outcome(action: Action) -> str:
    try:
        action()
    except HabeasError as error:
        return f"{REFUSED} {error}"
    except BaseException as error:  # noqa: BLE001  whatever it is, the parent must hear of it
        return f"{FAULT} {error!r}"
    return DONE
