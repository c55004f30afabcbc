"""The lock file that lets one Habeas at a time into a vault; it names no user and no machine."""

import os
from pathlib import Path

from filelock import FileLock, Timeout

from models.errors import VaultError, VaultInUseError
from models.store.durable import FILE_MODE

NAME = "lock"


class VaultLock:
    """Holds a vault from construction to :meth:`release`; the system drops it if we die.

    Raises:
        VaultInUseError: another Habeas holds the vault, or this one already does.
        VaultError: no lock can be had here, for instance on some network drives.
    """

    def __init__(self, folder: Path) -> None:
        # The soft fallback would write the process and host name into the file.
        self._lock = FileLock(
            folder / NAME, mode=FILE_MODE, thread_local=False, fallback_to_soft=False
        )
        try:
            self._lock.acquire(blocking=False)
        except Timeout:
            raise VaultInUseError(
                "This vault is open in another Habeas window; please close that one first."
            ) from None
        except OSError:
            raise VaultError(
                "A vault cannot be kept safe on this drive; please copy it to a local disk."
            ) from None

    def release(self) -> None:
        """Let others in; calling it again does nothing."""
        self._lock.release()


def lies_on_read_only_media(*paths: Path) -> bool:
    """Tell whether any of ``paths`` cannot be written, so that a vault is opened for reading."""
    return not all(os.access(path, os.W_OK) for path in paths)
