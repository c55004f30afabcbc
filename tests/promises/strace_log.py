"""What a whole family of processes did to the outside, read from the logs of strace.

``run`` starts a command under strace with one log per thread (so that no line is torn by another
thread) and all strings in hexadecimal (so that none is ambiguous). ``read`` gives the calls back.
What a process did, in the words of this module:

- a *write* is bytes handed to a descriptor, whatever the kernel answered;
- a *naming* is a call that puts a word outside without writing it: a file's name, a program's
  arguments and environment, the address of a local socket;
- a *hidden write* is bytes we cannot see: between descriptors, or through a shared mapping.
"""

import re
import subprocess
from binascii import unhexlify
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LONGEST = 1_000_000  # bytes of one string in the log; longer ones end in "..."

WRITES = ("write", "pwrite64", "writev", "pwritev", "pwritev2", "sendto", "sendmsg", "sendmmsg")
NAMINGS = (
    *("open", "openat", "openat2", "creat", "mkdir", "mkdirat", "mknod", "mknodat"),
    *("rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat"),
    *("execve", "execveat", "setxattr", "fsetxattr", "memfd_create", "bind"),
)
HIDDEN = (
    *("sendfile", "copy_file_range", "splice", "tee", "vmsplice", "mmap"),
    *("io_uring_setup", "io_submit", "process_vm_writev", "ptrace"),
)
SOCKETS = ("socket", "connect")
HIDING = ("prctl", "setrlimit", "prlimit64")

_TRACE = ",".join(f"?{call}" for call in (*WRITES, *NAMINGS, *HIDDEN, *SOCKETS, *HIDING))
_LINE = re.compile(
    rb"(\w+)\((.*?)(?:\) += (-?\d+|0x[0-9a-f]+|\?).*|<unfinished \.\.\.>)?\n?", re.DOTALL
)
_STRING = re.compile(rb'"([^"]*)"(\.\.\.)?')
_DESCRIPTOR = re.compile(rb"(?<![\w\\])(?:\d+|AT_FDCWD)<((?:\\x[0-9a-f]{2})*)>")


@dataclass(frozen=True, slots=True)
class Call:
    """One system call.

    Attributes:
        thread: the log it stands in.
        name: such as ``write``.
        descriptors: what the descriptors among its arguments stand for: a path, ``pipe:[7]``, …
        strings: its strings in their order, buffers included.
        words: its arguments without strings and descriptors: flags, families, numbers.
        worked: whether the kernel did it.
        cut: whether a string is longer than the log holds.
    """

    thread: str
    name: str
    descriptors: tuple[str, ...]
    strings: tuple[bytes, ...]
    words: str
    worked: bool
    cut: bool

    @property
    def target(self) -> str:
        """What a write goes to."""
        return self.descriptors[0] if self.descriptors else "?"

    @property
    def data(self) -> bytes:
        """All bytes of a write."""
        return b"".join(self.strings)

    @property
    def makes(self) -> bool:
        """Whether an opening may make or change what it names."""
        return not self.name.startswith("open") or "O_RDONLY" not in self.words


@dataclass(frozen=True, slots=True)
class Ended:
    """A finished session: its exit status and where its words and its logs are."""

    status: int
    said: Path
    complained: Path
    logs: Path


def run(
    command: Sequence[str],
    into: Path,
    *,
    folder: Path,
    environment: Mapping[str, str],
    within: Sequence[str] = (),
) -> Ended:
    """Run ``command`` and all its children under strace.

    Input is empty; output and complaints are files, so that no pipe leads out of the session.

    Args:
        command: a program and its arguments.
        into: a folder to make, for the logs and what the program said.
        folder: where the program runs.
        environment: all of its environment.
        within: words before strace itself, such as ``unshare -rn``.
    """
    (into / "threads").mkdir(parents=True)
    strace = [*within, "strace", "-f", "-ff", "-y", "-xx", "--seccomp-bpf", "-e", "abbrev=!execve"]
    strace += ["-e", "signal=none", "-s", str(LONGEST), "-e", f"trace={_TRACE}"]
    strace += ["-o", str(into / "threads" / "log"), "--", *command]
    said, complained = into / "stdout", into / "stderr"
    with said.open("wb") as out, complained.open("wb") as err:
        ended = subprocess.run(
            strace,
            cwd=folder,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            check=False,
        )
    return Ended(ended.returncode, said, complained, into / "threads")


def read(logs: Path) -> Iterator[Call]:
    """Every call of every thread, each thread's in their order."""
    for log in sorted(logs.iterdir()):
        with log.open("rb") as lines:
            for line in lines:
                if not line.startswith((b"+++", b"---")):
                    yield parse(line, log.name)


def parse(line: bytes, thread: str = "") -> Call:
    """One line of the log of ``thread``.

    Raises:
        ValueError: it is no call.
    """
    match = _LINE.fullmatch(line)
    if match is None:
        raise ValueError(line[:200])
    name, arguments, result = match.groups()
    strings = _STRING.findall(arguments)
    rest = _STRING.sub(b"", arguments)
    return Call(
        thread,
        name.decode(),
        tuple(_plain(path).decode(errors="surrogateescape") for path in _DESCRIPTOR.findall(rest)),
        tuple(_plain(text) for text, _ in strings),
        _DESCRIPTOR.sub(b"", rest).decode(),
        worked=not (result or b"?").startswith((b"-", b"?")),
        cut=any(dots for _, dots in strings),
    )


def _plain(hexadecimal: bytes) -> bytes:
    return unhexlify(hexadecimal.replace(b"\\x", b""))
