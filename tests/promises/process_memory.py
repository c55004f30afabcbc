"""Searching the memory of another process from outside, as a forensic tool would."""

import re
from collections.abc import Iterator
from io import FileIO
from pathlib import Path

_AREA = re.compile(r"([0-9a-f]+)-([0-9a-f]+) rw")
_STEP = 16 << 20
_OVERLAP = 4096


def areas(pid: int) -> Iterator[tuple[int, int]]:
    """First and last address of every area that can be written."""
    for line in Path(f"/proc/{pid}/maps").read_text(encoding="utf-8").splitlines():
        match = _AREA.match(line)
        if match and not line.endswith(("[vvar]", "[vsyscall]", "[vvar_vclock]")):
            yield int(match[1], 16), int(match[2], 16)


def found(pid: int, needles: frozenset[bytes]) -> set[bytes]:
    """Those needles that are anywhere in the memory of process ``pid``.

    Raises:
        PermissionError: this account may not look.
    """
    hits: set[bytes] = set()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for first, last in areas(pid):
            for start in range(first, last, _STEP):
                data = _read(memory, start, min(_STEP + _OVERLAP, last - start))
                hits |= {needle for needle in needles - hits if needle in data}
    return hits


def _read(memory: FileIO, start: int, length: int) -> bytes:
    try:
        memory.seek(start)
        return memory.read(length)
    except OSError:  # a guard page, or an area that went away
        return b""
