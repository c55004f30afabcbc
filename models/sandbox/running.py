"""Asking the child and waiting for it, with bounds the child cannot move."""

import math
import re
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import BinaryIO, Self

from models.errors import (
    SandboxCancelledError,
    SandboxError,
    SandboxLimitError,
    SandboxRefusedError,
)
from models.sandbox import frames
from models.sandbox.children import Child, started
from models.sandbox.frames import Kind
from models.sandbox.limits import Limits

_LOOK_EVERY = 0.05  # seconds between two looks at the clock and at ``cancelled``
_PLACE = re.compile(rb"[A-Za-z_]\w{0,80} in models[\w.]{0,120}:\d{1,6}")

_DEFAULT = Limits()


def run(
    task: str,
    payload: bytes,
    *,
    limits: Limits = _DEFAULT,
    on_progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """What ``task`` makes of ``payload`` in a closed-off child process of its own.

    Args:
        task: ``models.part.module:function``; see the package.
        payload: the bytes to work on; the child has nothing else.
        limits: time, memory and length of answer.
        on_progress: hears (done, total) in the calling thread.
        cancelled: asked from another thread about twenty times a second, such as ``Event.is_set``.

    Raises:
        SandboxRefusedError: the task says with a sentence why it cannot.
        SandboxLimitError: a limit was reached.
        SandboxCancelledError: ``cancelled`` said yes.
        SandboxError: no answer: it broke, was killed, or could not be sealed.
    """
    with started(task) as child, _Watch(child, limits.seconds, cancelled) as watch:
        try:
            _ask(child.stdin, limits, payload)
            return _hear(child.stdout, limits, on_progress)
        except frames.BrokenFrameError:
            raise (watch.verdict or SandboxError(_SILENT)) from None
        except frames.LongFrameError:
            raise SandboxLimitError(_TOO_LONG) from None


def _ask(pipe: BinaryIO, limits: Limits, payload: bytes) -> None:
    with suppress(BrokenPipeError):  # it gave up early; what it says comes next
        seconds = math.ceil(limits.seconds) + 1
        frames.write(pipe, Kind.LIMITS, frames.PAIR.pack(limits.memory, seconds))
        frames.write(pipe, Kind.INPUT, payload)


def _hear(pipe: BinaryIO, limits: Limits, on_progress: Callable[[int, int], None] | None) -> bytes:
    while True:
        kind, body = frames.read(pipe, most=limits.answer)
        if kind is Kind.ANSWER:
            return body
        if kind is not Kind.PROGRESS:
            raise _error(kind, body)
        done, total = frames.read_pair(body)
        if on_progress is not None:
            on_progress(done, total)


def _error(kind: Kind, body: bytes) -> SandboxError:
    match kind:
        case Kind.REFUSED:
            return SandboxRefusedError(" ".join(body.decode(errors="replace").split()))
        case Kind.EXHAUSTED:
            return SandboxLimitError(_TOO_MUCH_MEMORY)
        case Kind.UNSEALED:
            return SandboxError(_NOT_SEALED)
        case Kind.FAILED if _PLACE.fullmatch(body):
            return SandboxError(f"{_BROKEN} ({body.decode()})")
        case _:
            return SandboxError(_BROKEN)


class _Watch:
    """Kills the child when its time is over or nobody wants the answer any more."""

    def __init__(self, child: Child, seconds: float, cancelled: Callable[[], bool] | None) -> None:
        self.verdict: SandboxError | None = None
        self._child = child
        self._deadline = time.monotonic() + seconds
        self._cancelled = cancelled
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, name="sandbox-watch", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while self.verdict is None and not self._over.wait(_LOOK_EVERY):
            if time.monotonic() > self._deadline:
                self.verdict = SandboxLimitError(_TOO_SLOW)
            elif self._cancelled is not None and self._cancelled():
                self.verdict = SandboxCancelledError(_CANCELLED)
        if self.verdict is not None:
            self._child.kill()


_SILENT = "The closed-off helper process ended without an answer; please try again."
_BROKEN = "The closed-off helper process failed; nothing was changed."
_TOO_SLOW = "This takes longer than the program allows, so it was stopped; try a smaller file."
_TOO_MUCH_MEMORY = "This needs more memory than the program allows; try a smaller file."
_TOO_LONG = "The result is larger than the program allows; try a smaller file."
_CANCELLED = "This was stopped as asked."
_NOT_SEALED = (
    "This system cannot close off the process that reads foreign files, so they are not read."
)
