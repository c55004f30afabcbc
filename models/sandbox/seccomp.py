"""The system calls a sealed child keeps: those of pure computation, on x86-64 and 64-bit ARM Linux.

The filter is classic BPF as in seccomp(2): a list of numbers that are allowed, two calls that are
allowed without executable pages, everything else answers "not permitted", so that a library that
looks for a file fails softly. A foreign instruction set kills the process. Numbers come from the
kernel's ``asm/unistd_64.h`` and ``asm-generic/unistd.h`` and never change; a test compares them.
"""

import ctypes
import errno
import os
import platform
import struct
from typing import Final, NamedTuple


class _Machine(NamedTuple):
    audit: int  # AUDIT_ARCH_* of linux/audit.h
    column: int  # of the tables below
    seccomp: int  # number of seccomp(2) itself


MACHINES: Final = {
    "x86_64": _Machine(audit=0xC000003E, column=0, seccomp=317),
    "aarch64": _Machine(audit=0xC00000B7, column=1, seccomp=277),
}

ALLOWED: Final = {
    # the pipes that are open already
    "read": (0, 63),
    "write": (1, 64),
    "writev": (20, 66),
    "close": (3, 57),
    "fstat": (5, 80),
    "lseek": (8, 62),
    # memory
    "munmap": (11, 215),
    "brk": (12, 214),
    "mremap": (25, 216),
    "madvise": (28, 233),
    # signals of our own, never to anybody
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "sigaltstack": (131, 132),
    "restart_syscall": (219, 128),
    # threads that run already
    "futex": (202, 98),
    "sched_yield": (24, 124),
    "getpid": (39, 172),
    "gettid": (186, 178),
    # the clock and chance
    "gettimeofday": (96, 169),
    "clock_gettime": (228, 113),
    "clock_getres": (229, 114),
    "nanosleep": (35, 101),
    "clock_nanosleep": (230, 115),
    "getrandom": (318, 278),
    # the end
    "exit": (60, 93),
    "exit_group": (231, 94),
}
WITHOUT_EXECUTION: Final = {"mmap": (9, 222), "mprotect": (10, 226)}  # third argument: protection

_LOAD, _JUMP_EQUAL, _JUMP_ANY_BIT, _RETURN = 0x20, 0x15, 0x45, 0x06
_NUMBER_AT, _AUDIT_AT, _THIRD_ARGUMENT_AT = 0, 4, 32  # offsets into struct seccomp_data
_ALLOW, _KILL, _REFUSE = 0x7FFF0000, 0x80000000, 0x00050000 | errno.EPERM
_PROT_EXEC = 4
_SET_MODE_FILTER, _ALL_THREADS = 1, 1


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def install() -> None:
    """Put the filter on every thread of this process, for good.

    Raises:
        OSError: the kernel refused it, or this machine is none of :data:`MACHINES`.
    """
    machine = MACHINES.get(platform.machine())
    if machine is None:
        raise OSError(errno.ENOSYS, "no filter for this machine")
    steps = program(machine.audit, machine.column)
    filter_ = _Program(len(steps) // 8, steps)
    libc = ctypes.CDLL(None, use_errno=True)
    # Without ALL_THREADS a thread that a library started while warming up would stay free.
    if libc.syscall(machine.seccomp, _SET_MODE_FILTER, _ALL_THREADS, ctypes.byref(filter_)):
        raise OSError(ctypes.get_errno() or errno.EBUSY, "the filter was refused")


def program(audit: int, column: int) -> bytes:
    """The filter as the kernel reads it: eight bytes a step."""
    steps = [
        _step(_LOAD, _AUDIT_AT),
        _step(_JUMP_EQUAL, audit, yes=1),
        _step(_RETURN, _KILL),
        _step(_LOAD, _NUMBER_AT),
    ]
    for numbers in ALLOWED.values():
        steps += [_step(_JUMP_EQUAL, numbers[column], no=1), _step(_RETURN, _ALLOW)]
    for numbers in WITHOUT_EXECUTION.values():
        steps += [
            _step(_JUMP_EQUAL, numbers[column], no=4),
            _step(_LOAD, _THIRD_ARGUMENT_AT),
            _step(_JUMP_ANY_BIT, _PROT_EXEC, no=1),
            _step(_RETURN, _REFUSE),
            _step(_RETURN, _ALLOW),
        ]
    return b"".join([*steps, _step(_RETURN, _REFUSE)])


def _step(code: int, value: int, *, yes: int = 0, no: int = 0) -> bytes:
    return struct.pack("=HBBI", code, yes, no, value)


def is_refused(path: str = os.devnull) -> bool:
    """Whether this process can no longer open a file, and the filter is the reason."""
    try:
        os.close(os.open(path, os.O_RDONLY))
    except OSError as error:
        return error.errno == errno.EPERM
    return False
