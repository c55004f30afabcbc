"""Counted units decline as each language wants."""

import pytest

from models.values.counted import Unit, counted


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        (1, "day", ("1 day", "1 jour", "1 día", "1 день", "يوم واحد")),
        (2, "month", ("2 months", "2 mois", "2 meses", "2 месяца", "شهران")),
        (3, "year", ("3 years", "3 ans", "3 años", "3 года", "3 سنوات")),
        (0, "day", ("0 days", "0 jour", "0 días", "0 дней", "0 يوم")),
        (5, "year", ("5 years", "5 ans", "5 años", "5 лет", "5 سنوات")),
        (11, "month", ("11 months", "11 mois", "11 meses", "11 месяцев", "11 شهرًا")),
        (14, "day", ("14 days", "14 jours", "14 días", "14 дней", "14 يومًا")),
        (21, "day", ("21 days", "21 jours", "21 días", "21 день", "21 يومًا")),
        (22, "year", ("22 years", "22 ans", "22 años", "22 года", "22 سنة")),
        (100, "day", ("100 days", "100 jours", "100 días", "100 дней", "100 يوم")),
        (105, "day", ("105 days", "105 jours", "105 días", "105 дней", "105 أيام")),
        (111, "day", ("111 days", "111 jours", "111 días", "111 дней", "111 يومًا")),
    ],
)
def test_counted(number: int, unit: Unit, words: tuple[str, ...]) -> None:
    assert tuple(counted(number, unit, code) for code in ("en", "fr", "es", "ru", "ar")) == words


@pytest.mark.parametrize(
    ("number", "language", "words"),
    [(1, "ru", "1 дня"), (2, "ru", "2 дней"), (11, "ru", "11 дней"), (2, "ar", "يومين")],
)
def test_genitive(number: int, language: str, words: tuple[str, ...]) -> None:
    assert counted(number, "day", language, genitive=True) == words
