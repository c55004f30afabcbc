"""Getting the data key out of a header, one function for each way; every slot of a kind is tried.

What a function here returns is handed to :meth:`models.store.vault.Vault.unlock`, which calls it
once the vault is locked for others and its header is read.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from models.crypto.header import Header
from models.crypto.recovery_code import RecoveryCode
from models.crypto.slots import (
    KeyFileSlot,
    KeyringSlot,
    KeySlot,
    OfficeSlot,
    PassphraseSlot,
    RecoverySlot,
)
from models.crypto.wiping import wiped
from models.errors import WrongPassphraseError
from models.store import system_keyring
from models.store.key_files import read_key_file

Unlock = Callable[[Header], bytearray]
"""Gets the data key out of a header, or raises WrongPassphraseError."""

_S = TypeVar("_S", bound=KeySlot)


def by_passphrase(passphrase: str, key_file: Path | None = None) -> Unlock:
    """Return the unlocking with a passphrase, and with a key file where one is named."""
    if key_file is not None:
        return lambda header: _with_key_file(header, passphrase, key_file)

    def unlock(header: Header) -> bytearray:
        wrong = "This passphrase does not open the vault."
        if any(isinstance(slot, KeyFileSlot) for slot in header.slots):
            wrong = "This passphrase alone does not open the vault; does its key file belong to it?"
        return _first(
            header, PassphraseSlot, lambda slot: slot.unwrap(passphrase, header.vault_uid), wrong
        )

    return unlock


def by_recovery_code(typed: str) -> Unlock:
    """Return the unlocking with a recovery code as somebody typed it.

    Raises:
        MistypedCodeError: it cannot be a recovery code.
    """
    code = RecoveryCode.parse(typed)
    return lambda header: _first(
        header,
        RecoverySlot,
        lambda slot: slot.unwrap(code, header.vault_uid),
        "This recovery code is of another vault, or was replaced.",
    )


def by_office_key(private_key: str) -> Unlock:
    """Return the unlocking with the private key of an office, as it was typed or read."""
    return lambda header: _first(
        header,
        OfficeSlot,
        lambda slot: slot.unwrap(private_key, header.vault_uid),
        "This office key does not open the vault.",
    )


def by_keyring() -> Unlock:
    """Return the unlocking with what the system's keyring keeps for this vault."""
    return lambda header: _first(
        header,
        KeyringSlot,
        lambda slot: _with_keyring(slot, header),
        "The keyring of this computer does not open the vault; please use the passphrase.",
    )


def _first(
    header: Header, kind: type[_S], unwrap: Callable[[_S], bytearray], wrong: str
) -> bytearray:
    for slot in header.slots:
        if isinstance(slot, kind):
            try:
                return unwrap(slot)
            except WrongPassphraseError:
                continue
    raise WrongPassphraseError(wrong)


def _with_key_file(header: Header, passphrase: str, key_file: Path) -> bytearray:
    with wiped(read_key_file(key_file)) as content:
        return _first(
            header,
            KeyFileSlot,
            lambda slot: slot.unwrap(passphrase, content, header.vault_uid),
            "This passphrase and this key file together do not open the vault.",
        )


def _with_keyring(slot: KeyringSlot, header: Header) -> bytearray:
    secret = system_keyring.recall(slot.uid)
    if secret is None:
        raise WrongPassphraseError
    with wiped(secret):
        return slot.unwrap(secret, header.vault_uid)
