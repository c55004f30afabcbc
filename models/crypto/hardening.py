"""Keeping the memory and the files of this process to itself; called once, before anything else."""

import contextlib
import ctypes
import os
import sys

_PR_SET_DUMPABLE = 4  # linux/prctl.h
_OWNER_ONLY = 0o077


def harden_process() -> None:
    """Leave no core dump, let no other process of the user look inside, create private files.

    On Linux the process can no longer be traced by its own user. On Windows the folder rights of
    the user's profile do the last part, and there is no core dump unless an administrator asks.
    """
    os.umask(_OWNER_ONLY)
    if os.name == "posix":
        _forbid_core_dumps()
    if sys.platform == "linux":
        # Without libc's prctl (a libc we do not know) the core limit alone must do.
        with contextlib.suppress(AttributeError, OSError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def _forbid_core_dumps() -> None:
    import resource  # noqa: PLC0415  Windows has no such module

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
