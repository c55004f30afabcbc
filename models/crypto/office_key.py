"""The office's key pair: age X25519, so that one key opens vaults and whatever is sealed for it.

The public part lies in every vault that the office may open; the private part is kept by the
office, on paper or on another machine, and is typed only to unlock.
"""

from dataclasses import dataclass, field
from typing import Annotated

import msgspec
import pyrage

from models.errors import MistypedCodeError, VaultError, WrongPassphraseError

_LEAST_SEALED, _MOST_SEALED = 200, 1024  # age pads its head with a stanza of random length
_PUBLIC_LETTERS = 62
_KEY_BYTES = 32

PublicKey = Annotated[
    str, msgspec.Meta(min_length=_PUBLIC_LETTERS, max_length=_PUBLIC_LETTERS, pattern="^age1")
]
SealedKey = Annotated[bytes, msgspec.Meta(min_length=_LEAST_SEALED, max_length=_MOST_SEALED)]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeKey:
    """A new key pair as text: ``age1…`` to give away, ``AGE-SECRET-KEY-1…`` to keep."""

    public: str
    private: str = field(repr=False)


def new_office_key() -> OfficeKey:
    """Return a new key pair for an office; nothing of it is kept."""
    identity = pyrage.x25519.Identity.generate()
    return OfficeKey(public=str(identity.to_public()), private=str(identity))


def checked_public(typed: str) -> str:
    """Return a public key as it is written; white space around it does not matter.

    Raises:
        VaultError: it is not a public key of an office, or a letter of it is wrong.
    """
    return str(_recipient(typed))


def seal_to(public_key: str, key: bytearray) -> bytes:
    """Return the 32 bytes ``key``, sealed so that only the holder of the private part reads them.

    Raises:
        VaultError: see :func:`checked_public`.
    """
    return bytes(pyrage.encrypt(bytes(key), [_recipient(public_key)]))


def unseal_with(private_key: str, sealed: bytes) -> bytearray:
    """Return the key that was sealed; wipe it after use.

    Raises:
        MistypedCodeError: ``private_key`` cannot be a private key.
        WrongPassphraseError: it was sealed to another key, or changed.
    """
    try:
        identity = pyrage.x25519.Identity.from_str(private_key.strip().upper())
    except pyrage.IdentityError:
        raise MistypedCodeError(
            "This is not an office's private key; please compare it with the paper."
        ) from None
    try:
        key = pyrage.decrypt(sealed, [identity])
    except pyrage.DecryptError:
        raise WrongPassphraseError("This office key does not open the vault.") from None
    if len(key) != _KEY_BYTES:
        raise WrongPassphraseError("This office key does not open the vault.")
    return bytearray(key)


def _recipient(public_key: str) -> pyrage.x25519.Recipient:
    try:
        return pyrage.x25519.Recipient.from_str(public_key.strip())
    except pyrage.RecipientError:
        raise VaultError(
            "This is not an office's public key; it begins with age1 and has 62 letters."
        ) from None
