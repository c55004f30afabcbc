"""A partial date keeps what its source left open, and its arithmetic never knows more."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from models.errors import InvalidValueError
from models.values.partial_date import PartialDate, Precision, Shape

Parse = Callable[[str], PartialDate]
DATES = st.from_type(PartialDate)
DAYS = st.dates(date(2014, 1, 1), date(2027, 12, 31))


def _bounded(ends: tuple[date, date], form: str) -> PartialDate:
    first, last = sorted(ends)
    return PartialDate.parse(form.format(first, last, min(first.day, 28)))


BOUNDED = st.builds(
    _bounded,
    st.tuples(DAYS, DAYS),
    st.sampled_from(
        [
            *("{0}", "{0:%Y-%m}", "{0:%Y}", "{0:%Y}-24", "{0:%Y}-22", "{0:%Y}-XX-{2:02d}"),
            *("{0}/{1}", "{0:%Y-%m}/{1:%Y}", "[{0}..{1:%Y-%m}]", "202X-{0:%m}"),
        ]
    ),
)

CANONICAL = {
    "2022-04-19": ("2022-04-19", "2022-04-19", Precision.DAY),
    "2024-02-29": ("2024-02-29", "2024-02-29", Precision.DAY),
    "2022-04-XX": ("2022-04-01", "2022-04-30", Precision.MONTH),
    "2024-02": ("2024-02-01", "2024-02-29", Precision.MONTH),
    "2022-XX-31": ("2022-01-31", "2022-12-31", Precision.YEAR),
    "2022-XX-XX": ("2022-01-01", "2022-12-31", Precision.YEAR),
    "2022": ("2022-01-01", "2022-12-31", Precision.YEAR),
    "2022-21": ("2022-03-01", "2022-05-31", Precision.SEASON),
    "2022-24": ("2021-12-01", "2023-02-28", Precision.SEASON),
    "201X": ("2010-01-01", "2019-12-31", Precision.DECADE),
    "20XX": ("2000-01-01", "2099-12-31", Precision.CENTURY),
    "202X-02-29": ("2020-02-29", "2028-02-29", Precision.DECADE),
    "00XX": ("0001-01-01", "0099-12-31", Precision.CENTURY),
    "9999": ("9999-01-01", "9999-12-31", Precision.YEAR),
    "0001~": ("0001-01-01", "0002-12-31", Precision.YEAR),
    "9999-12-31~": ("9999-12-30", "9999-12-31", Precision.DAY),
    "9999-24": ("9998-12-01", "9999-12-31", Precision.SEASON),
    "XXXX": (None, None, Precision.UNKNOWN_YEAR),
    "XXXX-12-26": (None, None, Precision.UNKNOWN_YEAR),
    "XXXX-11": (None, None, Precision.UNKNOWN_YEAR),
    "2022?": ("2022-01-01", "2022-12-31", Precision.YEAR),
    "2022-04~": ("2022-03-01", "2022-05-31", Precision.MONTH),
    "2022-04-19%": ("2022-04-18", "2022-04-20", Precision.DAY),
    "2022-21~": ("2021-12-01", "2022-08-31", Precision.SEASON),
    "201X~": ("2000-01-01", "2029-12-31", Precision.DECADE),
    "2022-04/..": ("2022-04-01", None, Precision.PERIOD),
    "../2022": (None, "2022-12-31", Precision.PERIOD),
    "2022-04/": ("2022-04-01", None, Precision.PERIOD),
    "/2022": (None, "2022-12-31", Precision.PERIOD),
    "2022-04/2023": ("2022-04-01", "2023-12-31", Precision.PERIOD),
    "[2022-04..]": ("2022-04-01", None, Precision.ONE_OF),
    "[..2022-04-19]": (None, "2022-04-19", Precision.ONE_OF),
    "[2022-04-01..2022-04-19]": ("2022-04-01", "2022-04-19", Precision.ONE_OF),
    "2022-04/..^": ("2022-04-01", None, Precision.PERIOD),
    "2022-12-26?^": ("2022-12-26", "2022-12-26", Precision.DAY),
}


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("text", "expected"), CANONICAL.items())
def test_limits_and_precision(
    parse: Parse, text: str, expected: tuple[str | None, str | None, Precision]
) -> None:
    found = parse(text)
    earliest, latest, precision = expected
    assert (found.earliest, found.latest, found.precision) == (
        day(earliest),
        day(latest),
        precision,
    )
    assert str(found) == text


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "2022-13", "2022-00", "2022-2-3", "2022-02-29", "2022-02-30", "2022-04-31"),
        *("0000", "2022-21-03", "2022-04-32", "2022-04-00", "XXXX-02-30", "2023-02-29?"),
        *("..", "/", "../..", "../", "/..", "[..]", "[]", "2023/2022", "[2023..2022]"),
        *("2022/2023/2024", "2XXX", "20X2", "-0044", "Y17000", "2022-04-19T10:00", "19.04.2022"),
        *("XXXX^", "2022^^", "٢٠٢٢", "2022-04~?", "[2022-04,2022-05]", "2022\n-04", "april"),
    ],
)
def test_refuses_what_no_calendar_has(parse: Parse, text: str) -> None:
    with pytest.raises(InvalidValueError):
        parse(text)


def test_reads_small_letters_and_spaces(parse: Parse) -> None:
    assert str(parse(" xxxx-12-26 ")) == "XXXX-12-26"


def test_refuses_a_point_with_two_ends(parse: Parse) -> None:
    first, last = parse("2022").point, parse("2023").point
    with pytest.raises(InvalidValueError):
        PartialDate(Shape.POINT, first, last)


@given(DATES)
def test_text_and_value_are_one(found: PartialDate) -> None:
    assert PartialDate.parse(str(found)) == found
    assert hash(PartialDate.parse(str(found))) == hash(found)
    assert str(found) == found.edtf + "^" * found.resolved


@given(DATES)
def test_earliest_is_never_after_latest(found: PartialDate) -> None:
    if found.earliest and found.latest:
        assert found.earliest <= found.latest
        low, high = found.ordinals
        assert (date.fromordinal(low), date.fromordinal(high)) == (found.earliest, found.latest)


@given(DAYS)
def test_a_known_day_is_exact(known: date) -> None:
    found = PartialDate.of(known)
    assert found.is_exact
    assert found.earliest == found.latest == known
    assert str(found) == known.isoformat()


@given(DATES, DATES, DATES)
def test_order_is_total(one: PartialDate, two: PartialDate, three: PartialDate) -> None:
    assert (one < two) + (two < one) + (one == two) == 1
    assert sorted([one, two, three]) == sorted([three, two, one])
    if one <= two <= three:
        assert one <= three


def test_order_serves_a_timeline(parse: Parse) -> None:
    texts = ["XXXX-01", "2023", "[..2022-04-19]", "2022-04", "2022-04-01", "2022", "XXXX-12-26"]
    assert [str(found) for found in sorted(map(parse, texts))] == [
        *("2022", "2022-04-01", "2022-04", "[..2022-04-19]", "2023", "XXXX-01", "XXXX-12-26"),
    ]


def test_refuses_to_be_ordered_with_anything_else(parse: Parse) -> None:
    with pytest.raises(TypeError):
        assert parse("2022") < "2023"


def days_meant(found: PartialDate) -> set[date]:
    """Every day from 2009 to 2030 that a date without “about” may mean, tried one by one."""
    window = (date(2009, 1, 1) + timedelta(days=n) for n in range(365 * 22 + 5))
    if found.is_contiguous:
        low, high = found.earliest or date.min, found.latest or date.max
        return {one for one in window if low <= one <= high}
    return {one for one in window if found.point.matches(one)}


@settings(max_examples=60, deadline=None)
@given(DATES, DATES)
def test_contains_and_coincides_as_the_days_do(one: PartialDate, other: PartialDate) -> None:
    """Against an enumeration of all days; dates reaching beyond it are left to the tables."""
    assume("~" not in f"{one}{other}" and "%" not in f"{one}{other}")
    assume("20XX" not in f"{one}{other}")
    mine, theirs = days_meant(one), days_meant(other)
    if one.contains(other):
        assert theirs <= mine
    elif other.earliest and other.latest:
        assert not theirs <= mine
    if mine & theirs:
        assert one.may_coincide(other)
    elif one.earliest and one.latest and other.earliest and other.latest:
        assert not one.may_coincide(other)


@given(DATES, DATES)
def test_containment_is_antisymmetric(one: PartialDate, other: PartialDate) -> None:
    if one.contains(other) and other.contains(one):
        assert one.ordinals == other.ordinals
        assert one.may_coincide(other)


@given(DATES, DATES, DATES)
def test_containment_is_reflexive_and_transitive(
    one: PartialDate, two: PartialDate, three: PartialDate
) -> None:
    assert one.contains(one)
    if one.contains(two) and two.contains(three):
        assert one.contains(three)


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        *(("2022", "2022-04"), ("2022-04", "2022-04-19"), ("2022-04", "2022-04-XX")),
        *(("2022-04-XX", "2022-04"), ("XXXX-12-26", "2022-12-26"), ("XXXX-12", "XXXX-12-26")),
        *(("XXXX", "2022"), ("XXXX", "XXXX-12-26"), ("2022-24", "2021-12"), ("2022-24", "2023-01")),
        *(("2022-XX-19", "2022-04-19"), ("XXXX-04", "2022-04-03/2022-04-20"), ("2022~", "2023")),
        *(("2022/..", "[2023..]"), ("../2022", "[..2021]"), ("201X-04", "2015-04-03")),
        *(("XXXX-12~", "XXXX-12-26~"), ("XXXX-22", "XXXX-07"), ("2021/2023", "2022-24")),
    ],
)
def test_what_contains_what(parse: Parse, wide: str, narrow: str) -> None:
    assert parse(wide).contains(parse(narrow))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("2022-04", "2022"), ("XXXX-12-26", "2022-12"), ("2022-24", "2022-07")),
        *(("2022-XX-19", "2022-04"), ("2022", "XXXX-12-26"), ("2022/2023", "2022/..")),
        *(("XXXX-12", "XXXX-11"), ("XXXX-12-26", "XXXX-12-27"), ("201X-04", "202X-04")),
        *(("XXXX-12-26", "XXXX-12-26~"), ("2022-04-19", "2022-04-19~"), ("2022", "2023")),
    ],
)
def test_what_does_not_contain(parse: Parse, one: str, other: str) -> None:
    assert not parse(one).contains(parse(other))


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("XXXX-12-26", "2022", True),
        ("XXXX-12-26", "2022-04", False),
        ("XXXX-12-26", "XXXX-11", False),
        ("XXXX-12", "XXXX-XX-26", True),
        ("XXXX-12-26~", "2022-12-27", True),
        ("XXXX-12-26", "2022/..", True),
        ("2022-04", "2022-04-19", True),
        ("2022-04-18", "2022-04-19", False),
        ("2022-04-18~", "2022-04-19", True),
        ("[..2022-04-19]", "2022-04-20", False),
        ("2022/..", "../2021", False),
        ("2020-24", "201X-12", True),
    ],
)
def test_contradictions_are_seen(parse: Parse, one: str, other: str, *, may: bool) -> None:
    assert parse(one).may_coincide(parse(other)) is may
    assert parse(other).may_coincide(parse(one)) is may


@given(DATES, DATES)
def test_certainly_before_is_never_mutual(one: PartialDate, other: PartialDate) -> None:
    assert not (one.certainly_before(other) and other.certainly_before(one))
    if one.certainly_before(other):
        assert one < other
        assert not one.may_coincide(other)


@pytest.mark.parametrize(
    ("one", "other", "certain"),
    [
        ("2022-04-18", "2022-04-19", True),
        ("2022-04-18~", "2022-04-19", False),
        ("2022-04-18?", "2023", False),
        ("2022-04", "2022-04-30", False),
        ("2022-04", "2022-05", True),
        ("[..2022-04-19]", "2022-05", True),
        ("2022-04/..", "2023", False),
        ("XXXX-01-01", "XXXX-12-31", False),
    ],
)
def test_certainly_before(parse: Parse, one: str, other: str, *, certain: bool) -> None:
    assert parse(one).certainly_before(parse(other)) is certain


@settings(max_examples=100, deadline=None)
@given(BOUNDED, BOUNDED)
def test_days_until_agrees_with_every_pair_of_days(one: PartialDate, other: PartialDate) -> None:
    mine, theirs = days_meant(one), days_meant(other)
    found = one.days_until(other)
    assert found.minimum == (min(theirs) - max(mine)).days
    assert found.maximum == (max(theirs) - min(mine)).days


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("2022-04-19", "2022-04-19", 0, 0),
        ("2022-04", "2022-05", 1, 60),
        ("2022-04", "2022-04", -29, 29),
        ("2022-04-19", "[2022-05-01..]", 12, None),
        ("[..2022-04-19]", "2022-05-01", 12, None),
        ("2022-04-19", "XXXX-12-26", None, None),
        ("2022-04-19~", "2022-04-30", 10, 12),
        ("[2022-04-01..]", "[..2022-05-01]", None, 30),
    ],
)
def test_days_until_is_a_range(
    parse: Parse, one: str, other: str, least: int | None, most: int | None
) -> None:
    found = parse(one).days_until(parse(other))
    assert (found.minimum, found.maximum) == (least, most)


def test_a_year_from_the_date_line_is_marked(parse: Parse) -> None:
    assert str(parse("XXXX-12-26").in_year(2022)) == "2022-12-26^"
    assert str(parse("XXXX-04/..").in_year(2022)) == "2022-04/..^"
    assert parse("2022-04/..^").edtf == "2022-04/.."
    assert parse("2022-04") != parse("2022-04^")


@pytest.mark.parametrize(("text", "year"), [("2022-04", 2022), ("XXXX-02-29", 2023)])
def test_no_year_is_forced_on_a_date(parse: Parse, text: str, year: int) -> None:
    with pytest.raises(InvalidValueError):
        parse(text).in_year(year)


def test_what_is_open_stays_open(parse: Parse) -> None:
    assert parse("2022-04/..").is_ongoing
    assert not parse("2022-04/").is_ongoing
    assert not parse("[2022-04..]").is_ongoing
    assert parse("XXXX-04").lacks_year
    assert not parse("2022-04?").is_exact
    assert parse("2022-04-19~").is_doubtful
