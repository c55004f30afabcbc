"""Dates as people in five languages write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.values.date_words import Form
from models.values.partial_date import PartialDate
from models.values.vocabulary import INTERFACE_LANGUAGES

# EDTF, then alone and in a sentence, in en, fr, es, ru, ar.
WORDS = {
    "2022-11-08": (
        ("8 November 2022", "on 8 November 2022"),
        ("8 novembre 2022", "le 8 novembre 2022"),
        ("8 de noviembre de 2022", "el 8 de noviembre de 2022"),
        ("8 ноября 2022 г.", "8 ноября 2022 года"),
        ("8 نوفمبر 2022", "في 8 نوفمبر 2022"),
    ),
    "2022-04-01": (
        ("1 April 2022", "on 1 April 2022"),
        ("1er avril 2022", "le 1er avril 2022"),
        ("1 de abril de 2022", "el 1 de abril de 2022"),
        ("1 апреля 2022 г.", "1 апреля 2022 года"),
        ("1 أبريل 2022", "في 1 أبريل 2022"),
    ),
    "2022-04": (
        ("April 2022", "in April 2022"),
        ("avril 2022", "en avril 2022"),
        ("abril de 2022", "en abril de 2022"),
        ("апрель 2022 г.", "в апреле 2022 года"),
        ("أبريل 2022", "في أبريل 2022"),
    ),
    "2022": (
        ("2022", "in 2022"),
        ("2022", "en 2022"),
        ("2022", "en 2022"),
        ("2022 г.", "в 2022 году"),
        ("2022", "في عام 2022"),
    ),
    "2022-23": (
        ("autumn 2022", "in autumn 2022"),
        ("automne 2022", "à l’automne 2022"),
        ("otoño de 2022", "en el otoño de 2022"),
        ("осень 2022 г.", "осенью 2022 года"),
        ("خريف 2022", "في خريف 2022"),
    ),
    "201X": (
        ("2010–2019", "in the years 2010–2019"),
        ("2010–2019", "dans les années 2010–2019"),
        ("2010–2019", "en los años 2010–2019"),
        ("2010–2019 гг.", "в 2010–2019 годах"),
        ("2010–2019", "في الأعوام 2010–2019"),
    ),
    "XXXX-12-26": (
        ("26 December (year unknown)", "on 26 December (year unknown)"),
        ("26 décembre (année inconnue)", "le 26 décembre (année inconnue)"),
        ("26 de diciembre (año desconocido)", "el 26 de diciembre (año desconocido)"),
        ("26 декабря (год неизвестен)", "26 декабря (год неизвестен)"),
        ("26 ديسمبر (السنة غير معروفة)", "في 26 ديسمبر (السنة غير معروفة)"),
    ),
    "XXXX": (
        ("date unknown", "on an unknown date"),
        ("date inconnue", "à une date inconnue"),
        ("fecha desconocida", "en una fecha desconocida"),
        ("дата неизвестна", "в неизвестный день"),
        ("تاريخ غير معروف", "في تاريخ غير معروف"),
    ),
    "2022-XX-19": (
        ("2022 (day 19, month unknown)", "in 2022 (day 19, month unknown)"),
        ("2022 (le 19, mois inconnu)", "en 2022 (le 19, mois inconnu)"),
        ("2022 (día 19, mes desconocido)", "en 2022 (día 19, mes desconocido)"),
        ("2022 г. (19-го числа, месяц неизвестен)", "в 2022 году (19-го числа, месяц неизвестен)"),
        ("2022 (اليوم 19، الشهر غير معروف)", "في عام 2022 (اليوم 19، الشهر غير معروف)"),
    ),
    "2022-04~": (
        ("about April 2022", "around April 2022"),
        ("vers avril 2022", "vers avril 2022"),
        ("hacia abril de 2022", "hacia abril de 2022"),
        ("около апреля 2022 года", "около апреля 2022 года"),
        ("حوالي أبريل 2022", "في حوالي أبريل 2022"),
    ),
    "2022-04-19?": (
        ("19 April 2022 (date uncertain)", "on 19 April 2022 (date uncertain)"),
        ("19 avril 2022 (date incertaine)", "le 19 avril 2022 (date incertaine)"),
        ("19 de abril de 2022 (fecha incierta)", "el 19 de abril de 2022 (fecha incierta)"),
        ("19 апреля 2022 г. (дата под вопросом)", "19 апреля 2022 года (дата под вопросом)"),
        ("19 أبريل 2022 (التاريخ غير مؤكد)", "في 19 أبريل 2022 (التاريخ غير مؤكد)"),
    ),
    "2022-12-26^": (
        ("26 December [2022]", "on 26 December [2022]"),
        ("26 décembre [2022]", "le 26 décembre [2022]"),
        ("26 de diciembre de [2022]", "el 26 de diciembre de [2022]"),
        ("26 декабря [2022] г.", "26 декабря [2022] года"),
        ("26 ديسمبر [2022]", "في 26 ديسمبر [2022]"),
    ),
    "2022-04/2023-05-01": (
        ("April 2022 – 1 May 2023", "from April 2022 to 1 May 2023"),
        ("avril 2022 – 1er mai 2023", "d’avril 2022 au 1er mai 2023"),
        ("abril de 2022 – 1 de mayo de 2023", "de abril de 2022 al 1 de mayo de 2023"),
        ("апрель 2022 г. – 1 мая 2023 г.", "с апреля 2022 года по 1 мая 2023 года"),
        ("أبريل 2022 – 1 مايو 2023", "من أبريل 2022 إلى 1 مايو 2023"),
    ),
    "2022-22/2024": (
        ("summer 2022 – 2024", "from summer 2022 to 2024"),
        ("été 2022 – 2024", "de l’été 2022 à 2024"),
        ("verano de 2022 – 2024", "del verano de 2022 a 2024"),
        ("лето 2022 г. – 2024 г.", "с лета 2022 года по 2024 год"),
        ("صيف 2022 – 2024", "من صيف 2022 إلى عام 2024"),
    ),
}

# Stretches read the same alone and in a sentence.
STRETCHES = {
    "2022-04-02/..": (
        "since 2 April 2022",
        "depuis le 2 avril 2022",
        "desde el 2 de abril de 2022",
        "со 2 апреля 2022 года",
        "منذ 2 أبريل 2022",
    ),
    "2022-03/..^": (
        "since March [2022]",
        "depuis mars [2022]",
        "desde marzo de [2022]",
        "с марта [2022] года",
        "منذ مارس [2022]",
    ),
    "../2022-08": (
        "until August 2022",
        "jusqu’à août 2022",
        "hasta agosto de 2022",
        "по август 2022 года",
        "حتى أغسطس 2022",
    ),
    "2022-10/": (
        "from October 2022, end unknown",
        "à partir d’octobre 2022, fin inconnue",
        "a partir de octubre de 2022, final desconocido",
        "с октября 2022 года, окончание неизвестно",
        "من أكتوبر 2022، والنهاية غير معروفة",
    ),
    "/2022-21": (
        "until spring 2022, beginning unknown",
        "jusqu’au printemps 2022, début inconnu",
        "hasta la primavera de 2022, comienzo desconocido",
        "по весну 2022 года, начало неизвестно",
        "حتى ربيع 2022، والبداية غير معروفة",
    ),
    "[2022-04..]": (
        "not before April 2022",
        "au plus tôt en avril 2022",
        "no antes de abril de 2022",
        "не ранее апреля 2022 года",
        "ليس قبل أبريل 2022",
    ),
    "[..2022-04-19]": (
        "no later than 19 April 2022",
        "au plus tard le 19 avril 2022",
        "a más tardar el 19 de abril de 2022",
        "не позднее 19 апреля 2022 года",
        "ليس بعد 19 أبريل 2022",
    ),
    "[2022-04-02..2022-05]": (
        "between 2 April 2022 and May 2022",
        "entre le 2 avril 2022 et mai 2022",
        "entre el 2 de abril de 2022 y mayo de 2022",
        "в период со 2 апреля 2022 года по май 2022 года",
        "بين 2 أبريل 2022 ومايو 2022",
    ),
}

TABLE = [
    (text, language, form, words)
    for text, by_language in WORDS.items()
    for language, pair in zip(INTERFACE_LANGUAGES, by_language, strict=True)
    for form, words in zip(("label", "sentence"), pair, strict=True)
] + [
    (text, language, form, words)
    for text, by_language in STRETCHES.items()
    for language, words in zip(INTERFACE_LANGUAGES, by_language, strict=True)
    for form in ("label", "sentence")
]


@pytest.mark.parametrize(("text", "language", "form", "words"), TABLE)
def test_words(text: str, language: str, form: Form, words: str) -> None:
    assert PartialDate.parse(text).in_words(language, form) == words


def test_a_language_with_a_region_is_its_language_and_others_are_english() -> None:
    april = PartialDate.parse("2022-04")
    assert april.in_words("fr-CH") == "avril 2022"
    assert april.in_words("pl") == "April 2022"


@given(
    st.from_type(PartialDate),
    st.sampled_from(INTERFACE_LANGUAGES),
    st.sampled_from(["label", "sentence"]),
)
def test_every_date_can_be_said_in_western_digits(
    found: PartialDate, language: str, form: Form
) -> None:
    words = found.in_words(language, form)
    assert words
    assert "{" not in words
    assert "X" not in words
    assert all(digit.isascii() for digit in words if digit.isdecimal())
    assert ("[" in words) is (found.resolved and any("X" not in p.year for p in found.points))
