"""Ed25519: proof of which device wrote something. It hides nothing and gives no permission."""

from nacl import exceptions
from nacl.signing import SigningKey, VerifyKey


def new_seed() -> bytes:
    """Return the 32 random bytes that a device signs with; keep them inside a vault."""
    return bytes(SigningKey.generate())


def public_key(seed: bytes) -> bytes:
    """Return the 32 bytes by which others check the signatures made with ``seed``."""
    return bytes(SigningKey(seed).verify_key)


def sign(seed: bytes, message: bytes) -> bytes:
    """Return the 64-byte signature of ``message``; the same message has always the same one."""
    return SigningKey(seed).sign(message).signature


def verify(public: bytes, message: bytes, signature: bytes) -> bool:
    """Tell whether the holder of ``public`` signed exactly ``message``."""
    try:
        VerifyKey(public).verify(message, signature)
    except (exceptions.BadSignatureError, exceptions.ValueError, exceptions.TypeError):
        return False
    return True
