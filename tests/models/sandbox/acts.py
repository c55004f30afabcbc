"""What a child that was taken over might try, and what an honest one does.

A *deed* succeeds or raises; its answer is ``b"done"`` or ``b"refused NAME"`` with the error's name.
Everything it needs (paths, ports) comes as JSON in the payload.
"""

import ctypes
import errno
import json
import mmap
import os
import resource
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from models.errors import SandboxRefusedError
from models.sandbox import frames

ANSWER_PIPE = 3
EXIT_42 = bytes.fromhex(  # a static 64-bit ELF of 132 bytes: mov edi, 42; mov eax, 60; syscall
    "7f454c4602010100000000000000000002003e000100000078004000000000004000000000000000"
    "00000000000000000000000040003800010000000000000001000000050000000000000000000000"
    "00004000000000000000400000000000840000000000000084000000000000000010000000000000"
    "bf2a000000b83c0000000f05"
)

Act = Callable[..., bytes]  # what the fixture "act" is
Progress = Callable[[int, int], None]
Place = dict[str, Any]
DEEDS: list[str] = []
_libc = ctypes.CDLL(None, use_errno=True)


def deed(act: Callable[[Place], object]) -> Callable[[bytes, Progress], bytes]:
    DEEDS.append(act.__name__)

    def task(payload: bytes, progress: Progress) -> bytes:
        try:
            act(json.loads(payload))
        except OSError as error:
            return f"refused {errno.errorcode.get(error.errno or 0)}".encode()
        except RuntimeError:  # how Python reports a thread that cannot start
            return b"refused RuntimeError"
        return b"done"

    return task


# files


@deed
def read_a_file(place: Place) -> None:
    Path(place["readable"]).read_bytes()


@deed
def write_a_file(place: Place) -> None:
    Path(place["folder"], "written").write_bytes(b"x")


@deed
def list_a_folder(place: Place) -> None:
    list(Path(place["folder"]).iterdir())


@deed
def see_whether_a_file_exists(place: Place) -> None:
    os.stat(place["readable"])  # noqa: PTH116  Path.exists would hide the error


@deed
def rename_a_file(place: Place) -> None:
    Path(place["movable"]).rename(place["movable"])


# network


@deed
def connect_by_tcp(place: Place) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as sender:
        sender.connect(("127.0.0.1", place["tcp"]))


@deed
def send_by_udp(place: Place) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.sendto(b"x", ("127.0.0.1", place["udp"]))


@deed
def connect_to_a_local_socket(place: Place) -> None:
    with socket.socket(socket.AF_UNIX) as sender:
        sender.connect(place["local"])


@deed
def make_a_socket_pair(place: Place) -> None:
    for end in socket.socketpair():
        end.close()


@deed
def make_a_pipe(place: Place) -> None:
    for end in os.pipe():
        os.close(end)


# processes


@deed
def fork(place: Place) -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


@deed
def start_a_thread(place: Place) -> None:
    thread = threading.Thread(target=int)
    thread.start()
    thread.join()


@deed
def start_a_program(place: Place) -> None:
    child = os.posix_spawn("/bin/true", ["true"], {})
    if os.waitpid(child, 0)[1] != 0:
        raise OSError(errno.ECHILD, "it did not run")


@deed
def start_a_static_program(place: Place) -> None:
    child = os.posix_spawn(place["program"], ["program"], {})
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 42:
        raise OSError(errno.ECHILD, "it did not run")


@deed
def become_another_program(place: Place) -> None:
    # Else the parent takes the closed pipe for our end and kills the program before it began.
    os.set_inheritable(ANSWER_PIPE, True)  # noqa: FBT003  positional only
    os.execv("/bin/sh", ["sh", "-c", f"echo > {place['folder']}/became"])  # noqa: S606  the deed


@deed
def signal_itself(place: Place) -> None:
    os.kill(os.getpid(), 0)


@deed
def raise_its_own_limits(place: Place) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, resource.getrlimit(resource.RLIMIT_CPU))


