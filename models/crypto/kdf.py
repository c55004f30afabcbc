"""Argon2id: making a key from what a person can remember, slowly on purpose.

RFC 9106. The figures live in the vault's header and are authenticated by the slot they belong to.
"""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from nacl import exceptions, pwhash

from models.crypto.wiping import wiped
from models.errors import VaultError

KEY_BYTES = 32
SALT_BYTES: int = pwhash.argon2id.SALTBYTES
KIB_PER_MIB = 1024

LEAST_MEMORY_KIB = 64 * KIB_PER_MIB
"""No vault is made with less: a guess must stay dear for machines with many small cores."""

MOST_MEMORY_KIB = 2048 * KIB_PER_MIB
MOST_PASSES = 10
"""What a header may ask for; more would let a hostile vault freeze the laptop."""

CHEAPEST_MEMORY_KIB: int = pwhash.argon2id.MEMLIMIT_MIN // 1024
PASSES = 3
PREFERRED_MEMORY_MIB = (256, 128)
_TOLERATED = 3  # a worker waits up to this many times the wished duration of a guess


@dataclass(frozen=True, slots=True, kw_only=True)
class Argon2id:
    """How dear one guess at a passphrase is: passes over so much memory, on one core.

    ``cheap=True`` admits less than 64 MiB; it exists so that tests need not wait.

    Raises:
        ValueError: a figure is outside what Habeas creates or accepts.
    """

    passes: int = PASSES
    memory_kib: int = 256 * KIB_PER_MIB
    cheap: bool = False

    def __post_init__(self) -> None:
        least = CHEAPEST_MEMORY_KIB if self.cheap else LEAST_MEMORY_KIB
        if not 1 <= self.passes <= MOST_PASSES:
            raise ValueError(f"Argon2id takes 1 to {MOST_PASSES} passes here")
        if not least <= self.memory_kib <= MOST_MEMORY_KIB:
            raise ValueError(f"Argon2id takes {least} to {MOST_MEMORY_KIB} KiB here")

    def derive(self, secret: bytearray, salt: bytes) -> bytearray:
        """Return the 32-byte key of ``secret`` and ``salt``; ``secret`` stays as it is.

        Raises:
            VaultError: the machine has not that much free memory.
        """
        try:
            key = pwhash.argon2id.kdf(
                KEY_BYTES,
                bytes(secret),
                salt,
                opslimit=self.passes,
                memlimit=self.memory_kib * 1024,
            )
        except exceptions.RuntimeError:  # libsodium's only reason to fail here
            raise VaultError(
                f"Opening this vault takes {self.memory_kib // KIB_PER_MIB} MiB of free memory; "
                "please close other programs and try again."
            ) from None
        return bytearray(key)


CHEAP = Argon2id(passes=1, memory_kib=CHEAPEST_MEMORY_KIB, cheap=True)
"""For tests: as good as no key derivation at all."""

_Measure = Callable[[Argon2id], float]


def seconds_of(parameters: Argon2id) -> float:
    """Return how long one guess takes on this machine now."""
    start = time.perf_counter()
    with wiped(parameters.derive(bytearray(b"calibration"), bytes(SALT_BYTES))):
        return time.perf_counter() - start


def calibrate(seconds: float = 0.5, measure: _Measure = seconds_of) -> Argon2id:
    """Return the parameters for a new vault: a guess takes ``seconds`` or more on this machine.

    256 MiB is preferred; where it would keep the worker waiting more than three times as long,
    128 MiB is taken, and 64 MiB only where the memory is not there. A fast machine makes more
    passes instead.
    """
    chosen = Argon2id(memory_kib=LEAST_MEMORY_KIB)
    for mebibytes in PREFERRED_MEMORY_MIB:
        tried = Argon2id(memory_kib=mebibytes * KIB_PER_MIB)
        try:
            taken = measure(tried)
        except VaultError:
            continue
        chosen = tried
        if taken <= seconds * _TOLERATED:
            return _stretched(tried, taken, seconds)
    return chosen


def _stretched(parameters: Argon2id, taken: float, seconds: float) -> Argon2id:
    passes = math.ceil(parameters.passes * seconds / taken)
    passes = min(MOST_PASSES, max(parameters.passes, passes))
    return Argon2id(passes=passes, memory_kib=parameters.memory_kib)
