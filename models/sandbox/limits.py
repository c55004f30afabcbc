"""What a task in the closed-off child may use up."""

from dataclasses import dataclass

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds of one task.

    Attributes:
        seconds: wall time from start to answer, the start of Python included.
        memory: bytes of address space, Python and its libraries included (about 200 MiB).
        answer: bytes of the answer the caller is ready to hold.
    """

    seconds: float = 60
    memory: int = 1024 * MEBIBYTE
    answer: int = 256 * MEBIBYTE
