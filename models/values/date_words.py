"""Dates in the words of the five interface languages, alone or inside a sentence.

A year that was taken from the source's date line stands in square brackets, as scholars mark what
they supply: “in April [2022]”.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from models.values.date_grammar import GRAMMARS, Case, Grammar
from models.values.date_point import DatePoint, Doubt, Precision
from models.values.vocabulary import spoken

Form = Literal["label", "sentence"]
"""``label`` stands alone, in a table or on a badge; ``sentence`` brings its preposition along."""

Stretch = Literal[
    "since",
    "until",
    "period",
    "end_unknown",
    "beginning_unknown",
    "not_before",
    "not_after",
    "between",
]
"""What a stretch of time says of its ends."""

_SECOND = re.compile(r"^с (?=2 )")  # "со второго": the only day before which "с" changes
_EN_DASH = "\N{EN DASH}"


def point_in_words(
    point: DatePoint, language: str, form: Form, *, year_supplied: bool = False
) -> str:
    """Return a single date in words; English where we do not speak the language."""
    spoken_point = _SpokenPoint(point, GRAMMARS[spoken(language)], year_supplied)
    return spoken_point["label" if form == "label" else "at"]


def stretch_in_words(
    stretch: Stretch,
    first: DatePoint,
    last: DatePoint,
    language: str,
    form: Form,
    *,
    year_supplied: bool = False,
) -> str:
    """Return a period, or a “not before”, in words; the end that it leaves open is not read."""
    grammar = GRAMMARS[spoken(language)]
    ends = {
        "first": _SpokenPoint(first, grammar, year_supplied),
        "last": _SpokenPoint(last, grammar, year_supplied),
    }
    if stretch == "period" and form == "label":
        return f"{ends['first']['label']} {_EN_DASH} {ends['last']['label']}"
    words = grammar.stretches[stretch].format_map(ends)
    return _SECOND.sub("со ", words).replace(" с 2 ", " со 2 ")


@dataclass(frozen=True, slots=True)
class _SpokenPoint:
    """A date point in one language; indexing it with a case gives its words."""

    point: DatePoint
    grammar: Grammar
    year_supplied: bool

    def __getitem__(self, case: str) -> str:
        if self.point.is_approximate:
            doubt = Doubt.UNCERTAIN if self.point.is_uncertain else Doubt.NONE
            exact = replace(self, point=replace(self.point, doubt=doubt))
            return self.grammar.about[case].format(exact)
        return self._said(self.grammar.cases[case]) + self._notes()

    def _said(self, case: Case) -> str:
        point = self.point
        if point.month_number is not None or point.is_season:
            return self._part_of_year(case) + self._tail(case)
        if not point.knows_year:
            return case.unknown
        if point.precision is Precision.YEAR:
            return case.year.format(year=self._year)
        return case.years.format(years=self._years)

    def _part_of_year(self, case: Case) -> str:
        point = self.point
        if point.is_season:
            return case.seasons[int(point.month or 0) - 21]
        month = (point.month_number or 0) - 1
        if point.day_number is None:
            return case.months[month]
        day = self.grammar.first_day if point.day_number == 1 else str(point.day_number)
        return case.day.format(day=day, month=self.grammar.day_months[month])

    def _tail(self, case: Case) -> str:
        if not self.point.knows_year:
            return ""
        return f" ({self._years})" if "X" in self.point.year else case.tail.format(year=self._year)

    def _notes(self) -> str:
        point, notes = self.point, ""
        if point.day_number is not None and point.month_number is None:
            notes += self.grammar.stray_day.format(day=point.day_number)
        elif not point.knows_year and (point.month_number is not None or point.is_season):
            notes += self.grammar.no_year
        return notes + (self.grammar.doubtful if point.is_uncertain else "")

    @property
    def _year(self) -> str:
        year = str(int(self.point.year))
        return f"[{year}]" if self.year_supplied else year

    @property
    def _years(self) -> str:
        year = self.point.year
        return f"{int(year.replace('X', '0'))}{_EN_DASH}{int(year.replace('X', '9'))}"
