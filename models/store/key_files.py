"""Key files: 64 random bytes that open a vault together with a passphrase.

A key file helps only where it is kept apart from the laptop, on a stick or a card.
"""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from models.crypto.slots import KEY_FILE_BYTES
from models.errors import VaultError
from models.store.durable import create_file, sync_folder


def read_key_file(file: Path) -> bytearray:
    """Return the bytes of a key file; wipe them after use.

    Raises:
        VaultError: it is not there, cannot be read, or is no key file.
    """
    try:
        with file.open("rb") as opened:
            content = bytearray(opened.read(KEY_FILE_BYTES + 1))
    except OSError:
        raise VaultError("The key file cannot be read; is its stick connected?") from None
    if len(content) != KEY_FILE_BYTES:
        raise VaultError("This is not a key file of Habeas.")
    return content


def make_key_file(file: Path) -> None:
    """Make the new key file ``file``, readable by its owner alone; on return it is on the disk.

    Raises:
        VaultError: something of that name is there, or it cannot be written.
    """
    try:
        with os.fdopen(create_file(file), "wb") as fresh:
            fresh.write(secrets.token_bytes(KEY_FILE_BYTES))
            fresh.flush()
            os.fsync(fresh.fileno())
        sync_folder(file.parent)
    except FileExistsError:
        raise VaultError("There is a file of this name; please choose another name.") from None
    except OSError:
        with suppress(OSError):
            file.unlink(missing_ok=True)
        raise VaultError("The key file cannot be written there; is there space?") from None


def warning_about(file: Path, vault: Path) -> str:
    """Return a sentence where a key file lies on the vault's own disk, else an empty text."""
    try:
        together = file.parent.stat().st_dev == vault.stat().st_dev
    except OSError:
        return ""
    if not together:
        return ""
    return (
        "The key file lies on the same disk as the vault: who takes the laptop has both. "
        "Please keep it on a stick that you carry apart."
    )
