"""XChaCha20-Poly1305: closing bytes so that only the key opens them and any change is noticed.

The nonce is random and 192 bits long, so one key may seal any number of things. What a seal is
bound to (the associated data) is not stored in it: a seal moved elsewhere does not open.
"""

from nacl import exceptions
from nacl.secret import Aead

from models.errors import BrokenSealError

OVERHEAD_BYTES: int = Aead.NONCE_SIZE + Aead.MACBYTES


def seal(key: bytearray, plain: bytes | bytearray, bound_to: bytes) -> bytes:
    """Return ``plain`` sealed under the 32-byte ``key`` and bound to the bytes ``bound_to``."""
    return bytes(Aead(bytes(key)).encrypt(bytes(plain), bound_to))


def unseal(key: bytearray, sealed: bytes, bound_to: bytes) -> bytearray:
    """Return what was sealed.

    Raises:
        BrokenSealError: another key, another binding, or a changed byte; nobody can tell which.
    """
    try:
        return bytearray(Aead(bytes(key)).decrypt(sealed, bound_to))
    except (exceptions.CryptoError, exceptions.ValueError, ValueError):
        raise BrokenSealError(
            "This does not open with this key, or it was changed since it was sealed."
        ) from None
