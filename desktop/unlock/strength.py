"""How well a passphrase will hold, roughly: its length, and how much of it repeats.

It is a hint while typing and no measurement. What protects a vault is the length of what nobody can
guess; rules about digits and signs make phrases harder to remember and hardly harder to guess
(NIST SP 800-63B, 5.1.1.2).
"""

from enum import Enum

_LEAST, _FAIR, _GOOD = 12, 16, 24
_LEAST_DIFFERENT = 6


class Strength(Enum):
    """What the hint under the field says."""

    EMPTY = "empty"
    SHORT = "short"
    REPEATING = "repeating"
    FAIR = "fair"
    GOOD = "good"
    STRONG = "strong"

    @property
    def enough(self) -> bool:
        """Whether a vault may be made with it."""
        return self in (Strength.FAIR, Strength.GOOD, Strength.STRONG)


def strength(passphrase: str) -> Strength:
    """Return how well ``passphrase`` will hold."""
    length, different = len(passphrase), len(set(passphrase.casefold()))
    if not passphrase:
        return Strength.EMPTY
    if length < _LEAST:
        return Strength.SHORT
    if different < _LEAST_DIFFERENT:
        return Strength.REPEATING
    if length < _FAIR:
        return Strength.FAIR
    return Strength.GOOD if length < _GOOD else Strength.STRONG
