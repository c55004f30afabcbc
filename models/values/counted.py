"""Counted years, months and days in the grammar of each language: “2 months”, “5 лет”, “11 يومًا”.

The plural rules are those of Unicode CLDR for whole numbers.
"""

from typing import Literal

Unit = Literal["year", "month", "day"]

# English, French, Spanish: one, other. Russian: one, few, many, then the genitive's one, other.
# Arabic: one and two are words without a digit; then 3-10, 11-99, hundreds, and two in genitive.
_FORMS: dict[str, dict[Unit, tuple[str, ...]]] = {
    "en": {"year": ("year", "years"), "month": ("month", "months"), "day": ("day", "days")},
    "fr": {"year": ("an", "ans"), "month": ("mois", "mois"), "day": ("jour", "jours")},
    "es": {"year": ("año", "años"), "month": ("mes", "meses"), "day": ("día", "días")},
    "ru": {
        "year": ("год", "года", "лет", "года", "лет"),
        "month": ("месяц", "месяца", "месяцев", "месяца", "месяцев"),
        "day": ("день", "дня", "дней", "дня", "дней"),
    },
    "ar": {
        "year": ("سنة واحدة", "سنتان", "سنوات", "سنة", "سنة", "سنتين"),
        "month": ("شهر واحد", "شهران", "أشهر", "شهرًا", "شهر", "شهرين"),
        "day": ("يوم واحد", "يومان", "أيام", "يومًا", "يوم", "يومين"),
    },
}


def counted(number: int, unit: Unit, language: str, *, genitive: bool = False) -> str:
    """Return ``number`` with its unit, in one of the interface languages.

    Args:
        number: how many; a negative number takes the form of its absolute value.
        unit: what is counted.
        language: ``en``, ``fr``, ``es``, ``ru`` or ``ar``.
        genitive: the form after “at least” or “to”, where Russian and Arabic decline.
    """
    forms = _FORMS[language][unit]
    if language == "ar" and number in (1, 2):
        return forms[5] if number == 2 and genitive else forms[number - 1]  # noqa: PLR2004  dual
    return f"{number} {forms[_PLURAL[language](abs(number), genitive)]}"


def _english(number: int, _genitive: bool) -> int:  # noqa: FBT001  one signature for all languages
    return 0 if number == 1 else 1


def _french(number: int, _genitive: bool) -> int:  # noqa: FBT001
    return 0 if number <= 1 else 1


def _russian(number: int, genitive: bool) -> int:  # noqa: FBT001
    teens, last = 11 <= number % 100 <= 14, number % 10  # noqa: PLR2004  eleven to fourteen
    if genitive:
        return 3 if last == 1 and not teens else 4
    if teens or last == 0 or last >= 5:  # noqa: PLR2004
        return 2
    return 0 if last == 1 else 1


def _arabic(number: int, _genitive: bool) -> int:  # noqa: FBT001
    last = number % 100
    if 3 <= last <= 10:  # noqa: PLR2004
        return 2
    return 3 if last >= 11 else 4  # noqa: PLR2004


_PLURAL = {"en": _english, "fr": _french, "es": _english, "ru": _russian, "ar": _arabic}
