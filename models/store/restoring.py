"""Restoring a backup: into a new folder only, each file checked against the manifest.

A good record copied over a crashed one, whose journal is still there, silently becomes other data
(3 000 rows became 2 004 in a trial, and every check said “ok”). So nothing may lie there already.
"""

import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from models.errors import DamagedVaultError, VaultError
from models.store import anchor, manifest
from models.store.durable import FOLDER_MODE, NEW_SUFFIX, create_file, sync_folder
from models.store.header_file import COPIES
from models.store.manifest import FileNote, Manifest
from models.store.vault_folder import ATTACHMENTS, DATABASE

Progress = Callable[[int, int], None]
_OF_A_VAULT = (DATABASE, *COPIES, anchor.NAME)


def restore(
    backup: Path,
    folder: Path,
    progress: Progress | None = None,
    *,
    only: Sequence[str] = (),
) -> None:
    """Make ``folder`` a vault that is byte for byte what ``backup`` holds.

    The folder must be empty or missing; the vault appears whole or not at all. ``only`` names the
    files to take, where not all are wanted. ``progress`` is told the bytes done and all there are.

    Raises:
        VaultError: there is something at ``folder``, or its disk is full or failing.
        NotAVaultError, NewerVaultError: ``backup`` is no backup of ours, or a newer one.
        DamagedVaultError: a file of the backup is missing or changed.
    """
    told = manifest.read(backup)
    files = {name: note for name, note in told.contents.files.items() if _wanted(name, only)}
    if not set(only or (DATABASE, *COPIES)) <= files.keys():
        raise DamagedVaultError("This backup lacks a file; please take another backup.")
    build = folder.with_name(f"{folder.name}.{secrets.token_hex(4)}{NEW_SUFFIX}")
    try:
        _require_nothing(folder)
        build.mkdir(FOLDER_MODE)
        (build / ATTACHMENTS).mkdir(FOLDER_MODE)
        _copy_all(backup, build, files, progress)
        _require_nothing(folder)  # some time has passed
        if folder.exists():
            folder.rmdir()
        build.rename(folder)
        sync_folder(folder.parent)
    except OSError:
        raise VaultError("The backup cannot be restored there; is there space on it?") from None
    finally:
        shutil.rmtree(build, ignore_errors=True)


def verify(backup: Path, told: Manifest) -> None:
    """Read every file of ``backup`` and compare it with the manifest.

    Raises:
        DamagedVaultError: one is missing or changed.
    """
    for name, note in told.contents.files.items():
        try:
            found = manifest.note_of(backup / name)
        except OSError:
            raise _changed() from None
        if found != note:
            raise _changed()


def _wanted(name: str, only: Sequence[str]) -> bool:
    if only:
        return name in only
    return name in _OF_A_VAULT or name.startswith(f"{ATTACHMENTS}/")


def _require_nothing(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise VaultError("A backup is restored into a new folder only; please choose another name.")


def _copy_all(
    backup: Path, build: Path, files: dict[str, FileNote], progress: Progress | None
) -> None:
    done, total = 0, sum(note.length for note in files.values())
    for name, note in files.items():
        _copy(backup / name, build / name, note)
        done += note.length
        if progress is not None:
            progress(done, total)
    sync_folder(build / ATTACHMENTS)
    sync_folder(build)


def _copy(source: Path, target: Path, note: FileNote) -> None:
    digest = hashlib.sha256()
    try:
        reading = source.open("rb")
    except OSError:
        raise _changed() from None
    with reading, os.fdopen(create_file(target), "wb") as writing:
        while chunk := reading.read(1024 * 1024):
            digest.update(chunk)
            writing.write(chunk)
        writing.flush()
        os.fsync(writing.fileno())
    if digest.hexdigest() != note.sha256:
        raise _changed()


def _changed() -> DamagedVaultError:
    return DamagedVaultError("A file of this backup is missing or changed; please take another.")
