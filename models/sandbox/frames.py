"""What parent and child say to each other: a kind, a length, a body; no object is ever unpickled.

Both ends read with a bound, because after a hostile file the other end may not be ours any more.
"""

import struct
from enum import Enum
from typing import BinaryIO, NamedTuple

_HEAD = struct.Struct("!cQ")
PAIR = struct.Struct("!QQ")
SHORT_BODY = 2000


class Kind(Enum):
    """Kinds of frames; the first two go to the child, the others come from it."""

    LIMITS = b"L"  # PAIR: bytes of memory, seconds of processor time
    INPUT = b"I"  # the payload of the task
    PROGRESS = b"P"  # PAIR: steps done, steps in all
    ANSWER = b"A"  # what the task returned
    REFUSED = b"R"  # a sentence for the worker
    FAILED = b"F"  # type and place of an exception nobody expected
    EXHAUSTED = b"M"  # out of memory; empty
    UNSEALED = b"U"  # type of the error that kept the seal open


class Frame(NamedTuple):
    """One message."""

    kind: Kind
    body: bytes


class BrokenFrameError(Exception):
    """The other end stopped in the middle, or sent what is no frame."""


class LongFrameError(Exception):
    """The other end announced more bytes than we take."""


def write(stream: BinaryIO, kind: Kind, body: bytes = b"") -> None:
    """Send one frame at once."""
    stream.write(_HEAD.pack(kind.value, len(body)))
    stream.write(body)
    stream.flush()


def read(stream: BinaryIO, *, most: int) -> Frame:
    """Wait for one frame whose body has at most ``most`` bytes.

    Raises:
        BrokenFrameError: the stream ended early or holds no frame.
        LongFrameError: the body would be longer than ``most``, or than its kind may be.
    """
    letter, length = _HEAD.unpack(_exactly(stream, _HEAD.size))
    try:
        kind = Kind(letter)
    except ValueError:
        raise BrokenFrameError from None
    if length > (most if kind in (Kind.INPUT, Kind.ANSWER) else SHORT_BODY):
        raise LongFrameError
    return Frame(kind, _exactly(stream, length))


def read_pair(body: bytes) -> tuple[int, int]:
    """Two whole numbers out of the body of a limits or progress frame.

    Raises:
        BrokenFrameError: the body is something else.
    """
    try:
        first, second = PAIR.unpack(body)
    except struct.error:
        raise BrokenFrameError from None
    return first, second


def _exactly(stream: BinaryIO, length: int) -> bytes:
    body = stream.read(length)
    if len(body) != length:
        raise BrokenFrameError
    return body
