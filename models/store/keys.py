"""The ways into an open vault: listed, added, removed and changed, without touching the record.

Every change writes both copies of the header under the next generation and notes that in the
record, so that an older header put back is refused. Older copies elsewhere, as in backups, still
open what they lie beside: after a leak only a new data key helps (:mod:`models.store.renewing`).
"""

import secrets
from pathlib import Path
from uuid import UUID, uuid4

import msgspec
from sqlalchemy import Engine

from models.crypto import header as headers
from models.crypto.header import Header
from models.crypto.kdf import Argon2id, calibrate
from models.crypto.recovery_code import RecoveryCode
from models.crypto.slots import (
    DATA_KEY_BYTES,
    GuessedSlot,
    KeyFileSlot,
    KeyringSlot,
    OfficeSlot,
    PassphraseSlot,
    RecoverySlot,
    Slot,
    new_data_key,
)
from models.crypto.wiping import wiped
from models.errors import VaultError
from models.store import key_files, system_keyring
from models.store.header_file import write_header
from models.views.keys import KeyView

_OFFICE_LETTERS = 8


class Keys:
    """The ways into one open vault. Get it from :attr:`models.store.vault.Vault.keys`.

    A passphrase (with or without a key file) and a recovery code are always among them. Every
    method that changes them raises VaultError where the header cannot be written.
    """

    def __init__(self, folder: Path, header: Header, data_key: bytearray, engine: Engine) -> None:
        self._folder = folder
        self._header = header
        self._data_key = data_key
        self._engine = engine

    def list(self) -> tuple[KeyView, ...]:
        """Return all ways into the vault, in the order in which they were added."""
        return tuple(_view(slot) for slot in self._header.slots)

    def add_passphrase(self, passphrase: str, *, kdf: Argon2id | None = None) -> UUID:
        """Let another passphrase open the vault as well; ``kdf`` is measured unless given.

        Raises:
            VaultError: the passphrase is empty.
        """
        return self._add(self._guessed(passphrase, None, kdf))

    def add_key_file(self, passphrase: str, file: Path, *, kdf: Argon2id | None = None) -> UUID:
        """Let a passphrase together with a key file open the vault; neither will do so alone.

        The file is made where there is none. Ask :meth:`warning_about` and show its sentence.

        Raises:
            VaultError: the passphrase is empty, or the file is no key file or cannot be written.
        """
        if not file.exists():
            key_files.make_key_file(file)
        return self._add(self._guessed(passphrase, file, kdf))

    def warning_about(self, file: Path) -> str:
        """Return a sentence where a key file lies on the vault's own disk, else an empty text."""
        return key_files.warning_about(file, self._folder)

    def add_office(self, public_key: str) -> UUID:
        """Let the holder of an office's private key open the vault.

        Raises:
            VaultError: it is not the public key of an office.
        """
        return self._add(OfficeSlot.wrap(self._data_key, public_key, self._header.vault_uid))

    def add_keyring(self) -> UUID:
        """Let whoever is logged in on this computer open the vault, by way of its keyring.

        Raises:
            VaultError: there is no keyring that we trust, or it does not answer.
        """
        with wiped(bytearray(secrets.token_bytes(DATA_KEY_BYTES))) as secret:
            slot = KeyringSlot.wrap(self._data_key, secret, self._header.vault_uid)
            system_keyring.keep(slot.uid, secret)
        try:
            return self._add(slot)
        except BaseException:
            system_keyring.forget(slot.uid)
            raise

    def keyring_is_offered(self) -> bool:
        """Tell whether this computer has a keyring that we trust and that answers now."""
        return system_keyring.is_offered()

    def change_passphrase(
        self,
        passphrase: str,
        *,
        key_file: Path | None = None,
        key: UUID | None = None,
        kdf: Argon2id | None = None,
    ) -> None:
        """Let ``passphrase`` open the vault from now on, and the one so far no longer.

        Args:
            passphrase: the new one.
            key_file: the key file that shall belong to it.
            key: which of several passphrases is changed.
            kdf: the cost of a guess; by default it is measured on this machine.

        Raises:
            VaultError: the passphrase is empty, it is not clear which one is meant, or a key file
                belongs to it and was not named.
        """
        old = self._meant(key)
        if isinstance(old, KeyFileSlot) and key_file is None:
            raise VaultError("A key file belongs to this passphrase; please name it as well.")
        new = self._guessed(passphrase, key_file, kdf)
        self._replace(tuple(new if slot is old else slot for slot in self._header.slots))

    def new_recovery_code(self) -> str:
        """Return a new recovery code, to be shown once; the one so far opens no longer."""
        code = RecoveryCode.generate()
        slot = RecoverySlot.wrap(self._data_key, code, self._header.vault_uid)
        kept = (old for old in self._header.slots if not isinstance(old, RecoverySlot))
        self._replace((*kept, slot))
        return code.text

    def remove(self, key: UUID) -> None:
        """Take away one way into the vault.

        Raises:
            VaultError: there is none of that id, or it is the last passphrase or recovery code.
        """
        gone = self._slot(key)
        left = tuple(slot for slot in self._header.slots if slot is not gone)
        if not any(isinstance(slot, GuessedSlot) for slot in left):
            raise VaultError("The last passphrase stays; please add another one first.")
        if not any(isinstance(slot, RecoverySlot) for slot in left):
            raise VaultError("A vault always has a recovery code; please make a new one instead.")
        self._replace(left)
        if isinstance(gone, KeyringSlot):
            system_keyring.forget(gone.uid)

    def write(self, *, generation: int) -> None:
        """Write the header anew under ``generation``, and note that in the record."""
        self._write(self._header, generation)

    def _guessed(self, passphrase: str, file: Path | None, kdf: Argon2id | None) -> Slot:
        parameters, vault = kdf or calibrate(), self._header.vault_uid
        if file is None:
            return PassphraseSlot.wrap(self._data_key, passphrase, vault, parameters)
        with wiped(key_files.read_key_file(file)) as content:
            return KeyFileSlot.wrap(self._data_key, passphrase, content, vault, parameters)

    def _meant(self, key: UUID | None) -> Slot:
        if key is not None:
            slot = self._slot(key)
            if isinstance(slot, GuessedSlot):
                return slot
            raise VaultError("This key has no passphrase that could be changed.")
        guessed = [slot for slot in self._header.slots if isinstance(slot, GuessedSlot)]
        if len(guessed) > 1:
            raise VaultError("This vault has several passphrases; please say which one to change.")
        return guessed[0]

    def _slot(self, key: UUID) -> Slot:
        for slot in self._header.slots:
            if slot.uid == key:
                return slot
        raise VaultError("This vault has no such key any more.")

    def _add(self, slot: Slot) -> UUID:
        self._replace((*self._header.slots, slot))
        return slot.uid

    def _replace(self, slots: tuple[Slot, ...]) -> None:
        if len(slots) > headers.MOST_SLOTS or headers.work_kib(slots) > headers.MOST_WORK_KIB:
            raise VaultError("This vault has as many keys as it can hold; please remove one first.")
        header = msgspec.structs.replace(self._header, slots=slots)
        self._write(header, self._header.generation + 1)

    def _write(self, header: Header, generation: int) -> None:
        header = msgspec.structs.replace(header, generation=generation).sealed(self._data_key)
        try:
            write_header(self._folder, header)
        except OSError:
            raise VaultError("The key file cannot be written; is there space on it?") from None
        self._header = header
        with self._engine.execution_options(write=True).begin() as connection:
            connection.exec_driver_sql(f"PRAGMA user_version={generation:d}")


def new_keys(
    passphrase: str, parameters: Argon2id, *, demo: bool
) -> tuple[Header, bytearray, RecoveryCode]:
    """Return the header of a new vault, its data key, and the recovery code that also opens it.

    Raises:
        VaultError: the passphrase is empty, or the machine lacks the memory.
    """
    uid, data_key, code = uuid4(), new_data_key(), RecoveryCode.generate()
    slots = (
        PassphraseSlot.wrap(data_key, passphrase, uid, parameters),
        RecoverySlot.wrap(data_key, code, uid),
    )
    header = Header(vault_uid=uid, generation=1, demo=demo, slots=slots)
    return header.sealed(data_key), data_key, code


def _view(slot: Slot) -> KeyView:
    label = slot.public_key[-_OFFICE_LETTERS:] if isinstance(slot, OfficeSlot) else ""
    kind = str(slot.__struct_config__.tag)
    return KeyView(id=slot.uid, kind=kind, label=label, made_on=slot.made_on)
