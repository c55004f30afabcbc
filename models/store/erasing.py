"""Erasing a vault on this computer: the keys first, then everything else.

Without the data key the record and the sealed files are noise, and the data key lies in the header
copies only. So these go first; what an interruption leaves behind opens with nothing. Nothing here
runs by itself, and there is no duress word: it is what a worker decides, with a backup in hand.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from models.crypto.wiping import wiped
from models.errors import VaultError
from models.store import anchor, manifest, restoring
from models.store.durable import sync_folder
from models.store.header_file import COPIES
from models.store.vault import Vault
from models.store.vault_folder import ATTACHMENTS, DATABASE

SURVIVES = (
    "Every backup, transport copy and document that was made stays where it is and can be opened.",
    "Copies of the vault that others made, as by a cloud or a system restore, stay too.",
    "The disk itself may keep old pieces, since solid-state disks do not write in place.",
    "Such pieces open only for somebody who has an old key file and learns its passphrase.",
    "A key that was put into this computer's keyring stays there, and opens nothing any more.",
    "The system may remember that Habeas was used here, when, and the name of the folder.",
    "Erasing can itself be punished where the police or a court want the computer.",
)
"""What erasing cannot reach: read before the worker confirms."""


def erase(vault: Vault, confirmation: str, proof: Path) -> tuple[str, ...]:
    """Close ``vault`` and erase it, if ``proof`` is a whole backup of its last state.

    Args:
        vault: the open vault.
        confirmation: the name of its folder, as the worker typed it.
        proof: the folder of a backup; each of its files is read and checked now.

    Returns:
        What survives, a sentence each.

    Raises:
        VaultError: it is not confirmed or not proven, and nothing was erased; or the disk failed
            on the way.
    """
    if vault.read_only:
        raise VaultError("This vault lies where nothing can be erased.")
    if confirmation.strip() != vault.folder.name:
        raise VaultError("Please type the name of the vault's folder to erase it.")
    _require_backup(vault, proof)
    folder = vault.folder
    vault.engine.dispose()
    try:
        for name in COPIES:
            _destroy(folder / name)
        sync_folder(folder)
        vault.close()
        _remove_rest(folder)
    except OSError:
        raise VaultError("The vault was not erased to the end; is its disk connected?") from None
    finally:
        vault.close()
    return SURVIVES


def _require_backup(vault: Vault, proof: Path) -> None:
    if vault.folder.resolve() in proof.resolve().parents:
        raise VaultError("This backup lies in the vault itself; please make one elsewhere.")
    told = manifest.read(proof)
    restoring.verify(proof, told)
    with wiped(vault.copy_of_key()) as key:
        tally = manifest.opened(told, key)
    with vault.engine.connect() as connection:
        now = anchor.standing(connection)
    if (tally.number, tally.head) != (now.number, now.head):
        raise VaultError("Something was changed after this backup; please make a new one first.")
    missing = _sealed_files(vault.folder) - told.contents.files.keys()
    if missing:
        raise VaultError("This backup lacks files of the vault; please make a new one first.")


def _sealed_files(folder: Path) -> set[str]:
    return {f"{ATTACHMENTS}/{path.name}" for path in (folder / ATTACHMENTS).iterdir()}


def _destroy(path: Path) -> None:
    """Overwrite a small file where the disk allows it, then remove it."""
    with suppress(FileNotFoundError):
        length = path.stat().st_size
        with path.open("r+b", buffering=0) as file:
            file.write(os.urandom(length))
            os.fsync(file.fileno())
        path.unlink()


def _remove_rest(folder: Path) -> None:
    (folder / DATABASE).unlink(missing_ok=True)
    shutil.rmtree(folder)
    sync_folder(folder.parent)
