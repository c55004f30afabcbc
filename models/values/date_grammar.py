"""How each interface language builds a date: tables only, put together in ``date_words``.

A language has cases, each the form that a date takes in one place:

* ``label``: alone, in a table or on a badge: “8 November 2022”, “апрель 2022 г.”
* ``at``: in a sentence, with its preposition: “on 8 November 2022”, “в апреле 2022 года”
* others behind the words of a stretch: ``noun`` (since …), French and Spanish ``de`` and ``a``
  (du … au …), Russian ``gen`` and ``acc`` (с … по …).

Arabic months are the names used from Egypt to the Gulf; the style is that of ILO and UN texts, with
Western digits everywhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Case:
    """The templates of one case.

    Attributes:
        day: for ``{day}`` and ``{month}``.
        months: twelve months, with the preposition of the case.
        seasons: spring, summer, autumn, winter, likewise.
        tail: what adds ``{year}`` to a day, month or season.
        year: a ``{year}`` alone.
        years: the ``{years}`` 2010–2019, when digits of the year are missing.
        unknown: a date of which nothing is known.
    """

    day: str
    months: tuple[str, ...]
    seasons: tuple[str, ...]
    tail: str
    year: str
    years: str
    unknown: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language.

    Attributes:
        day_months: the months as they stand behind a day.
        first_day: how the first of a month is written.
        cases: by name; every language has ``label`` and ``at``.
        about: by case, what makes a date approximate.
        stretches: by kind of stretch, a template over ``first[case]`` and ``last[case]``.
        doubtful: appended to a date its source doubts.
        no_year: appended when the year is unknown.
        stray_day: appended when the ``{day}`` is known and the month is not.
    """

    day_months: tuple[str, ...]
    cases: Mapping[str, Case]
    about: Mapping[str, str]
    stretches: Mapping[str, str]
    doubtful: str
    no_year: str
    stray_day: str
    first_day: str = "1"


def _each(template: str, words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(template.format(word) for word in words)


_EN_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_EN_SEASONS = ("spring", "summer", "autumn", "winter")

_ENGLISH = Grammar(
    day_months=_EN_MONTHS,
    cases={
        "label": Case(
            day="{day} {month}",
            months=_EN_MONTHS,
            seasons=_EN_SEASONS,
            tail=" {year}",
            year="{year}",
            years="{years}",
            unknown="date unknown",
        ),
        "noun": Case(
            day="{day} {month}",
            months=_EN_MONTHS,
            seasons=_EN_SEASONS,
            tail=" {year}",
            year="{year}",
            years="the years {years}",
            unknown="an unknown date",
        ),
        "at": Case(
            day="on {day} {month}",
            months=_each("in {}", _EN_MONTHS),
            seasons=_each("in {}", _EN_SEASONS),
            tail=" {year}",
            year="in {year}",
            years="in the years {years}",
            unknown="on an unknown date",
        ),
    },
    about={"label": "about {[noun]}", "noun": "about {[noun]}", "at": "around {[noun]}"},
    stretches={
        "since": "since {first[noun]}",
        "until": "until {last[noun]}",
        "period": "from {first[noun]} to {last[noun]}",
        "end_unknown": "from {first[noun]}, end unknown",
        "beginning_unknown": "until {last[noun]}, beginning unknown",
        "not_before": "not before {first[noun]}",
        "not_after": "no later than {last[noun]}",
        "between": "between {first[noun]} and {last[noun]}",
    },
    doubtful=" (date uncertain)",
    no_year=" (year unknown)",
    stray_day=" (day {day}, month unknown)",
)

_FR_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
_FR_SEASONS = ("l’été", "l’automne", "l’hiver")

_FRENCH = Grammar(
    day_months=_FR_MONTHS,
    first_day="1er",
    cases={
        "label": Case(
            day="{day} {month}",
            months=_FR_MONTHS,
            seasons=("printemps", "été", "automne", "hiver"),
            tail=" {year}",
            year="{year}",
            years="{years}",
            unknown="date inconnue",
        ),
        "noun": Case(
            day="le {day} {month}",
            months=_FR_MONTHS,
            seasons=("le printemps", *_FR_SEASONS),
            tail=" {year}",
            year="{year}",
            years="les années {years}",
            unknown="une date inconnue",
        ),
        "de": Case(
            day="du {day} {month}",
            months=tuple(f"d’{m}" if m[0] in "ao" else f"de {m}" for m in _FR_MONTHS),
            seasons=("du printemps", *_each("de {}", _FR_SEASONS)),
            tail=" {year}",
            year="de {year}",
            years="des années {years}",
            unknown="d’une date inconnue",
        ),
        "a": Case(
            day="au {day} {month}",
            months=_each("à {}", _FR_MONTHS),
            seasons=("au printemps", *_each("à {}", _FR_SEASONS)),
            tail=" {year}",
            year="à {year}",
            years="aux années {years}",
            unknown="à une date inconnue",
        ),
        "at": Case(
            day="le {day} {month}",
            months=_each("en {}", _FR_MONTHS),
            seasons=("au printemps", *_each("à {}", _FR_SEASONS)),
            tail=" {year}",
            year="en {year}",
            years="dans les années {years}",
            unknown="à une date inconnue",
        ),
    },
    about={
        "label": "vers {[noun]}",
        "noun": "environ {[noun]}",
        "de": "d’environ {[noun]}",
        "a": "à environ {[noun]}",
        "at": "vers {[noun]}",
    },
    stretches={
        "since": "depuis {first[noun]}",
        "until": "jusqu’{last[a]}",
        "period": "{first[de]} {last[a]}",
        "end_unknown": "à partir {first[de]}, fin inconnue",
        "beginning_unknown": "jusqu’{last[a]}, début inconnu",
        "not_before": "au plus tôt {first[at]}",
        "not_after": "au plus tard {last[at]}",
        "between": "entre {first[noun]} et {last[noun]}",
    },
    doubtful=" (date incertaine)",
    no_year=" (année inconnue)",
    stray_day=" (le {day}, mois inconnu)",
)

_ES_MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)
_ES_SEASONS = ("verano", "otoño", "invierno")

