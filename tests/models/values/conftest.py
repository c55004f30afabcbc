"""Partial dates of every shape, for Hypothesis."""

from collections.abc import Callable

import pytest
from hypothesis import strategies as st

from models.errors import InvalidValueError
from models.values.partial_date import PartialDate

_SHAPES = ("{0}", "{0}", "{0}", "{0}/{1}", "{0}/..", "../{0}", "{0}/", "/{0}")
_SETS = ("[{0}..]", "[..{0}]", "[{0}..{1}]")


def _two(least: int, most: int) -> st.SearchStrategy[str]:
    return st.integers(least, most).map("{:02d}".format)


@st.composite
def _point_texts(draw: st.DrawFn) -> str:
    year = draw(st.one_of(_years(), _years(), st.sampled_from(["201X", "202X", "20XX", "XXXX"])))
    month = draw(st.one_of(st.none(), st.sampled_from(["XX", "21", "22", "23", "24"]), _two(1, 12)))
    day = draw(st.one_of(st.none(), st.just("XX"), _two(1, 28)))
    doubt = draw(st.sampled_from(["", "", "", "?", "~", "%"]))
    if month is None:
        return year + doubt
    if day is None or month in {"21", "22", "23", "24"}:
        return f"{year}-{month}{doubt}"
    return f"{year}-{month}-{day}{doubt}"


def _years() -> st.SearchStrategy[str]:
    return st.integers(2015, 2026).map(str)


@st.composite
def _texts(draw: st.DrawFn) -> str:
    shape = draw(st.sampled_from(_SHAPES + _SETS))
    resolved = draw(st.sampled_from(["", "", "^"]))
    return shape.format(draw(_point_texts()), draw(_point_texts())) + resolved


def _parsed(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except InvalidValueError:  # ends the wrong way round, or a mark on a date without a year
        return None


DATES = _texts().map(_parsed).filter(bool)
st.register_type_strategy(PartialDate, DATES)


@pytest.fixture
def parse() -> Callable[[str], PartialDate]:
    """Give the parser, short in tables."""
    return PartialDate.parse
