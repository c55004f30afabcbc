"""The name people give a case on the telephone: ``BY-2022-7K3M-9QXTC``.

A reference is the country, the year the file was opened, eight random characters and a check
character. Forty random bits keep two offline laptops apart: among ten thousand cases of one
country and year the chance of any two alike is below one in twenty thousand. The alphabet is
Crockford's base 32 (digits and letters without I, L, O, U); O is read as 0, I and L as 1.

The check character makes the whole a codeword of a linear code over GF(32): every character is
weighted with its own power of a primitive element, so that any single wrong character and any two
characters exchanged change the sum. Country letters count by their place in the alphabet.
"""

import re
import secrets
from dataclasses import dataclass

from models.errors import InvalidValueError

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_FORGIVEN = str.maketrans("OIL", "011")
_RANDOM_CHARACTERS = 8
_TEXT = re.compile(r"([A-Z]{2})-?([\dOIL]{4})-?([\dA-TV-Z]{4})-?([\dA-TV-Z]{5})", re.ASCII)
_FIELD_POLYNOMIAL = 0b100101  # x⁵ + x² + 1, primitive over GF(2)


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """A case reference; ``str`` gives the text with its hyphens.

    Attributes:
        country: two capital letters.
        year: the year the file was opened.
        body: the eight random characters.
    """

    country: str
    year: int
    body: str

    def __post_init__(self) -> None:
        """Refuse parts that have no place in a reference."""
        fits = re.fullmatch("[A-Z]{2}", self.country) and 1000 <= self.year <= 9999  # noqa: PLR2004
        if not fits or len(self.body) != _RANDOM_CHARACTERS or set(self.body) - set(_ALPHABET):
            raise InvalidValueError("These are not the parts of a case reference.")

    @classmethod
    def mint(cls, country: str, year: int) -> "Reference":
        """Return a new reference that no other laptop has; randomness is the system's."""
        body = "".join(secrets.choice(_ALPHABET) for _ in range(_RANDOM_CHARACTERS))
        return cls(country, year, body)

    @classmethod
    def parse(cls, text: str) -> "Reference":
        """Return the reference that was typed, in any capitals, with or without its hyphens.

        Raises:
            InvalidValueError: it has not the form of one, or its check character does not fit.
        """
        found = _TEXT.fullmatch("".join(text.split()).upper())
        if not found:
            raise InvalidValueError("A case reference looks like BY-2022-7K3M-9QXTC.")
        year, tail = (part.translate(_FORGIVEN) for part in (found[2], found[3] + found[4]))
        if _remainder(found[1] + year + tail):
            raise InvalidValueError("This case reference has a typing error: its check fails.")
        return cls(found[1], int(year), tail[:-1])

    def __str__(self) -> str:
        return f"{self.country}-{self.year}-{self.body[:4]}-{self.body[4:]}{self.check_character}"

    @property
    def check_character(self) -> str:
        """The last character, computed from all others."""
        return _ALPHABET[_remainder(f"{self.country}{self.year}{self.body}0")]


def _remainder(characters: str) -> int:
    """Return the weighted sum in GF(32); zero for a whole and correct reference."""
    total = 0
    for place, character in enumerate(characters):
        is_country = place < 2  # noqa: PLR2004  the two letters before the year
        value = ord(character) - ord("A") if is_country else _ALPHABET.index(character)
        total = _doubled(total) ^ value
    return total


def _doubled(value: int) -> int:
    shifted = value << 1
    return shifted ^ _FIELD_POLYNOMIAL if shifted >= len(_ALPHABET) else shifted
