"""Backups: a folder that holds a whole vault, proven by restoring it before anybody says “done”.

::

    backup-2026-11-22-1/
        record.db, header-1, header-2, anchor, attachments/     as in a vault
        manifest                the bytes and SHA-256 of all these, and what the record held
        readable.zip.age        every case readable without Habeas, where that was asked for
        README.txt              how to restore, and how to read without Habeas

The name says nothing of the vault. Whoever has the folder needs what opened the vault on that day.
"""

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from models.crypto.wiping import wiped
from models.entities.proof import Attachment
from models.errors import DamagedVaultError, VaultError
from models.store import anchor, copying, history, manifest, migrating
from models.store.connection import make_engine
from models.store.durable import FOLDER_MODE, NEW_SUFFIX, create_file, sync_folder
from models.store.header_file import COPIES
from models.store.manifest import Contents, Manifest, Tally
from models.store.operations import recorded_state
from models.store.restoring import restore, verify
from models.store.vault import Vault
from models.store.vault_folder import ATTACHMENTS, DATABASE

KEPT = 3
READABLE = "readable.zip.age"
README = "README.txt"
_NAME = re.compile(r"backup-\d{4}-\d{2}-\d{2}-\d+")
_SCRATCH = ".scratch"

Progress = Callable[[int, int], None]
"""Told the steps or pages done and all there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupReport:
    """A proven backup: where it lies, what it holds, and what could not be taken along.

    ``problems`` has a sentence for each sealed file that was broken in the vault already; then no
    older backup is removed, since one of them may hold it whole.
    """

    folder: Path
    made_at: datetime
    change_sets: int
    attachments: int
    linked: int
    removed: tuple[str, ...]
    problems: tuple[str, ...]


def back_up(
    vault: Vault,
    target: Path,
    progress: Progress | None = None,
    readable: bytes | None = None,
) -> BackupReport:
    """Make a backup of the open ``vault`` in the folder ``target`` and prove it.

    Saves go on meanwhile. The backup appears under its name only when it was restored to a scratch
    place and found equal. Then the oldest of this vault's backups there go, down to three.

    Args:
        vault: what to back up.
        target: a folder that exists, best on another disk.
        progress: told the pages copied.
        readable: the sealed readable copy, if one is wanted.

    Raises:
        DamagedVaultError: the vault or the finished backup is damaged.
        VaultError: the target is no folder, or its disk is full or failing.
    """
    if not target.is_dir():
        raise VaultError("The folder for backups is not there; is the disk connected?")
    try:
        _sweep(target)
        return _Making(vault, target).made(progress, readable)
    except OSError:
        raise VaultError("The backup cannot be written there; is there space on it?") from None


def backups(target: Path, vault: Vault) -> list[tuple[Path, Manifest]]:
    """Return the finished backups of ``vault`` in ``target``, the newest first."""
    found = []
    for folder in target.glob("backup-*"):
        if _NAME.fullmatch(folder.name):
            with suppress(VaultError):
                told = manifest.read(folder)
                if told.contents.vault_uid == vault.uid:
                    found.append((folder, told))
    return sorted(found, key=lambda one: one[1].contents.serial, reverse=True)


def prove(folder: Path, vault: Vault, scratch: Path) -> Tally:
    """Restore the backup ``folder`` to ``scratch``, look at every part of it, and remove it again.

    Raises:
        DamagedVaultError: it is not what its manifest says, or its record is not whole.
        VaultError: the disk is full or failing.
    """
    try:
        verify(folder, manifest.read(folder))
        restore(folder, scratch, only=(DATABASE, *COPIES, anchor.NAME))
        with wiped(vault.copy_of_key()) as key:
            told = manifest.opened(manifest.read(folder), key)
            copying.check_database(scratch / DATABASE, key)
            found = _tally(scratch / DATABASE, key)
        if found != told:
            raise DamagedVaultError("The backup does not hold what the vault held; try again.")
        return found
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


class _Making:
    """One backup on its way."""

    def __init__(self, vault: Vault, target: Path) -> None:
        self._vault = vault
        self._target = target
        self._final = _free_name(target)
        self._folder = self._final.with_name(self._final.name + NEW_SUFFIX)
        self._earlier = backups(target, vault)
        self._linked = 0
        self._problems: list[str] = []

    def made(self, progress: Progress | None, readable: bytes | None) -> BackupReport:
        self._folder.mkdir(FOLDER_MODE)
        try:
            with wiped(self._vault.copy_of_key()) as key:
                written, names = self._write(key, progress, readable)
            prove(self._folder, self._vault, self._final.with_name(self._final.name + _SCRATCH))
            self._folder.rename(self._final)
            sync_folder(self._target)
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)
        return BackupReport(
            folder=self._final,
            made_at=written.made_at,
            change_sets=self._change_sets,
            attachments=len(names),
            linked=self._linked,
            removed=() if self._problems else tuple(_rotate(self._target, self._vault)),
            problems=tuple(self._problems),
        )

    def _write(
        self, key: bytearray, progress: Progress | None, readable: bytes | None
    ) -> tuple[Contents, list[str]]:
        copying.snapshot(self._vault.folder / DATABASE, self._folder / DATABASE, key, progress)
        for name in COPIES:
            _copy(self._vault.folder / name, self._folder / name)
        engine = make_engine(self._folder / DATABASE, key)
        try:
            with engine.connect() as connection:
                self._require_same_history(connection)
                files = list(
                    connection.execute(select(Attachment.sealed_name, Attachment.sha256_sealed))
                )
                noted = anchor.standing(connection)
        finally:
            engine.dispose()
        self._change_sets = noted.number
        made_at = datetime.now(UTC).replace(microsecond=0)
        anchor.write(self._folder, self._vault.uid, key, noted, made_at)
        (self._folder / ATTACHMENTS).mkdir(FOLDER_MODE)
        for name, digest in files:
            self._take_along(name, digest)
        sync_folder(self._folder / ATTACHMENTS)
        _write(self._folder / README, _READ_ME.encode())
        if readable is not None:
            _write(self._folder / READABLE, readable)
        copying.journal_of(self._folder / DATABASE).unlink(missing_ok=True)
        contents = Contents(
            vault_uid=self._vault.uid,
            serial=1 + max((told.contents.serial for _, told in self._earlier), default=0),
            made_at=made_at,
            files=manifest.files_in(self._folder),
        )
        manifest.write(self._folder, contents, _tally(self._folder / DATABASE, key), key)
        return contents, [name for name, _ in files]

    def _require_same_history(self, connection: Connection) -> None:
        """The live vault may be further on; it must lead through what was copied."""
        with self._vault.engine.connect() as live:
            if anchor.difference(live, anchor.standing(connection)):
                raise DamagedVaultError("The copy of the vault is not like the original.")

    def _take_along(self, name: str, digest: str) -> None:
        """Bring one sealed file, from an earlier backup if it is whole there."""
        for source in [folder / ATTACHMENTS for folder, _ in self._earlier]:
            parts = _parts(source, name)
            if parts and _digest(parts) == digest:
                for part in parts:
                    _link_or_copy(part, self._folder / ATTACHMENTS / part.name)
                self._linked += 1
                return
        parts = _parts(self._vault.folder / ATTACHMENTS, name)
        copies = [self._folder / ATTACHMENTS / part.name for part in parts]
        for part, copy in zip(parts, copies, strict=True):
            _copy(part, copy)
        if not copies or _digest(copies) != digest:
            self._problems.append(f"The sealed file {name} is missing or damaged in the vault.")


def _tally(database: Path, key: bytearray) -> Tally:
    """Return what the closed ``database`` holds, after walking its whole history."""
    engine = make_engine(database, key, read_only=True)
    try:
        with engine.connect() as connection, Session(connection) as session:
            history.verify(connection)
            if history.replay(history.operations(connection)) != recorded_state(session):
                raise DamagedVaultError("The record is not what its history says; check the vault.")
            noted = anchor.standing(connection)
            rows = copying.count_rows(connection.connection)
            return Tally(
                number=noted.number,
                head=noted.head,
                revision=migrating.revision_of(connection) or "",
                rows=rows,
            )
    finally:
        engine.dispose()


def _rotate(target: Path, vault: Vault) -> Iterator[str]:
    for folder, _ in backups(target, vault)[KEPT:]:
        # Without its manifest it counts no more, should we be interrupted.
        (folder / manifest.NAME).unlink()
        sync_folder(folder)
        shutil.rmtree(folder)
        yield folder.name


def _sweep(target: Path) -> None:
    """Remove what an interrupted backup left behind."""
    for suffix in (NEW_SUFFIX, _SCRATCH):
        for folder in target.glob(f"backup-*{suffix}"):
            if _NAME.fullmatch(folder.name.removesuffix(suffix)):
                shutil.rmtree(folder)


def _free_name(target: Path) -> Path:
    today = datetime.now(UTC).date().isoformat()
    names = (path.name for path in target.glob(f"backup-{today}-*") if _NAME.fullmatch(path.name))
    taken = [int(name.rpartition("-")[2]) for name in names]
    return target / f"backup-{today}-{max(taken, default=0) + 1}"


def _parts(folder: Path, name: str) -> list[Path]:
    return sorted(folder.glob(f"{name}.*"), key=lambda part: int(part.suffix[1:]))


def _digest(parts: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        with part.open("rb") as file:
            while chunk := file.read(1024 * 1024):
                digest.update(chunk)
    return digest.hexdigest()


def _link_or_copy(source: Path, target: Path) -> None:
    try:
        target.hardlink_to(source)
    except OSError:  # sticks and network drives have no links
        _copy(source, target)


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as reading, os.fdopen(create_file(target), "wb") as writing:
        shutil.copyfileobj(reading, writing, 1024 * 1024)
        writing.flush()
        os.fsync(writing.fileno())


def _write(path: Path, content: bytes) -> None:
    with os.fdopen(create_file(path), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


_READ_ME = """\
This folder is a backup that Habeas made. Everything in it is encrypted but this page and
the sizes, dates and checksums in "manifest".

To use it again:    habeas restore THIS-FOLDER NEW-VAULT
It opens with what opened the vault on the day of the backup: a passphrase or the recovery code.

If there is a file readable.zip.age, the cases can be read without Habeas, with the free
program age (age-encryption.org), by the passphrase chosen for it when the backup was made:

    age --decrypt --output readable.zip readable.zip.age

The archive then holds a page (HTML) and the data (JSON, described by case.schema.json) of each
case. It is not encrypted any more: keep it off disks that others can reach.
"""
