"""One date of which parts may be unknown: a point of EDTF without intervals or sets.

The notation is the Extended Date/Time Format (Library of Congress, 2019; ISO 8601-2): ``2022``,
``2022-04``, ``2022-04-19``, ``2022-21`` (spring), ``201X`` (a year of that decade), ``20XX``,
``2022-04-XX``, ``XXXX-12-26`` (no year known), each with ``?`` (uncertain), ``~`` (about) or ``%``
(both) behind it. Years run from 0001 to 9999: nobody in our files lived outside them.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from models.errors import InvalidValueError

_POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX|XXXX)"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<doubt>[?~%]?)",
    re.ASCII | re.IGNORECASE,
)
_ANY = "XX"
_LEAP = 2000  # the year in which every day of the calendar exists
_ALL_MONTHS = frozenset(range(1, 13))
# EDTF leaves open which months a season has; these are the northern ones (decision 0009).
_SEASONS = {
    "21": frozenset({3, 4, 5}),
    "22": frozenset({6, 7, 8}),
    "23": frozenset({9, 10, 11}),
    "24": frozenset({12, 1, 2}),
}
_WINTER = "24"


class Precision(StrEnum):
    """How much of a date is known; ``PERIOD`` and ``ONE_OF`` are of whole partial dates."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    UNKNOWN_YEAR = "unknown_year"
    PERIOD = "period"
    ONE_OF = "one_of"


class Doubt(StrEnum):
    """What the source says about its own date, in the signs of EDTF."""

    NONE = ""
    UNCERTAIN = "?"
    APPROXIMATE = "~"
    BOTH = "%"