@deed
def make_pages_executable(place: Place) -> None:
    mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC).close()


@deed
def share_memory(place: Place) -> None:
    os.close(os.memfd_create("shared"))


def raw_call(payload: bytes, progress: Progress) -> bytes:
    """A system call by its number, past Python and the C library."""
    ctypes.set_errno(0)
    arguments = [ctypes.c_long(argument) for argument in json.loads(payload)]
    _libc.syscall.restype = ctypes.c_long
    result = _libc.syscall(*arguments)
    return errno.errorcode[ctypes.get_errno()].encode() if result == -1 else b"done"


def signal_the_parent(payload: bytes, progress: Progress) -> bytes:
    try:
        os.kill(os.getppid(), int(payload))
    except OSError as error:
        return errno.errorcode[error.errno].encode()
    return b"done"


# using up


def take_memory(payload: bytes, progress: Progress) -> bytes:
    return str(len(bytearray(int(payload)))).encode()


def take_time(payload: bytes, progress: Progress) -> bytes:
    until = time.monotonic() + float(payload)
    while time.monotonic() < until:
        pass
    return b"done"


def take_time_without_python(payload: bytes, progress: Progress) -> bytes:
    """One instruction of Python that computes for hours and never lets go of the interpreter."""
    return str(3 ** (3 ** int(payload))).encode()[:1]


def answer_at_length(payload: bytes, progress: Progress) -> bytes:
    return bytes(int(payload))


def report_for_ever(payload: bytes, progress: Progress) -> bytes:
    while True:
        progress(1, 2)


def say(payload: bytes, progress: Progress) -> bytes:
    """Put the payload on the answer pipe as it is."""
    os.write(ANSWER_PIPE, payload)
    return b"done"


def announce(payload: bytes, progress: Progress) -> bytes:
    """Announce an answer of so many bytes and send none of them."""
    os.write(ANSWER_PIPE, b"A" + int(payload).to_bytes(8, "big"))
    return b""


# being honest


def echo(payload: bytes, progress: Progress) -> bytes:
    progress(1, 2)
    progress(2, 2)
    return payload[::-1]


def chatter(payload: bytes, progress: Progress) -> bytes:
    print(payload, flush=True)  # noqa: T201
    print(payload, file=sys.stderr, flush=True)  # noqa: T201
    os.write(1, payload)
    return b"done"


def refuse(payload: bytes, progress: Progress) -> bytes:
    raise SandboxRefusedError(payload.decode())


def stumble(payload: bytes, progress: Progress) -> bytes:
    frames.read_pair(payload)
    raise ValueError(payload.decode())


def crash(payload: bytes, progress: Progress) -> bytes:
    return ctypes.string_at(0)


def wait(payload: bytes, progress: Progress) -> bytes:
    progress(os.getpid(), os.getpid())
    time.sleep(float(payload))
    return b"done"


def powers(payload: bytes, progress: Progress) -> bytes:
    """Which powers are gone, as the process itself sees them after ``hide``."""
    core = resource.getrlimit(resource.RLIMIT_CORE)[1]
    return json.dumps({"dumpable": _libc.prctl(3, 0, 0, 0, 0), "core": core}).encode()


def environment(payload: bytes, progress: Progress) -> bytes:
    return "\n".join(f"{name}={value}" for name, value in os.environ.items()).encode()


_may_open, _opened = threading.Event(), threading.Event()
_findings: list[bytes] = []


def start_the_thread() -> None:
    threading.Thread(target=_open_when_asked, daemon=True).start()


def _open_when_asked() -> None:
    _may_open.wait()
    _findings.append(read_a_file(json.dumps({"readable": __file__}).encode(), _no_progress))
    _opened.set()


def _no_progress(done: int, total: int) -> None:
    """Nobody listens."""


def let_a_thread_open(payload: bytes, progress: Progress) -> bytes:
    _may_open.set()
    _opened.wait()
    return _findings[0]


def catch_signals(payload: bytes, progress: Progress) -> bytes:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    return wait(payload, progress)