_SPANISH = Grammar(
    day_months=_ES_MONTHS,
    cases={
        "label": Case(
            day="{day} de {month}",
            months=_ES_MONTHS,
            seasons=("primavera", *_ES_SEASONS),
            tail=" de {year}",
            year="{year}",
            years="{years}",
            unknown="fecha desconocida",
        ),
        "noun": Case(
            day="el {day} de {month}",
            months=_ES_MONTHS,
            seasons=("la primavera", *_each("el {}", _ES_SEASONS)),
            tail=" de {year}",
            year="{year}",
            years="los años {years}",
            unknown="una fecha desconocida",
        ),
        "de": Case(
            day="del {day} de {month}",
            months=_each("de {}", _ES_MONTHS),
            seasons=("de la primavera", *_each("del {}", _ES_SEASONS)),
            tail=" de {year}",
            year="de {year}",
            years="de los años {years}",
            unknown="de una fecha desconocida",
        ),
        "a": Case(
            day="al {day} de {month}",
            months=_each("a {}", _ES_MONTHS),
            seasons=("a la primavera", *_each("al {}", _ES_SEASONS)),
            tail=" de {year}",
            year="a {year}",
            years="a los años {years}",
            unknown="a una fecha desconocida",
        ),
        "at": Case(
            day="el {day} de {month}",
            months=_each("en {}", _ES_MONTHS),
            seasons=("en la primavera", *_each("en el {}", _ES_SEASONS)),
            tail=" de {year}",
            year="en {year}",
            years="en los años {years}",
            unknown="en una fecha desconocida",
        ),
    },
    about={
        "label": "hacia {[noun]}",
        "noun": "aproximadamente {[noun]}",
        "de": "de aproximadamente {[noun]}",
        "a": "a aproximadamente {[noun]}",
        "at": "hacia {[noun]}",
    },
    stretches={
        "since": "desde {first[noun]}",
        "until": "hasta {last[noun]}",
        "period": "{first[de]} {last[a]}",
        "end_unknown": "a partir {first[de]}, final desconocido",
        "beginning_unknown": "hasta {last[noun]}, comienzo desconocido",
        "not_before": "no antes {first[de]}",
        "not_after": "a más tardar {last[at]}",
        "between": "entre {first[noun]} y {last[noun]}",
    },
    doubtful=" (fecha incierta)",
    no_year=" (año desconocido)",
    stray_day=" (día {day}, mes desconocido)",
)