@dataclass(frozen=True, slots=True)
class DatePoint:
    """A date as it is known, each part in the digits of EDTF.

    Attributes:
        year: four digits, or ``201X``, ``20XX``, ``XXXX``.
        month: ``01`` to ``12``, a season ``21`` to ``24``, ``XX``, or None when not given.
        day: ``01`` to ``31``, ``XX``, or None when not given.
        doubt: whether the date is uncertain, approximate or both.
    """

    year: str
    month: str | None = None
    day: str | None = None
    doubt: Doubt = Doubt.NONE

    def __post_init__(self) -> None:
        """Refuse a day that no calendar has."""
        if self.year == "0000":
            raise InvalidValueError("There is no year 0; years run from 0001 to 9999.")
        if self.month not in (None, _ANY, *_SEASONS) and int(self.month or 0) not in _ALL_MONTHS:
            raise InvalidValueError("A month runs from 01 to 12, a season from 21 to 24.")
        if self.day is not None and self.month in _SEASONS:
            raise InvalidValueError("A season has no day.")
        if self.day not in (None, _ANY) and not self._day_exists():
            raise InvalidValueError("There is no such day in that month.")

    @classmethod
    def parse(cls, text: str) -> "DatePoint":
        """Return the point that an EDTF text names.

        Raises:
            InvalidValueError: it is not such a text, or no calendar has that day.
        """
        found = _POINT.fullmatch(text)
        if not found:
            raise InvalidValueError("Write a date like 2022-04-19, 2022-04, 2022 or XXXX-12-26.")
        month, day = found["month"], found["day"]
        return cls(
            found["year"].upper(),
            month and month.upper(),
            day and day.upper(),
            Doubt(found["doubt"]),
        )

    def __str__(self) -> str:
        parts = (self.year, self.month, self.day)
        return "-".join(part for part in parts if part is not None) + self.doubt

    @property
    def precision(self) -> Precision:
        """The finest part that is known together with all coarser ones."""
        unknown = self.year.count("X")
        if unknown:
            by_digits = (Precision.DECADE, Precision.CENTURY)
            return by_digits[unknown - 1] if unknown <= len(by_digits) else Precision.UNKNOWN_YEAR
        if self.month in _SEASONS:
            return Precision.SEASON
        if self.month in (None, _ANY):
            return Precision.YEAR
        return Precision.MONTH if self.day in (None, _ANY) else Precision.DAY

    @property
    def is_season(self) -> bool:
        """Whether the second part names a season and not a month."""
        return self.month in _SEASONS

    @property
    def month_number(self) -> int | None:
        """1 to 12 when the month is known."""
        return None if self.month in (None, _ANY) or self.is_season else int(self.month or 0)

    @property
    def day_number(self) -> int | None:
        """1 to 31 when the day of the month is known."""
        return None if self.day in (None, _ANY) else int(self.day or 0)

    @property
    def knows_year(self) -> bool:
        """Whether anything is known of the year."""
        return self.year != "XXXX"

    @property
    def is_uncertain(self) -> bool:
        """Whether the source doubts it (``?`` or ``%``)."""
        return self.doubt in (Doubt.UNCERTAIN, Doubt.BOTH)

    @property
    def is_approximate(self) -> bool:
        """Whether the source says “about” (``~`` or ``%``)."""
        return self.doubt in (Doubt.APPROXIMATE, Doubt.BOTH)

    @property
    def is_contiguous(self) -> bool:
        """Whether every day between the earliest and the latest is possible."""
        if self.day_number is not None:
            return self.precision is Precision.DAY
        if self.month in (None, _ANY):
            return True
        return "X" not in self.year and self.month != _WINTER

    @property
    def earliest(self) -> date | None:
        """The first possible day; None when nothing is known of the year."""
        first = next(self._days(), None)
        return self._widened(first, -1) if first and self.is_approximate else first

    @property
    def latest(self) -> date | None:
        """The last possible day; None when nothing is known of the year."""
        last = next(self._days(backwards=True), None)
        return self._widened(last, +1) if last and self.is_approximate else last

    def matches(self, day: date) -> bool:
        """Return whether ``day`` is one of the days named, “about” left aside."""
        if day.month not in self.months or self.day_number not in (None, day.day):
            return False
        years = {day.year}
        if self.month == _WINTER:  # "winter 2022" is said of both winters that touch the year
            years = {day.year + 1} if day.month == 12 else {day.year - 1}  # noqa: PLR2004
            years.add(day.year)
        return any(_fits(self.year, f"{year:04d}") for year in years)

    def covers(self, other: "DatePoint") -> bool:
        """Return whether every day ``other`` names is one that this names, part by part."""
        if other.is_approximate and not self.is_approximate:
            return False
        same_day = self.day_number in (None, other.day_number)
        return same_day and other.months <= self.months and _fits(self.year, other.year)

    def meets(self, other: "DatePoint") -> bool:
        """Return whether some day may be named by both, part by part."""
        days = {self.day_number, other.day_number} - {None}
        common = self.months & other.months
        return len(days) <= 1 and bool(common) and _overlap(self.year, other.year)

    @property
    def months(self) -> frozenset[int]:
        """The months, 1 to 12, that it may lie in."""
        if self.month in (None, _ANY):
            return _ALL_MONTHS
        return _SEASONS.get(self.month or "") or frozenset({int(self.month or 0)})

    def _years(self) -> range:
        if not self.knows_year:
            return range(0)
        return range(max(1, int(self.year.replace("X", "0"))), int(self.year.replace("X", "9")) + 1)

    def _day_exists(self) -> bool:
        years = self._years() or range(_LEAP, _LEAP + 1)
        day = self.day_number or 0
        return any(1 <= day <= monthrange(y, m)[1] for y in years for m in self.months)

    def _days(self, *, backwards: bool = False) -> Iterator[date]:
        """Yield a first day of each possible month (or the last, from the end backwards)."""
        step = -1 if backwards else 1
        for year in self._years()[::step]:
            for start_year, month in self._months_of(year)[::step]:
                length = monthrange(start_year, month)[1]
                day = self.day_number or (length if backwards else 1)
                if day <= length:
                    yield date(start_year, month, day)

    def _months_of(self, year: int) -> list[tuple[int, int]]:
        if self.month != _WINTER:
            return [(year, month) for month in sorted(self.months)]
        around = [(year - 1, 12), (year, 1), (year, 2), (year, 12), (year + 1, 1), (year + 1, 2)]
        return [(y, month) for y, month in around if date.min.year <= y <= date.max.year]

    def _widened(self, day: date, direction: int) -> date:
        """Move a limit outwards by one unit of what is known: no norm says how far “about” goes."""
        if self.day_number is not None:
            limit = date.min if direction < 0 else date.max
            return day if day == limit else day + timedelta(days=direction)
        months = {
            Precision.MONTH: 1,
            Precision.SEASON: 3,
            Precision.YEAR: 12,
            Precision.DECADE: 120 if self.month_number is None else 1,
            Precision.CENTURY: 1200 if self.month_number is None else 1,
        }[self.precision]
        return _month_limit(day, direction * months)


def _month_limit(day: date, months: int) -> date:
    """Return the first (``months`` negative) or last day of the month so many months away."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    return date(year, month + 1, 1 if months < 0 else monthrange(year, month + 1)[1])


def _fits(pattern: str, year: str) -> bool:
    return all(wanted in ("X", digit) for wanted, digit in zip(pattern, year, strict=True))


def _overlap(one: str, other: str) -> bool:
    return all(a == b or "X" in (a, b) for a, b in zip(one, other, strict=True))
