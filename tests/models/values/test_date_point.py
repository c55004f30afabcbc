"""Single dates: what the grammar cannot say is refused, what is left open is found."""

from datetime import date

import pytest

from models.errors import InvalidValueError
from models.values.date_point import DatePoint, Doubt


def test_parts_are_kept_as_written() -> None:
    point = DatePoint.parse("201x-04-xx%")
    assert (point.year, point.month, point.day, point.doubt) == ("201X", "04", "XX", Doubt.BOTH)
    assert (point.month_number, point.day_number) == (4, None)
    assert point.is_uncertain
    assert point.is_approximate


@pytest.mark.parametrize("parts", [("0000",), ("2022", "21", "01"), ("2023", "02", "29")])
def test_impossible_parts_are_refused(parts: tuple[str, ...]) -> None:
    with pytest.raises(InvalidValueError):
        DatePoint(*parts)


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("2022-04", date(2022, 4, 30), date(2022, 5, 1)),
        ("XXXX-02-29", date(2024, 2, 29), date(2024, 2, 28)),
        ("2022-24", date(2021, 12, 1), date(2021, 11, 30)),
        ("2022-24", date(2023, 2, 28), date(2023, 3, 1)),
        ("2022-24", date(2022, 12, 5), date(2022, 7, 1)),
        ("2022-24", date(2022, 1, 5), date(2022, 3, 1)),
        ("201X", date(2019, 12, 31), date(2020, 1, 1)),
        ("2022-XX-19", date(2022, 7, 19), date(2022, 7, 20)),
    ],
)
def test_matches(text: str, inside: date, outside: date) -> None:
    assert DatePoint.parse(text).matches(inside)
    assert not DatePoint.parse(text).matches(outside)


@pytest.mark.parametrize("text", ["2022", "2022-04", "2022-22", "201X", "XXXX", "2022-04-19"])
def test_without_holes(text: str) -> None:
    assert DatePoint.parse(text).is_contiguous


@pytest.mark.parametrize("text", ["XXXX-04", "2022-XX-19", "2022-24", "201X-04", "202X-04-19"])
def test_with_holes(text: str) -> None:
    assert not DatePoint.parse(text).is_contiguous