_RU_MONTHS = (
    *("январь", "февраль", "март", "апрель", "май", "июнь"),
    *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
)
_RU_MONTHS_OF = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
_RU_MONTHS_IN = (
    *("январе", "феврале", "марте", "апреле", "мае", "июне"),
    *("июле", "августе", "сентябре", "октябре", "ноябре", "декабре"),
)

_RUSSIAN = Grammar(
    day_months=_RU_MONTHS_OF,
    cases={
        "label": Case(
            day="{day} {month}",
            months=_RU_MONTHS,
            seasons=("весна", "лето", "осень", "зима"),
            tail=" {year} г.",
            year="{year} г.",
            years="{years} гг.",
            unknown="дата неизвестна",
        ),
        "gen": Case(
            day="{day} {month}",
            months=_RU_MONTHS_OF,
            seasons=("весны", "лета", "осени", "зимы"),
            tail=" {year} года",
            year="{year} года",
            years="{years} годов",
            unknown="неизвестной даты",
        ),
        "acc": Case(
            day="{day} {month}",
            months=_RU_MONTHS,
            seasons=("весну", "лето", "осень", "зиму"),
            tail=" {year} года",
            year="{year} год",
            years="{years} годы",
            unknown="неизвестную дату",
        ),
        "at": Case(
            day="{day} {month}",
            months=_each("в {}", _RU_MONTHS_IN),
            seasons=("весной", "летом", "осенью", "зимой"),
            tail=" {year} года",
            year="в {year} году",
            years="в {years} годах",
            unknown="в неизвестный день",
        ),
    },
    about={
        "label": "около {[gen]}",
        "gen": "приблизительно {[gen]}",
        "acc": "приблизительно {[acc]}",
        "at": "около {[gen]}",
    },
    stretches={
        "since": "с {first[gen]}",
        "until": "по {last[acc]}",
        "period": "с {first[gen]} по {last[acc]}",
        "end_unknown": "с {first[gen]}, окончание неизвестно",
        "beginning_unknown": "по {last[acc]}, начало неизвестно",
        "not_before": "не ранее {first[gen]}",
        "not_after": "не позднее {last[gen]}",
        "between": "в период с {first[gen]} по {last[acc]}",
    },
    doubtful=" (дата под вопросом)",
    no_year=" (год неизвестен)",
    stray_day=" ({day}-го числа, месяц неизвестен)",
)

_AR_MONTHS = (
    *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو"),
    *("يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
)
_AR_SEASONS = ("ربيع", "صيف", "خريف", "شتاء")

_ARABIC = Grammar(
    day_months=_AR_MONTHS,
    cases={
        "label": Case(
            day="{day} {month}",
            months=_AR_MONTHS,
            seasons=_AR_SEASONS,
            tail=" {year}",
            year="{year}",
            years="{years}",
            unknown="تاريخ غير معروف",
        ),
        "noun": Case(
            day="{day} {month}",
            months=_AR_MONTHS,
            seasons=_AR_SEASONS,
            tail=" {year}",
            year="عام {year}",
            years="الأعوام {years}",
            unknown="تاريخ غير معروف",
        ),
        "at": Case(
            day="في {day} {month}",
            months=_each("في {}", _AR_MONTHS),
            seasons=_each("في {}", _AR_SEASONS),
            tail=" {year}",
            year="في عام {year}",
            years="في الأعوام {years}",
            unknown="في تاريخ غير معروف",
        ),
    },
    about={"label": "حوالي {[noun]}", "noun": "حوالي {[noun]}", "at": "في حوالي {[noun]}"},
    stretches={
        "since": "منذ {first[noun]}",
        "until": "حتى {last[noun]}",
        "period": "من {first[noun]} إلى {last[noun]}",
        "end_unknown": "من {first[noun]}، والنهاية غير معروفة",
        "beginning_unknown": "حتى {last[noun]}، والبداية غير معروفة",
        "not_before": "ليس قبل {first[noun]}",
        "not_after": "ليس بعد {last[noun]}",
        "between": "بين {first[noun]} و{last[noun]}",
    },
    doubtful=" (التاريخ غير مؤكد)",
    no_year=" (السنة غير معروفة)",
    stray_day=" (اليوم {day}، الشهر غير معروف)",
)

GRAMMARS: Mapping[str, Grammar] = {
    "en": _ENGLISH,
    "fr": _FRENCH,
    "es": _SPANISH,
    "ru": _RUSSIAN,
    "ar": _ARABIC,
}
"""The five interface languages."""
