"""Dates as sources give them: known in part, a stretch of time, or only “not before”.

Texts are EDTF (see :mod:`models.values.date_point` for single dates), to which add:

==============================  ====================================================
``2022-04/2023``                a period: from April 2022 to 2023
``2022-04/..``, ``../2022``     a period that is open: since April 2022; until 2022
``2022-04/``, ``/2022``         a period whose end (beginning) nobody knows
``[2022-04..]``                 one event, not before April 2022
``[..2022-04-19]``              one event, not after 19 April 2022
``[2022-04-01..2022-04-19]``    one event on some day between the two
==============================  ====================================================

The square brackets are EDTF's “one of a set” (level 2). One sign is ours: ``^`` at the end says
that the year is not in the source's words but was taken from its date line (“since April” in an
item dated 2022 is ``2022-04/..^``). :attr:`PartialDate.edtf` gives the text without it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import total_ordering

from models.errors import InvalidValueError
from models.values.date_point import DatePoint, Doubt, Precision
from models.values.date_words import Form, Stretch, point_in_words, stretch_in_words
from models.values.day_range import DayRange

__all__ = ["Gap", "PartialDate", "Precision", "Shape"]

_RESOLVED = "^"
_PERIOD = re.compile(r"([^/\[\]]*)/([^/\[\]]*)")
_ONE_OF = re.compile(r"\[(.*?)\.\.(.*)\]")


class Shape(StrEnum):
    """Whether a date is one point, a period of time, or one point somewhere in a stretch."""

    POINT = "point"
    PERIOD = "period"
    ONE_OF = "one_of"


class Gap(StrEnum):
    """The end of a period or stretch that is no date."""

    OPEN = ".."
    UNKNOWN = ""


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of the world as far as it is known; immutable, hashable, sortable.

    Equality is of the text: ``2022-04`` and ``2022-04-XX`` name the same days and are two values;
    compare days with :meth:`contains` and :meth:`may_coincide`. Sorting is total and meant for
    timelines: by the first possible day (the last one where only that is known), then the wider
    date after the narrower, then by text; dates without any year come last, by month and day.

    Attributes:
        shape: what kind of statement it is.
        first: the point itself, or where a period or stretch begins.
        last: the same point, or where it ends.
        resolved: the year was taken from the source's date line.
    """

    shape: Shape
    first: DatePoint | Gap
    last: DatePoint | Gap
    resolved: bool = False

    def __post_init__(self) -> None:
        """Refuse stretches without a date in them or with their ends the wrong way round."""
        ends = [end for end in (self.first, self.last) if isinstance(end, DatePoint)]
        if not ends:
            raise InvalidValueError("A period needs at least one date.")
        if self.shape is Shape.POINT and self.first != self.last:
            raise InvalidValueError("A single date cannot have two ends.")
        if self.resolved and not any(end.knows_year for end in ends):
            raise InvalidValueError("A date without a year has none from the date line either.")
        begin, end = self.earliest, self.latest
        if begin and end and begin > end:
            raise InvalidValueError("The end of this period lies before its beginning.")

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Return the date that a text of the notation above names; ``str`` gives the text back.

        Raises:
            InvalidValueError: the text is not such a date; the message tells how to write one.
        """
        bare = text.strip()
        resolved = bare.endswith(_RESOLVED)
        bare = bare.removesuffix(_RESOLVED)
        if found := _ONE_OF.fullmatch(bare):
            begin, end = (_end(part, Gap.OPEN) for part in found.groups())
            return cls(Shape.ONE_OF, begin, end, resolved)
        if found := _PERIOD.fullmatch(bare):
            begin, end = (_end(part, Gap.UNKNOWN) for part in found.groups())
            return cls(Shape.PERIOD, begin, end, resolved)
        point = DatePoint.parse(bare)
        return cls(Shape.POINT, point, point, resolved)

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """Return the date of one known day."""
        point = DatePoint(f"{day.year:04d}", f"{day.month:02d}", f"{day.day:02d}")
        return cls(Shape.POINT, point, point)

    def __str__(self) -> str:
        return self.edtf + (_RESOLVED if self.resolved else "")

    @property
    def edtf(self) -> str:
        """The date in standard EDTF, without our mark for a resolved year."""
        if self.shape is Shape.POINT:
            return str(self.first)
        if self.shape is Shape.PERIOD:
            return f"{self.first}/{self.last}"
        begin, end = ("" if end is Gap.OPEN else str(end) for end in (self.first, self.last))
        return f"[{begin}..{end}]"

    @property
    def precision(self) -> Precision:
        """How much is known: of a point its finest known part, else which stretch it is."""
        if self.shape is Shape.POINT:
            return self.point.precision
        return Precision.PERIOD if self.shape is Shape.PERIOD else Precision.ONE_OF

    @property
    def earliest(self) -> date | None:
        """The first day it may mean; None when there is no such limit."""
        return self.first.earliest if isinstance(self.first, DatePoint) else None

    @property
    def latest(self) -> date | None:
        """The last day it may mean; None when there is no such limit."""
        return self.last.latest if isinstance(self.last, DatePoint) else None

    @property
    def ordinals(self) -> tuple[int | None, int | None]:
        """Earliest and latest as proleptic day numbers (``date.toordinal``), for columns."""
        begin, end = self.earliest, self.latest
        return begin.toordinal() if begin else None, end.toordinal() if end else None

    @property
    def is_exact(self) -> bool:
        """Whether it is one known day, neither doubted nor approximate."""
        return self.precision is Precision.DAY and not self.is_doubtful

    @property
    def is_doubtful(self) -> bool:
        """Whether any part of it is uncertain or approximate."""
        return any(point.doubt is not Doubt.NONE for point in self.points)

    @property
    def is_ongoing(self) -> bool:
        """Whether it is a period that its source leaves open: “since April 2022”."""
        return self.shape is Shape.PERIOD and self.last is Gap.OPEN

    @property
    def lacks_year(self) -> bool:
        """Whether some date in it has no year; such a date has no limits on that side."""
        return any(not point.knows_year for point in self.points)

    def in_year(self, year: int) -> "PartialDate":
        """Return this date with its missing year taken from a date line, and marked so.

        Raises:
            InvalidValueError: the year is given already, or has no such day (29 February).
        """
        if not self.lacks_year:
            raise InvalidValueError("This date has its year already.")
        first, last = (
            replace(end, year=f"{year:04d}")
            if isinstance(end, DatePoint) and not end.knows_year
            else end
            for end in (self.first, self.last)
        )
        return PartialDate(self.shape, first, last, resolved=True)

    def contains(self, other: "PartialDate") -> bool:
        """Return whether every day that ``other`` may mean is one that this may mean.

        Unknown and open ends count as without limit. Two dates that contain each other may mean
        the same days.
        """
        if not self.is_contiguous:
            return self._covers_sparsely(other)
        begin, end = self.earliest, self.latest
        starts_inside = begin is None or (other.earliest is not None and begin <= other.earliest)
        return starts_inside and (end is None or (other.latest is not None and other.latest <= end))

    def may_coincide(self, other: "PartialDate") -> bool:
        """Return whether some day may be meant by both: if not, the two contradict each other."""
        lower = max(filter(None, (self.earliest, other.earliest)), default=None)
        upper = min(filter(None, (self.latest, other.latest)), default=None)
        if lower and upper and lower > upper:
            return False
        sparse = [one for one in (self, other) if not one.is_contiguous]
        if any(one.point.is_approximate for one in sparse):
            return True
        if sparse and lower and upper:
            return any(all(one.point.matches(day) for one in sparse) for day in _days(lower, upper))
        return len(sparse) < 2 or self.point.meets(other.point)  # noqa: PLR2004  both

    def certainly_before(self, other: "PartialDate") -> bool:
        """Return whether all of this lies before all of ``other`` beyond doubt.

        A date marked uncertain (``?``) is never certainly before or after another.
        """
        if any(point.is_uncertain for date_ in (self, other) for point in date_.points):
            return False
        end, begin = self.latest, other.earliest
        return end is not None and begin is not None and end < begin

    def days_until(self, other: "PartialDate") -> DayRange:
        """Return how many days ``other`` comes after this, from the least to the most possible.

        Negative numbers mean that ``other`` may come first; None stands where there is no limit.
        """
        (first, last), (other_first, other_last) = self.ordinals, other.ordinals
        return DayRange(
            None if last is None or other_first is None else other_first - last,
            None if first is None or other_last is None else other_last - first,
        )

    def in_words(self, language: str, form: Form = "label") -> str:
        """Return the date for people, in one of the interface languages (else in English).

        Args:
            language: a language tag.
            form: ``label`` for a table or badge (“8 November 2022”, “апрель 2022 г.”),
                ``sentence`` with its preposition (“on 8 November 2022”, “в апреле 2022 года”).
        """
        if self.shape is Shape.POINT:
            return point_in_words(self.point, language, form, year_supplied=self.resolved)
        begin, end = self.points[0], self.points[-1]
        return stretch_in_words(
            self._stretch, begin, end, language, form, year_supplied=self.resolved
        )

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self.sort_key < other.sort_key

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """What sorting compares: a day number, the width in days, the text."""
        begin, end = self.ordinals
        place = begin if begin is not None else end
        beyond = date.max.toordinal() + 1
        if place is None:
            return beyond, 0, str(self)
        return place, beyond if begin is None or end is None else end - begin, str(self)

    @property
    def is_contiguous(self) -> bool:
        """Whether every day between the earliest and the latest is possible."""
        return self.shape is not Shape.POINT or self.point.is_contiguous

    @property
    def points(self) -> tuple[DatePoint, ...]:
        """The one or two dates in it."""
        ends = (self.first,) if self.shape is Shape.POINT else (self.first, self.last)
        return tuple(end for end in ends if isinstance(end, DatePoint))

    @property
    def point(self) -> DatePoint:
        """The date itself when there is one only, else the first of the two."""
        return self.points[0]

    @property
    def _stretch(self) -> Stretch:
        if self.shape is Shape.ONE_OF:
            if self.last is Gap.OPEN:
                return "not_before"
            return "not_after" if self.first is Gap.OPEN else "between"
        if isinstance(self.first, Gap):
            return "until" if self.first is Gap.OPEN else "beginning_unknown"
        if isinstance(self.last, Gap):
            return "since" if self.last is Gap.OPEN else "end_unknown"
        return "period"

    def _covers_sparsely(self, other: "PartialDate") -> bool:
        """Compare a date with holes in it (26 December of an unknown year) with another."""
        if not other.is_contiguous:
            return self.point.covers(other.point)
        begin, end = other.earliest, other.latest
        return bool(begin and end) and all(map(self.point.matches, _days(begin, end)))


def _end(text: str, empty: Gap) -> DatePoint | Gap:
    if text == "":
        return empty
    return Gap.OPEN if text == Gap.OPEN else DatePoint.parse(text)


def _days(first: date | None, last: date | None) -> Iterator[date]:
    day = first
    while day is not None and last is not None and day <= last:
        yield day
        if day == date.max:
            return
        day += timedelta(days=1)
