"""Secrets that are overwritten after use.

The libraries below us take ``bytes``, which nobody can overwrite, so this shortens the time a
secret lies about and does no more. What ends a secret for certain is the end of the process: that
is how Habeas locks (decision 0004).
"""

from collections.abc import Iterator
from contextlib import contextmanager


def wipe(*secrets: bytearray) -> None:
    """Overwrite every one of ``secrets`` with zeros, keeping its length."""
    for secret in secrets:
        secret[:] = bytes(len(secret))


@contextmanager
def wiped(secret: bytearray) -> Iterator[bytearray]:
    """Lend ``secret`` to the block and overwrite it afterwards, whatever happened there."""
    try:
        yield secret
    finally:
        wipe(secret)
