"""The judge of a traced session: what it let out that it should not have."""

import os
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.promises import canaries
from tests.promises.strace_log import HIDDEN, NAMINGS, WRITES, Call

_NOWHERE = ("/dev/null", "anon_inode:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where a session may leave what.

    Attributes:
        chosen: the user asked for documents here: anything may be written.
        kept: the program's own places, the vault among them: bytes, but no name.

    What stands beside such a place under its name and a suffix, while it is being made, belongs
    to it: ``demo.habeas.1f3a.new``.
    """

    chosen: tuple[Path, ...]
    kept: tuple[Path, ...]

    def are_chosen(self, target: str) -> bool:
        """Whether ``target`` is an output the user asked for, and not a vault within it."""
        return _within(target, self.chosen) and not _within(target, self.kept)

    def are_known(self, target: str) -> bool:
        """Whether the program may write there at all."""
        return _within(target, (*self.chosen, *self.kept))


def sockets(calls: Iterable[Call]) -> list[str]:
    """Attempts to reach a network, or a local service."""
    return sorted(
        {
            f"{call.name}({call.words.strip(', ')}) {call.strings}"
            for call in calls
            if (call.name == "socket" and "AF_UNIX" not in call.words) or call.name == "connect"
        }
    )


def names(calls: Iterable[Call], places: Places, needles: frozenset[bytes]) -> list[str]:
    """Names in bytes or words that left for anywhere but a chosen output.

    A pipe is not searched: the session is started without any, so both of its ends are ours.
    """
    streams: dict[str, bytearray] = defaultdict(bytearray)
    for call in calls:
        if call.name in WRITES and not _is_pipe(call.target) and not places.are_chosen(call.target):
            streams[call.target] += call.data
        elif call.name in NAMINGS and not _names_chosen(call, places):
            streams[f"the words of {call.name}"] += b"\0".join(call.strings) + b"\0"
    return [
        f"{target}: {needle!r}"
        for target, data in streams.items()
        for needle in canaries.found(bytes(data), needles)
    ]


def strange_places(calls: Iterable[Call], places: Places) -> list[str]:
    """Files written or made where the session has nothing to write."""
    return sorted(
        {
            f"{call.name} {target}"
            for call in calls
            for target in _changed(call)
            if not _is_pipe(target)
            and not target.startswith(_NOWHERE)
            and not places.are_known(target)
        }
    )


def unseen(calls: Iterable[Call], places: Places) -> list[str]:
    """Writes whose bytes the log does not hold, to places where a name would be a leak."""
    return sorted(
        {
            f"{call.name} {call.descriptors or call.words}"
            for call in calls
            if (_is_hidden(call) or (call.cut and call.name in WRITES))
            and not all(_is_pipe(one) or places.are_chosen(one) for one in call.descriptors or "?")
        }
    )


def _is_hidden(call: Call) -> bool:
    if call.name == "mmap":
        shared = "MAP_SHARED" in call.words and "PROT_WRITE" in call.words
        return shared and "MAP_ANONYMOUS" not in call.words
    return call.name in HIDDEN and call.worked


def _changed(call: Call) -> tuple[str, ...]:
    if call.name in WRITES:
        return call.descriptors[:1]
    if call.name in NAMINGS and call.makes and call.worked and not call.name.startswith("exec"):
        return _paths(call)
    return ()


def _names_chosen(call: Call, places: Places) -> bool:
    return not call.makes or (
        not call.name.startswith("exec") and all(places.are_chosen(path) for path in _paths(call))
    )


def _paths(call: Call) -> tuple[str, ...]:
    """The names a call gives, made absolute by the folder descriptors beside them."""
    named = [name.decode(errors="surrogateescape") for name in call.strings]
    folders = call.descriptors or ("/",)
    return tuple(
        str(Path(folders[min(index, len(folders) - 1)], name)) for index, name in enumerate(named)
    )


def _within(target: str, folders: tuple[Path, ...]) -> bool:
    path = os.path.normpath(target.removesuffix(" (deleted)"))  # "home/../x" is not at home
    return any(path == str(one) or path.startswith((f"{one}/", f"{one}.")) for one in folders)


def _is_pipe(target: str) -> bool:
    return target.startswith("pipe:[")
