"""An open vault: its key in memory, its lock held, its record within reach."""

import secrets
import shutil
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Engine, text

from models.crypto.header import Header
from models.crypto.kdf import Argon2id, calibrate
from models.crypto.recovery_code import RecoveryCode
from models.crypto.wiping import wipe
from models.errors import DamagedVaultError, VaultError
from models.store import copying, migrating, unlocking
from models.store.connection import APPLICATION_ID, connected, make_engine
from models.store.durable import FOLDER_MODE, sync_folder
from models.store.header_file import FoundHeader, read_header, write_header
from models.store.keys import Keys, new_keys
from models.store.migrating import Migrations
from models.store.unlocking import Unlock
from models.store.vault_folder import (
    ATTACHMENTS,
    DATABASE,
    require_database,
    require_vault,
    sweep,
    vault_folder,
)
from models.store.vault_lock import VaultLock, lies_on_read_only_media

Furnish = Callable[[Engine], None]
"""Writes the first rows of a new vault, before it gets its name."""


class Vault:
    """An open vault. Get one from :meth:`create`, :meth:`open` or :meth:`unlock`.

    Attributes:
        folder: where it lies.
        uid: what tells it from every other vault.
        demo: whether it was made of seeded cases, and must say so for ever.
        read_only: whether it lies where nothing can be written, and so has no lock.
        problems: a sentence for each damage that was survived.
        keys: the ways into it.
        engine: two connections to the record, see :mod:`models.store.connection`.
    """

    def __init__(
        self, folder: Path, found: FoundHeader, data_key: bytearray, lock: VaultLock | None
    ) -> None:
        self.folder = folder
        self.uid = found.header.vault_uid
        self.demo = found.header.demo
        self.read_only = lock is None
        self.problems = found.problems
        self.engine = make_engine(folder / DATABASE, data_key, read_only=lock is None)
        self.keys = Keys(folder, found.header, data_key, self.engine)
        self._data_key = data_key
        self._lock = lock

    @classmethod
    def create(
        cls,
        folder: Path,
        passphrase: str,
        *,
        kdf: Argon2id | None = None,
        demo: bool = False,
        furnish: Furnish | None = None,
        migrations: Migrations | None = None,
    ) -> tuple["Vault", RecoveryCode]:
        """Create the vault ``folder``, open it, and return it with its recovery code.

        The code is not kept anywhere and cannot be shown again. ``.habeas`` is added to the name
        where it is missing. ``kdf`` is measured on this machine unless given. ``furnish`` writes
        the first rows. The vault appears whole or not at all.

        Raises:
            VaultError: the name is taken, the passphrase is empty, or nothing can be written.
        """
        folder = vault_folder(folder)
        if folder.exists():
            raise VaultError("Something of this name exists already; please choose another name.")
        migrations = migrations or Migrations()
        header, data_key, code = new_keys(passphrase, kdf or calibrate(), demo=demo)
        build = folder.with_name(f"{folder.name}.{secrets.token_hex(4)}.new")
        try:
            _build(build, header, data_key, migrations, furnish)
            build.rename(folder)
            sync_folder(folder.parent)
        except OSError:
            raise VaultError("A vault cannot be written there; is there space on it?") from None
        finally:
            shutil.rmtree(build, ignore_errors=True)
        return cls.unlock(folder, lambda _header: data_key, migrations=migrations), code

    @classmethod
    def open(
        cls, folder: Path, passphrase: str, *, key_file: Path | None = None, **options: Any
    ) -> "Vault":
        """Open the vault ``folder`` with its passphrase; see :meth:`unlock` for all else."""
        return cls.unlock(folder, unlocking.by_passphrase(passphrase, key_file), **options)

    @classmethod
    def open_with_recovery(cls, folder: Path, typed: str, **options: Any) -> "Vault":
        """Open the vault ``folder`` with a recovery code as it was typed; else :meth:`unlock`.

        Raises:
            MistypedCodeError: it cannot be a recovery code; nothing was tried with it.
        """
        return cls.unlock(folder, unlocking.by_recovery_code(typed), **options)

    @classmethod
    def unlock(
        cls,
        folder: Path,
        unlock: Unlock,
        *,
        trust_old_header: bool = False,
        migrations: Migrations | None = None,
    ) -> "Vault":
        """Open the vault ``folder`` with one of the ways of :mod:`models.store.unlocking`.

        An older Habeas's vault is first brought up to date. A header older than the record is
        refused, because a removed passphrase would work again; ``trust_old_header`` accepts it
        where the newer one is lost.

        Raises:
            WrongPassphraseError: no slot opens that way.
            NotAVaultError, NewerVaultError, DamagedVaultError, VaultInUseError: as they say.
        """
        folder = vault_folder(folder)
        try:
            with ExitStack() as undo:
                require_vault(folder)
                lock = None
                if not lies_on_read_only_media(folder, folder / DATABASE):
                    lock = VaultLock(folder)
                    undo.callback(lock.release)
                found = read_header(folder)
                require_database(folder / DATABASE)
                data_key = unlock(found.header)
                undo.callback(wipe, data_key)
                found.header.verify(data_key)
                vault = cls(folder, found, data_key, lock)
                undo.callback(vault.engine.dispose)
                vault._make_current(
                    found, migrations or Migrations(), trust_old_header=trust_old_header
                )
                undo.pop_all()
                return vault
        except OSError:
            raise VaultError("The vault's disk failed; is it still connected?") from None

    def copy_of_key(self) -> bytearray:
        """Return a copy of the data key for a step that outlives no method; wipe it after use.

        Raises:
            VaultError: the vault is closed.
        """
        if not any(self._data_key):
            raise VaultError("The vault is closed.")
        return bytearray(self._data_key)

    def close(self) -> None:
        """Close the record, wipe the key and let others in; calling it again does nothing."""
        self.engine.dispose()
        wipe(self._data_key)
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _make_current(
        self, found: FoundHeader, migrations: Migrations, *, trust_old_header: bool
    ) -> None:
        """Refuse what is newer or rolled back, then mend and migrate what is older."""
        noted, revision = self._standing()
        due = migrations.is_due(revision)
        if found.header.generation < noted and not trust_old_header:
            raise DamagedVaultError(
                "An older key file was put into this vault; please restore the last backup."
            )
        if self.read_only:
            if due:
                raise VaultError("This vault must be updated first; please copy it to a disk.")
            return
        sweep(self.folder)
        if found.stale or found.header.generation != noted:
            # A full disk must not keep anybody from reading; the next opening mends.
            with suppress(VaultError):
                self.keys.write(generation=max(noted, found.header.generation))
        if due:
            self.engine.dispose()  # nobody may have the file open while it is replaced
            migrating.migrate(self.folder / DATABASE, self._data_key, migrations)

    def _standing(self) -> tuple[int, str | None]:
        """Return the header generation that the record knows of, and its revision."""
        with self.engine.connect() as connection:
            noted = connection.execute(text("PRAGMA user_version")).scalar_one()
            return int(noted), migrating.revision_of(connection)


def _build(
    build: Path,
    header: Header,
    data_key: bytearray,
    migrations: Migrations,
    furnish: Furnish | None,
) -> None:
    build.mkdir(FOLDER_MODE)
    (build / ATTACHMENTS).mkdir(FOLDER_MODE)
    database = build / DATABASE
    copying.create_empty(database)
    with connected(database, data_key, application_id=0) as connection:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={header.generation}")
    migrating.fill(database, data_key, migrations)
    if furnish is not None:
        _furnish(database, data_key, furnish)
    write_header(build, header)


def _furnish(database: Path, data_key: bytearray, furnish: Furnish) -> None:
    engine = make_engine(database, data_key)
    try:
        furnish(engine)
    finally:
        engine.dispose()
