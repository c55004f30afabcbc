"""A number of days of which only the limits may be known."""

from dataclasses import dataclass

from models.errors import InvalidValueError
from models.values.counted import counted
from models.values.vocabulary import spoken

_PHRASES = {
    "en": ("at least {}", "at most {}", "{} to {}", "an unknown number of days"),
    "fr": ("au moins {}", "au plus {}", "de {} à {}", "un nombre de jours inconnu"),
    "es": ("al menos {}", "como máximo {}", "de {} a {}", "un número desconocido de días"),
    "ru": ("не менее {}", "не более {}", "от {} до {}", "неизвестное число дней"),
    "ar": ("{} على الأقل", "{} على الأكثر", "من {} إلى {}", "عدد غير معروف من الأيام"),
}


@dataclass(frozen=True, slots=True)
class DayRange:
    """Days between ``minimum`` and ``maximum``, both included; None where there is no limit."""

    minimum: int | None
    maximum: int | None

    def __post_init__(self) -> None:
        """Refuse a range that holds nothing."""
        if self.minimum is None or self.maximum is None:
            return
        if self.minimum > self.maximum:
            raise InvalidValueError("The smallest number of days is larger than the largest.")

    @property
    def is_exact(self) -> bool:
        """Whether there is one possible number only."""
        return self.minimum is not None and self.minimum == self.maximum

    def __contains__(self, days: int) -> bool:
        above = self.minimum is None or self.minimum <= days
        return above and (self.maximum is None or days <= self.maximum)

    def __add__(self, days: int) -> "DayRange":
        return DayRange(
            None if self.minimum is None else self.minimum + days,
            None if self.maximum is None else self.maximum + days,
        )

    def at_least(self, days: int) -> "DayRange":
        """Return the range without the numbers below ``days`` (a stay is never negative).

        A range that lies wholly below becomes exactly ``days``.
        """
        lower = days if self.minimum is None else max(self.minimum, days)
        return DayRange(lower, None if self.maximum is None else max(self.maximum, days))

    def in_words(self, language: str) -> str:
        """Return the range for people: “105 days”, “100 to 130 days”, “at least 100 days”."""
        tongue = spoken(language)
        least, most, between, unknown = _PHRASES[tongue]
        if self.minimum is None and self.maximum is None:
            return unknown
        if self.maximum is None:
            return least.format(_counted(tongue, self.minimum))
        if self.minimum is None:
            return most.format(_counted(tongue, self.maximum))
        if self.is_exact:
            return counted(self.maximum, "day", tongue)
        return between.format(self.minimum, _counted(tongue, self.maximum))


def _counted(language: str, days: int | None) -> str:
    """Return days as they stand after “at least” or “to” (genitive in Russian)."""
    return counted(days or 0, "day", language, genitive=True)
