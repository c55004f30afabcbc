"""The life of the child: hide, warm up, seal, and only then read the bytes and work on them."""

import importlib
import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import BinaryIO, NoReturn, TypeAlias, cast

from models.errors import HabeasError
from models.sandbox import frames, sealing
from models.sandbox.frames import Kind

Task: TypeAlias = Callable[[bytes, Callable[[int, int], None]], bytes]

_NAME = re.compile(r"(?P<module>models(?:\.[a-z0-9_]+)+):(?P<function>[a-z][a-z0-9_]*)")


def main(task: str) -> NoReturn:
    """Answer one question on the standard pipes, then end this process."""
    asked, said = _take_pipes()
    try:
        kind, body = Kind.ANSWER, _work(task, asked, said)
    except BaseException as error:  # noqa: BLE001  whatever it is, the parent must hear of it
        kind, body = _excuse(error)
    with suppress(OSError):  # the parent may be gone
        frames.write(said, kind, body)
    os._exit(0)  # no exit handler of a library that read foreign bytes


def load(task: str) -> Task:
    """The function that ``models.part.module:function`` names, its module warmed up.

    Raises:
        ValueError: the name does not lead below ``models``.
    """
    name = _NAME.fullmatch(task)
    if name is None:
        raise ValueError
    module = importlib.import_module(name["module"])
    getattr(module, "warm", lambda: None)()
    return cast("Task", getattr(module, name["function"]))


def _work(task: str, asked: BinaryIO, said: BinaryIO) -> bytes:
    sealing.hide()
    memory, seconds = frames.read_pair(frames.read(asked, most=0).body)
    function = load(task)
    sealing.seal(memory=memory, seconds=seconds, keep=said.fileno())
    payload = frames.read(asked, most=memory).body

    def progress(done: int, total: int) -> None:
        frames.write(said, Kind.PROGRESS, frames.PAIR.pack(done, total))

    return function(payload, progress)


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Both pipes to the parent; a library that prints now prints to nowhere."""
    said = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return sys.stdin.buffer, said


def _excuse(error: BaseException) -> tuple[Kind, bytes]:
    """What to say instead of an answer; of an unexpected error never its words."""
    match error:
        case HabeasError():
            return Kind.REFUSED, str(error).encode()[: frames.SHORT_BODY]
        case MemoryError():
            return Kind.EXHAUSTED, b""
        case sealing.SealError():
            return Kind.UNSEALED, type(error.__cause__).__name__.encode()
        case _:
            return Kind.FAILED, f"{type(error).__name__} in {_place(error)}".encode()


def _place(error: BaseException) -> str:
    """Module and line of ours in which the error arose."""
    place, step = "models:0", error.__traceback__
    while step is not None:
        module = step.tb_frame.f_globals.get("__name__", "")
        if module.startswith("models."):
            place = f"{module}:{step.tb_lineno}"
        step = step.tb_next
    return place
