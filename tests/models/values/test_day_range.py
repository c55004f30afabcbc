"""A range of days says what it knows and no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import InvalidValueError
from models.values.day_range import DayRange


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        ((105, 105), ("105 days", "105 jours", "105 días", "105 дней", "105 أيام")),
        (
            (100, 121),
            (
                "100 to 121 days",
                "de 100 à 121 jours",
                "de 100 a 121 días",
                "от 100 до 121 дня",
                "من 100 إلى 121 يومًا",
            ),
        ),
        (
            (100, None),
            (
                "at least 100 days",
                "au moins 100 jours",
                "al menos 100 días",
                "не менее 100 дней",
                "100 يوم على الأقل",
            ),
        ),
        (
            (None, 2),
            (
                "at most 2 days",
                "au plus 2 jours",
                "como máximo 2 días",
                "не более 2 дней",
                "يومين على الأكثر",
            ),
        ),
        (
            (None, None),
            (
                "an unknown number of days",
                "un nombre de jours inconnu",
                "un número desconocido de días",
                "неизвестное число дней",
                "عدد غير معروف من الأيام",
            ),
        ),
    ],
)
def test_words(limits: tuple[int | None, int | None], words: tuple[str, ...]) -> None:
    found = DayRange(*limits)
    assert tuple(found.in_words(code) for code in ("en", "fr", "es", "ru", "ar")) == words


def test_an_empty_range_is_refused() -> None:
    with pytest.raises(InvalidValueError):
        DayRange(2, 1)


@given(st.integers(-50, 50), st.integers(0, 50), st.integers(-50, 50), st.integers(-50, 50))
def test_sums_and_limits(low: int, width: int, added: int, floor: int) -> None:
    found = DayRange(low, low + width)
    assert (low + added) in found + added
    assert (low + width + added + 1) not in found + added
    assert found.at_least(floor).minimum == max(low, floor)
    assert found.at_least(floor).maximum == max(low + width, floor)


def test_what_is_unlimited_stays_so() -> None:
    assert DayRange(None, None) + 3 == DayRange(None, None)
    assert DayRange(None, None).at_least(0) == DayRange(0, None)
    assert -1000 in DayRange(None, 5)
    assert DayRange(3, 3).is_exact
    assert not DayRange(None, None).is_exact
