"""How a process gives up its powers on Linux: prctl(2), setrlimit(2) and the filter of seccomp(2).

Two belts: the limits hold without the filter and the filter without the limits, but for root, on
whom the limit of processes has no effect.
"""

import ctypes
import errno
import os
import resource
import signal

from models.sandbox import seccomp

_SET_PDEATHSIG, _SET_DUMPABLE, _SET_NO_NEW_PRIVS = 1, 4, 38
_STANDARD = 3  # descriptors 0, 1 and 2


def hide() -> None:
    """Die with the parent, leave no core dump, and let no process of the same user look in.

    Raises:
        OSError: the kernel refused.
    """
    _prctl(_SET_PDEATHSIG, signal.SIGKILL)
    # A core limit of 0 does not stop a core_pattern that begins with "|"; this does.
    _prctl(_SET_DUMPABLE, 0)
    _limit(resource.RLIMIT_CORE, 0)


def seal(*, memory: int, seconds: int, keep: int) -> None:
    """Give up files, sockets, programs, and memory and processor time beyond these figures.

    Of the open descriptors only the standard three and ``keep`` stay.

    Raises:
        OSError: something of it did not take effect; the process must do no work then.
    """
    os.closerange(_STANDARD, keep)
    os.closerange(max(keep + 1, _STANDARD), os.sysconf("SC_OPEN_MAX"))
    _limit(resource.RLIMIT_AS, memory)
    _limit(resource.RLIMIT_CPU, seconds)
    for nothing in (resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE, resource.RLIMIT_NPROC):
        _limit(nothing, 0)
    _prctl(_SET_NO_NEW_PRIVS, 1)
    seccomp.install()
    if not seccomp.is_refused():
        raise OSError(errno.EPERM, "the filter has no effect")


def _limit(what: int, most: int) -> None:
    resource.setrlimit(what, (most, most))


def _prctl(option: int, value: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(option, ctypes.c_ulong(value), *(ctypes.c_ulong(0),) * 3):
        raise OSError(ctypes.get_errno(), "prctl was refused")
