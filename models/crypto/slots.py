"""Key slots: each wraps the vault's random data key for one way of unlocking.

A slot's box opens only in its own vault, as its own kind, with its own figures: all of them are
bound to the seal, so a slot cannot be edited, made cheaper or moved to another vault.
"""

import hashlib
import secrets
import unicodedata
from datetime import UTC, date, datetime
from typing import Annotated, Self
from uuid import UUID, uuid4

import msgspec

from models.crypto import kdf, office_key, sealing
from models.crypto.kdf import Argon2id
from models.crypto.office_key import PublicKey, SealedKey
from models.crypto.recovery_code import RecoveryCode
from models.crypto.wiping import wipe, wiped
from models.errors import BrokenSealError, VaultError, WrongPassphraseError

FORMAT = 1
"""The format of headers and slots; a header of a later one is refused, never guessed at."""

DATA_KEY_BYTES = 32
KEY_FILE_BYTES = 64
_BOX_BYTES = DATA_KEY_BYTES + sealing.OVERHEAD_BYTES

Box = Annotated[bytes, msgspec.Meta(min_length=_BOX_BYTES, max_length=_BOX_BYTES)]
Salt = Annotated[bytes, msgspec.Meta(min_length=kdf.SALT_BYTES, max_length=kdf.SALT_BYTES)]
Passes = Annotated[int, msgspec.Meta(ge=1, le=kdf.MOST_PASSES)]
MemoryKib = Annotated[int, msgspec.Meta(ge=kdf.CHEAPEST_MEMORY_KIB, le=kdf.MOST_MEMORY_KIB)]


def new_data_key() -> bytearray:
    """Return a random data key; it is never derived from anything a person knows."""
    return bytearray(secrets.token_bytes(DATA_KEY_BYTES))


