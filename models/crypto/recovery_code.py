"""The recovery code: a vault's second key, made to be copied from paper by a tired person.

32 random bytes are 13 groups of five characters: four of Crockford's base 32, which has no I, L, O
or U, and a check character. The check is Damm's scheme over the field of 32 elements, begun with
the group's place: it catches every wrong character, every swap of neighbours and every swap of
groups, and tells which group to look at.
"""

import secrets
import unicodedata
from dataclasses import dataclass, field
from functools import reduce

from models.crypto.wiping import wiped
from models.errors import MistypedCodeError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRET_BYTES = 32
GROUPS = 13
GROUP_LENGTH = 5

_VALUE_BITS = 20  # four characters of five bits
_SPARE_BITS = GROUPS * _VALUE_BITS - SECRET_BYTES * 8
_POLYNOMIAL = 0b100101  # x^5 + x^2 + 1 makes the field of 32 elements
_READ_AS = str.maketrans(
    # Letters that look like our digits, then Cyrillic capitals that look like our letters.
    "OILАВЕКМНОРСТХ",
    "011ABEKMH0PCTX",
)
_IGNORED = dict.fromkeys(map(ord, "-\u2010\u2011\u2012\u2013\u2014\u2212 \t\r\n"))


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """A recovery code as it is printed: thirteen groups of five characters with hyphens.

    Whoever holds it opens the vault, so it never shows itself in ``repr`` or a traceback.
    """

    text: str = field(repr=False)

    @classmethod
    def generate(cls) -> "RecoveryCode":
        """Return a new code of 256 random bits."""
        with wiped(bytearray(secrets.token_bytes(SECRET_BYTES))) as secret:
            return cls("-".join(_groups(int.from_bytes(secret) << _SPARE_BITS)))

    @classmethod
    def parse(cls, typed: str) -> "RecoveryCode":
        """Return the code that somebody typed; case, hyphens and spaces do not matter.

        O is read as 0, I and L as 1, and Cyrillic letters as the Latin ones they look like.

        Raises:
            MistypedCodeError: it cannot be a code of ours; the message names the first bad group.
        """
        letters = unicodedata.normalize("NFKC", typed).upper().translate(_IGNORED)
        letters = letters.translate(_READ_AS)
        if len(letters) != GROUPS * GROUP_LENGTH:
            raise MistypedCodeError(
                f"A recovery code has {GROUPS * GROUP_LENGTH} letters and digits; "
                f"this one has {len(letters)}."
            )
        groups = [letters[at : at + GROUP_LENGTH] for at in range(0, len(letters), GROUP_LENGTH)]
        for place, group in enumerate(groups, start=1):
            _check(place, group)
        code = cls("-".join(groups))
        if code._number() % (1 << _SPARE_BITS):
            raise _mistyped(GROUPS)
        return code

    def secret(self) -> bytearray:
        """Return the 32 bytes that the code stands for; wipe them after use."""
        return bytearray((self._number() >> _SPARE_BITS).to_bytes(SECRET_BYTES))

    def _number(self) -> int:
        number = 0
        for group in self.text.split("-"):
            for letter in group[:-1]:
                number = number << 5 | ALPHABET.index(letter)
        return number


def _groups(number: int) -> list[str]:
    values = [
        number >> _VALUE_BITS * (GROUPS - place) & ((1 << _VALUE_BITS) - 1)
        for place in range(1, GROUPS + 1)
    ]
    return [_group(place, value) for place, value in enumerate(values, start=1)]


def _group(place: int, value: int) -> str:
    digits = [value >> shift & 31 for shift in (15, 10, 5, 0)]
    return "".join(ALPHABET[digit] for digit in [*digits, _check_digit(place, digits)])


def _check(place: int, group: str) -> None:
    digits = [ALPHABET.find(letter) for letter in group]
    if -1 in digits or _check_digit(place, digits[:-1]) != digits[-1]:
        raise _mistyped(place)


def _check_digit(place: int, digits: list[int]) -> int:
    """Return the digit that closes a group: Damm's x*y = 2(x+y), begun with the place."""
    return reduce(lambda state, digit: _doubled(state ^ digit), digits, place)


def _doubled(element: int) -> int:
    doubled = element << 1
    return doubled ^ _POLYNOMIAL if doubled & 32 else doubled


def _mistyped(place: int) -> MistypedCodeError:
    # The group itself stays out: an error's text may reach a screen or a log.
    return MistypedCodeError(
        f"Group {place} of the recovery code is mistyped; please compare it with the sheet."
    )
