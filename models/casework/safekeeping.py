"""Keeping the vault safe as a whole: backups, the anchor that shows what is missing, erasing."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec
from sqlalchemy import select

from models.casework.case_files import open_file
from models.casework.reading import table
from models.crypto.wiping import wiped
from models.documents.readable import sealed_archive
from models.errors import VaultError
from models.store import anchor, backup, erasing, office
from models.store.backup import BackupReport
from models.store.vault import Vault
from models.store.work import Changed, Store

NOTE_EVERY = 60.0
"""Seconds after which a save also renews the anchor."""

_NO_NOTE = (
    "The note of what this vault last held is missing or not its own; "
    "please compare the six words on paper."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LastBackup:
    """When the last backup was proven, and how many units of work came after it."""

    made_at: datetime
    changes_since: int


class _Kept(msgspec.Struct, frozen=True, kw_only=True):
    """The setting that remembers the last backup."""

    made_at: datetime
    number: int


class Safekeeping:
    """The safety of one open vault.

    Attributes:
        problems: a sentence when the vault is not what it last was. The worker is told and not
            locked out; :meth:`accept_as_it_is` ends the telling.
    """

    def __init__(self, vault: Vault, store: Store) -> None:
        self._vault = vault
        self._store = store
        self._noted_at = time.monotonic()
        self._noted: int | None = None
        self.problems = self._compare()
        if not self.problems:
            self._note()
        store.on_change(self._note_at_times)

    def back_up(
        self,
        target: Path,
        on_progress: Callable[[int, int], None] | None = None,
        *,
        readable_with: str = "",
    ) -> BackupReport:
        """Make and prove a backup in the folder ``target``, as :mod:`models.store.backup` says.

        With ``readable_with``, a passphrase, the backup also holds every case as a page and as data
        in an age file which that passphrase opens without Habeas.

        Raises:
            DamagedVaultError: the vault or the finished backup is damaged.
            VaultError: there is no such folder, or its disk is full or failing.
        """
        readable = self._readable(readable_with) if readable_with else None
        done = backup.back_up(self._vault, target, on_progress, readable)
        if not self._vault.read_only:
            kept = msgspec.json.encode(_Kept(made_at=done.made_at, number=done.change_sets))
            office.set_setting(self._vault.engine, office.LAST_BACKUP, kept.decode())
            self._note()
        return done

    def _readable(self, passphrase: str) -> bytes:
        with self._store.reading() as connection:
            ids = connection.scalars(select(table("case").c.id)).all()
            cases = [open_file(connection, case_id) for case_id in ids]
        return sealed_archive(cases, passphrase)

    @property
    def last_backup(self) -> LastBackup | None:
        """The last backup that was proven, or None before the first."""
        with self._vault.engine.connect() as connection:
            text = office.setting(connection, office.LAST_BACKUP)
            now = anchor.standing(connection)
        if text is None:
            return None
        kept = msgspec.json.decode(text, type=_Kept)
        return LastBackup(made_at=kept.made_at, changes_since=now.number - kept.number)

    def words(self) -> str:
        """Return the six words that stand for all that was done so far, to be kept on paper."""
        with self._vault.engine.connect() as connection:
            return anchor.words(self._vault.uid, anchor.standing(connection).head)

    def changes_since_words(self, typed: str) -> int | None:
        """Return how many units of work came after the six words on paper were written.

        None means that the vault never was what the words say: it is older, or another one.
        """
        with self._vault.engine.connect() as connection:
            return anchor.find_words(connection, self._vault.uid, typed)

    def accept_as_it_is(self) -> None:
        """Take the vault as it is now for the right one, after the worker was told of problems."""
        self.problems = ()
        self._note()

    def erase(self, confirmation: str, proof: Path) -> tuple[str, ...]:
        """Erase the vault and close it; see :mod:`models.store.erasing`.

        Args:
            confirmation: the name of the vault's folder, typed by the worker.
            proof: a backup made after the last change, which is checked now.

        Returns:
            What survives, a sentence each.

        Raises:
            VaultError: the name differs, or the backup is not whole or not the latest; nothing was
                erased.
        """
        return erasing.erase(self._vault, confirmation, proof)

    def what_erasing_leaves(self) -> tuple[str, ...]:
        """Return what erasing cannot reach, a sentence each, to be read before confirming."""
        return erasing.SURVIVES

    def note_at_end(self) -> None:
        """Renew the anchor when the vault is about to be closed."""
        if not self.problems:
            with suppress(VaultError):  # a failing disk must not keep anybody from closing
                self._note()

    def _compare(self) -> tuple[str, ...]:
        found = anchor.read(self._vault.folder)
        with self._vault.engine.connect() as connection:
            if found is None:
                return (_NO_NOTE,) if anchor.standing(connection).number else ()
            with wiped(self._vault.copy_of_key()) as key:
                noted = anchor.opened(found, self._vault.uid, key)
            difference = _NO_NOTE if noted is None else anchor.difference(connection, noted)
        self._noted = None if noted is None else noted.number
        return (difference,) if difference else ()

    def _note_at_times(self, _changed: Changed) -> None:
        if not self.problems and time.monotonic() - self._noted_at >= NOTE_EVERY:
            self._note()

    def _note(self) -> None:
        """Write the anchor, if anything was done since; a full disk is told by the next save."""
        if self._vault.read_only:
            return
        last = self.last_backup
        with self._vault.engine.connect() as connection:
            now = anchor.standing(connection)
        made_at = last.made_at if last else None
        with suppress(OSError), wiped(self._vault.copy_of_key()) as key:
            if now.number != self._noted or _backed_up_at(self._vault.folder) != made_at:
                anchor.write(self._vault.folder, self._vault.uid, key, now, made_at)
            self._noted, self._noted_at = now.number, time.monotonic()


def _backed_up_at(folder: Path) -> datetime | None:
    found = anchor.read(folder)
    return found.backed_up_at if found else None
