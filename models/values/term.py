"""A length of time in calendar units, as courts give it: two years and six months."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from models.errors import InvalidValueError
from models.values.counted import Unit, counted
from models.values.day_range import DayRange
from models.values.vocabulary import spoken

_DURATION = re.compile(
    r"P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?", re.ASCII
)
_AND = {"en": " and ", "fr": " et ", "es": " y ", "ru": " ", "ar": " و"}
_CYCLE_YEARS, _CYCLE_DAYS = 400, 146_097  # the Gregorian calendar repeats itself
_CYCLE_MONTHS = _CYCLE_YEARS * 12


@dataclass(frozen=True, slots=True)
class Term:
    """Years, months and days, kept as they were said: 18 months are not rewritten to 1½ years.

    Months and years convert into each other; days do not convert into months, whose lengths
    differ. Comparing (``<``) two terms is therefore refused where the calendar could decide it
    either way.
    """

    years: int = 0
    months: int = 0
    days: int = 0

    def __post_init__(self) -> None:
        """Refuse negative parts, and longer ones than texts can name."""
        if min(self.years, self.months, self.days) < 0:
            raise InvalidValueError("A term cannot be negative.")
        if not _DURATION.fullmatch(str(self)):  # what is recorded must be readable again
            raise InvalidValueError("A term has at most 9999 years, 99999 months, 999999 days.")

    @classmethod
    def parse(cls, text: str) -> "Term":
        """Return the term of an ISO 8601 duration (``P2Y6M``, ``P15D``, ``P0D``; weeks are days).

        Raises:
            InvalidValueError: it is no such duration.
        """
        found = _DURATION.fullmatch(text.strip().upper())
        if not found:
            raise InvalidValueError("Write a term like P2Y6M (years, months) or P15D (days).")
        years, months, weeks, days = (int(part or 0) for part in found.groups())
        return cls(years, months, weeks * 7 + days)

    def __str__(self) -> str:
        parts = ((self.years, "Y"), (self.months, "M"), (self.days, "D"))
        return "P" + ("".join(f"{number}{unit}" for number, unit in parts if number) or "0D")

    @property
    def whole_months(self) -> int | None:
        """The term in months; None when days are part of it."""
        return None if self.days else self.years * 12 + self.months

    @property
    def length(self) -> DayRange:
        """How many days it can be, whenever it begins."""
        shortest, longest = _month_days(self.years * 12 + self.months)
        return DayRange(shortest + self.days, longest + self.days)

    def is_as_long_as(self, other: "Term") -> bool:
        """Return whether both last the same: 18 months and a year and a half do."""
        return (self.years * 12 + self.months, self.days) == (
            other.years * 12 + other.months,
            other.days,
        )

    def __lt__(self, other: "Term") -> bool:
        return self._compared(other) < 0

    def __le__(self, other: "Term") -> bool:
        return self._compared(other) <= 0

    def __gt__(self, other: "Term") -> bool:
        return self._compared(other) > 0

    def __ge__(self, other: "Term") -> bool:
        return self._compared(other) >= 0

    def __add__(self, other: "Term") -> "Term":
        return Term(self.years + other.years, self.months + other.months, self.days + other.days)

    def in_words(self, language: str) -> str:
        """Return the term for people: “2 years and 6 months”, “2 года 6 месяцев”."""
        tongue = spoken(language)
        units: tuple[tuple[int, Unit], ...] = (
            (self.years, "year"),
            (self.months, "month"),
            (self.days, "day"),
        )
        said = [counted(number, unit, tongue) for number, unit in units if number]
        if len(said) <= 1:
            return "".join(said) or counted(0, "day", tongue)
        comma = _AND[tongue] if tongue in ("ru", "ar") else ", "
        return comma.join(said[:-1]) + _AND[tongue] + said[-1]

    def _compared(self, other: "Term") -> int:
        """Return the sign of the difference in length.

        Raises:
            InvalidValueError: which one is longer depends on the months in question.
        """
        months = self.years * 12 + self.months - other.years * 12 - other.months
        days = self.days - other.days
        if months * days >= 0:  # both differences point the same way, or one is nothing
            return months or days
        shortest, longest = _month_days(abs(months))
        if longest < abs(days):
            return days
        if shortest > abs(days):
            return months
        raise InvalidValueError("Which of these terms is longer depends on the months they cover.")


@cache
def _month_days(months: int) -> tuple[int, int]:
    """Return the fewest and the most days that so many months in a row can have."""
    cycles, rest = divmod(months, _CYCLE_MONTHS)
    firsts = _first_days()
    lengths = [firsts[start + rest] - firsts[start] for start in range(_CYCLE_MONTHS)]
    return cycles * _CYCLE_DAYS + min(lengths), cycles * _CYCLE_DAYS + max(lengths)


@cache
def _first_days() -> tuple[int, ...]:
    """Return the day numbers of the first of each month through two cycles of the calendar."""
    return tuple(
        date(2000 + month // 12, month % 12 + 1, 1).toordinal()
        for month in range(2 * _CYCLE_MONTHS)
    )