class KeySlot(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all kinds of slot share: uid, day of making (UTC), and the box with the data key."""

    uid: UUID
    made_on: date
    box: Box

    def bound_to(self, vault_uid: UUID) -> bytes:
        """Return what the box is bound to: format, vault, and all of the slot but the box."""
        facts = msgspec.to_builtins(self)
        del facts["box"]
        return msgspec.json.encode([FORMAT, vault_uid, facts], order="sorted")

    def _wrapping(self, data_key: bytearray, key: bytearray, vault_uid: UUID) -> Self:
        box = sealing.seal(key, data_key, self.bound_to(vault_uid))
        return msgspec.structs.replace(self, box=box)

    def _unwrapped(self, key: bytearray, vault_uid: UUID) -> bytearray:
        try:
            return sealing.unseal(key, self.box, self.bound_to(vault_uid))
        except BrokenSealError:
            raise WrongPassphraseError("This does not open the vault.") from None


class GuessedSlot(KeySlot, frozen=True, kw_only=True):
    """What the kinds share that a person opens by heart: a guess must be dear, so Argon2id."""

    salt: Salt
    passes: Passes
    memory_kib: MemoryKib

    @property
    def work_kib(self) -> int:
        """What one guess costs: passes times KiB of memory."""
        return self.passes * self.memory_kib

    def _derived(self, passphrase: str) -> bytearray:
        parameters = Argon2id(passes=self.passes, memory_kib=self.memory_kib, cheap=True)
        with wiped(canonical(passphrase)) as secret:
            return parameters.derive(secret, self.salt)


class PassphraseSlot(GuessedSlot, frozen=True, kw_only=True, tag="passphrase"):
    """Opens with a passphrase."""

    @classmethod
    def wrap(
        cls, data_key: bytearray, passphrase: str, vault_uid: UUID, parameters: Argon2id
    ) -> "PassphraseSlot":
        """Return a slot that gives ``data_key`` for ``passphrase``.

        Raises:
            VaultError: the passphrase is empty, or the machine lacks the memory.
        """
        slot = cls(
            uid=uuid4(),
            made_on=_today(),
            box=b"",
            salt=secrets.token_bytes(kdf.SALT_BYTES),
            passes=parameters.passes,
            memory_kib=parameters.memory_kib,
        )
        with wiped(slot._derived(passphrase)) as key:
            return slot._wrapping(data_key, key, vault_uid)

    def unwrap(self, passphrase: str, vault_uid: UUID) -> bytearray:
        """Return the data key; wipe it after use.

        Raises:
            WrongPassphraseError: it is another passphrase, or the slot was changed.
            VaultError: the machine lacks the memory.
        """
        with wiped(self._derived(passphrase)) as key:
            return self._unwrapped(key, vault_uid)


class KeyFileSlot(GuessedSlot, frozen=True, kw_only=True, tag="key_file"):
    """Opens with a passphrase and a file of 64 random bytes together; neither helps alone."""

    @classmethod
    def wrap(
        cls,
        data_key: bytearray,
        passphrase: str,
        key_file: bytearray,
        vault_uid: UUID,
        parameters: Argon2id,
    ) -> "KeyFileSlot":
        """Return a slot that gives ``data_key`` for ``passphrase`` and the bytes ``key_file``.

        Raises:
            VaultError: one of the two cannot be one, or the machine lacks the memory.
        """
        slot = cls(
            uid=uuid4(),
            made_on=_today(),
            box=b"",
            salt=secrets.token_bytes(kdf.SALT_BYTES),
            passes=parameters.passes,
            memory_kib=parameters.memory_kib,
        )
        with wiped(slot._joined(passphrase, key_file)) as key:
            return slot._wrapping(data_key, key, vault_uid)

    def unwrap(self, passphrase: str, key_file: bytearray, vault_uid: UUID) -> bytearray:
        """Return the data key; wipe it after use.

        Raises:
            WrongPassphraseError: one of the two is another, or the slot was changed.
            VaultError: the file cannot be a key file, or the machine lacks the memory.
        """
        with wiped(self._joined(passphrase, key_file)) as key:
            return self._unwrapped(key, vault_uid)

    def _joined(self, passphrase: str, key_file: bytearray) -> bytearray:
        if len(key_file) != KEY_FILE_BYTES:
            raise VaultError("This is not a key file of Habeas.")
        with wiped(self._derived(passphrase)) as derived:
            joined = hashlib.blake2b(
                key_file, key=derived, digest_size=kdf.KEY_BYTES, person=b"habeas-key-file"
            )
            return bytearray(joined.digest())


class RecoverySlot(KeySlot, frozen=True, kw_only=True, tag="recovery"):
    """Opens with the recovery code, which is random and needs no slowing down."""

    @classmethod
    def wrap(cls, data_key: bytearray, code: RecoveryCode, vault_uid: UUID) -> "RecoverySlot":
        """Return a slot that gives ``data_key`` for ``code``."""
        with wiped(code.secret()) as key:
            slot = cls(uid=uuid4(), made_on=_today(), box=b"")
            return slot._wrapping(data_key, key, vault_uid)

    def unwrap(self, code: RecoveryCode, vault_uid: UUID) -> bytearray:
        """Return the data key; wipe it after use.

        Raises:
            WrongPassphraseError: it is the code of another vault, or the slot was changed.
        """
        with wiped(code.secret()) as key:
            return self._unwrapped(key, vault_uid)


class KeyringSlot(KeySlot, frozen=True, kw_only=True, tag="keyring"):
    """Opens with 32 random bytes that the keyring of the operating system keeps."""

    @classmethod
    def wrap(cls, data_key: bytearray, secret: bytearray, vault_uid: UUID) -> "KeyringSlot":
        """Return a slot that gives ``data_key`` for ``secret``, which is 32 random bytes."""
        slot = cls(uid=uuid4(), made_on=_today(), box=b"")
        return slot._wrapping(data_key, secret, vault_uid)

    def unwrap(self, secret: bytearray, vault_uid: UUID) -> bytearray:
        """Return the data key; wipe it after use.

        Raises:
            WrongPassphraseError: the keyring held something else, or the slot was changed.
        """
        return self._unwrapped(secret, vault_uid)


class OfficeSlot(KeySlot, frozen=True, kw_only=True, tag="office"):
    """Opens with the office's private key, which never was on this machine.

    A random key of the slot's own closes the box; it is sealed to the office's public key.
    """

    public_key: PublicKey
    sealed_key: SealedKey

    @classmethod
    def wrap(cls, data_key: bytearray, public_key: str, vault_uid: UUID) -> "OfficeSlot":
        """Return a slot that gives ``data_key`` to whoever holds the private part.

        Raises:
            VaultError: ``public_key`` is not an office's public key.
        """
        with wiped(new_data_key()) as key:
            slot = cls(
                uid=uuid4(),
                made_on=_today(),
                box=b"",
                public_key=office_key.checked_public(public_key),
                sealed_key=office_key.seal_to(public_key, key),
            )
            return slot._wrapping(data_key, key, vault_uid)

    def unwrap(self, private_key: str, vault_uid: UUID) -> bytearray:
        """Return the data key; wipe it after use.

        Raises:
            WrongPassphraseError: it is another office's key, or the slot was changed.
            MistypedCodeError: it cannot be a private key.
        """
        with wiped(office_key.unseal_with(private_key, self.sealed_key)) as key:
            return self._unwrapped(key, vault_uid)


Slot = PassphraseSlot | KeyFileSlot | RecoverySlot | KeyringSlot | OfficeSlot
"""Every kind of slot a header may hold. A new kind is a class above and its name here."""


def canonical(passphrase: str) -> bytearray:
    """Return the bytes of ``passphrase``: NFKC and UTF-8, so that every keyboard gives the same.

    Raises:
        VaultError: nothing was typed, or what no keyboard can type.
    """
    try:
        secret = bytearray(unicodedata.normalize("NFKC", passphrase).encode())
    except UnicodeEncodeError:
        raise VaultError("The passphrase holds a character that cannot be typed.") from None
    if not secret:
        wipe(secret)
        raise VaultError("The passphrase is empty.")
    return secret


def _today() -> date:
    return datetime.now(UTC).date()
