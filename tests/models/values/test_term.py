"""Terms keep their units; the calendar decides what may be compared."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import InvalidValueError
from models.values.term import Term

TERMS = st.builds(Term, st.integers(0, 30), st.integers(0, 40), st.integers(0, 800))


@given(TERMS)
def test_text_and_value_are_one(term: Term) -> None:
    assert Term.parse(str(term)) == term


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("P2Y6M", Term(2, 6)),
        ("P15D", Term(days=15)),
        ("P2W", Term(days=14)),
        ("P0D", Term()),
        (" p18m ", Term(months=18)),
    ],
)
def test_reads_durations(text: str, term: Term) -> None:
    assert Term.parse(text) == term


@pytest.mark.parametrize(
    "text", ["", "P", "2Y", "P-1Y", "P1H", "PT1H", "P1.5Y", "P6M2Y", "two years"]
)
def test_refuses_what_is_no_duration(text: str) -> None:
    with pytest.raises(InvalidValueError):
        Term.parse(text)


def test_a_term_is_never_negative() -> None:
    with pytest.raises(InvalidValueError):
        Term(-1)


def test_months() -> None:
    assert Term(2, 6).whole_months == 30
    assert Term(2, 6, 1).whole_months is None
    assert Term(months=18) != Term(1, 6)
    assert Term(months=18).is_as_long_as(Term(1, 6))


@pytest.mark.parametrize(
    ("term", "least", "most"),
    [
        (Term(months=1), 28, 31),
        (Term(months=2), 59, 62),
        (Term(years=1), 365, 366),
        (Term(years=4), 1460, 1461),
        (Term(years=400), 146_097, 146_097),
        (Term(1, 0, 10), 375, 376),
    ],
)
def test_length_in_days(term: Term, least: int, most: int) -> None:
    assert (term.length.minimum, term.length.maximum) == (least, most)


@given(st.integers(0, 400), st.integers(2000, 2399), st.integers(1, 12))
def test_length_holds_wherever_the_months_begin(months: int, year: int, month: int) -> None:
    first = date(year, month, 1)
    end_year, end_month = divmod(year * 12 + month - 1 + months, 12)
    days = (date(end_year, end_month + 1, 1) - first).days
    assert days in Term(months=months).length


@pytest.mark.parametrize(
    ("shorter", "longer"),
    [("P1Y", "P13M"), ("P10D", "P11D"), ("P27D", "P1M"), ("P1M", "P32D"), ("P1Y1D", "P1Y1M")],
)
def test_order_where_the_calendar_cannot_matter(shorter: str, longer: str) -> None:
    one, other = Term.parse(shorter), Term.parse(longer)
    assert one < other
    assert one <= other
    assert other > one
    assert other >= one
    assert not other < one


@pytest.mark.parametrize(("one", "other"), [("P30D", "P1M"), ("P1M", "P31D"), ("P365D", "P1Y")])
def test_order_is_refused_where_it_depends_on_the_months(one: str, other: str) -> None:
    with pytest.raises(InvalidValueError):
        assert Term.parse(one) < Term.parse(other)


def test_equal_lengths_are_neither_shorter_nor_longer() -> None:
    assert not Term(1) < Term(months=12)
    assert Term(1) <= Term(months=12)


@given(TERMS, TERMS)
def test_order_agrees_with_lengths(one: Term, other: Term) -> None:
    try:
        shorter = one < other
    except InvalidValueError:
        return
    if shorter:
        assert one.length.minimum <= other.length.maximum
        assert not other < one


def test_sums() -> None:
    assert Term(1, 6) + Term(0, 8, 3) == Term(1, 14, 3)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "P2Y6M",
            (
                "2 years and 6 months",
                "2 ans et 6 mois",
                "2 años y 6 meses",
                "2 года 6 месяцев",
                "سنتان و6 أشهر",
            ),
        ),
        ("P15D", ("15 days", "15 jours", "15 días", "15 дней", "15 يومًا")),
        (
            "P1Y1M1D",
            (
                "1 year, 1 month and 1 day",
                "1 an, 1 mois et 1 jour",
                "1 año, 1 mes y 1 día",
                "1 год 1 месяц 1 день",
                "سنة واحدة وشهر واحد ويوم واحد",
            ),
        ),
        ("P0D", ("0 days", "0 jour", "0 días", "0 дней", "0 يوم")),
    ],
)
def test_words(text: str, words: tuple[str, ...]) -> None:
    term = Term.parse(text)
    assert tuple(term.in_words(code) for code in ("en", "fr", "es", "ru", "ar")) == words
