"""An amount of money in one currency; never a float."""

import re
from dataclasses import dataclass
from decimal import Decimal

from models.errors import InvalidValueError

_TEXT = re.compile(r"([A-Za-z]{3})\s*(-?\d{1,15}(?:\.\d{1,4})?)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount with its ISO 4217 currency code; texts read ``BYN 3200.00``."""

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        """Refuse what is no number and bring the code to capitals."""
        if not self.amount.is_finite():
            raise InvalidValueError("An amount of money must be a number.")
        if not re.fullmatch("[A-Za-z]{3}", self.currency):
            raise InvalidValueError("A currency is given by its three letters, such as EUR.")
        object.__setattr__(self, "currency", self.currency.upper())
        if not _TEXT.fullmatch(str(self)):  # what is recorded must be readable again
            raise InvalidValueError("An amount has at most 15 digits before and 4 after the point.")

    @classmethod
    def parse(cls, text: str) -> "Money":
        """Return the amount that ``BYN 3200.00`` names.

        Raises:
            InvalidValueError: it is not a currency code followed by a plain number.
        """
        found = _TEXT.fullmatch(text.strip())
        if not found:
            raise InvalidValueError("Write an amount like EUR 1200.50.")
        return cls(Decimal(found[2]), found[1])

    def __str__(self) -> str:
        return f"{self.currency} {self.amount:f}"

    def in_words(self) -> str:
        """Return the amount for people, the same in every language: ``3 200.00 BYN``.

        Groups are set apart by narrow no-break spaces, as ISO 80000-1 has it.
        """
        return f"{self.amount:,f} {self.currency}".replace(",", "\N{NARROW NO-BREAK SPACE}")
