"""One name for what differs by system: hiding a process, and sealing it before foreign bytes."""

import sys

if sys.platform == "linux":
    from models.sandbox import linux as system
elif sys.platform == "win32":
    from models.sandbox import windows as system
else:
    system = None  # seal() then fails, and no task runs


class SealError(Exception):
    """This process could not be closed off; it must not touch what comes from outside."""


def hide() -> None:
    """Leave no core dump and die with the parent.

    Raises:
        SealError: the system refused, or we know no way on it.
    """
    _do("hide")


def seal(*, memory: int, seconds: int, keep: int) -> None:
    """Give up files, sockets, programs and other processes, for good.

    Args:
        memory: bytes of address space that stay allowed.
        seconds: processor time that stays allowed.
        keep: the one descriptor beyond the standard three that stays open.

    Raises:
        SealError: it did not take effect in full.
    """
    _do("seal", memory=memory, seconds=seconds, keep=keep)


def _do(what: str, **figures: int) -> None:
    try:
        getattr(system, what)(**figures)
    except Exception as error:
        raise SealError from error
