"""What is claimed comes back from JSON as it was."""

import json
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import InvalidValueError
from models.values.codec import Kind, Raw, decode, encode, kind_of
from models.values.country import Country
from models.values.language import Language
from models.values.money import Money
from models.values.partial_date import PartialDate
from models.values.term import Term

VALUES = st.one_of(
    st.text(),
    st.integers(),
    st.booleans(),
    st.from_type(PartialDate),
    st.builds(Term, st.integers(0, 99), st.integers(0, 99), st.integers(0, 99)),
    st.builds(Money, st.decimals(0, 9999, places=2), st.just("EUR")),
    st.sampled_from(["BY", "KZ"]).map(Country),
    st.sampled_from(["be-Latn", "ru"]).map(Language),
    st.uuids(),
)


@given(VALUES)
def test_there_and_back(value: Any) -> None:
    raw = json.loads(json.dumps(encode(value)))
    again = decode(kind_of(value), raw)
    assert again == value
    assert type(again) is type(value)


@pytest.mark.parametrize("kind", list(Kind))
def test_nothing_stays_nothing(kind: str) -> None:
    assert encode(None) is None
    assert decode(kind, None) is None


def test_a_code_is_text() -> None:
    assert decode("code", "pretrial") == "pretrial"


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        *(("text", 1), ("integer", True), ("integer", "1"), ("boolean", 1), ("boolean", "true")),
        *(("date", "soon"), ("date", 2022), ("term", "2 years"), ("money", "5"), ("uid", "x")),
        *(("country", "XX"), ("language", "no tag"), ("float", "1.5"), ("", "text")),
    ],
)
def test_refuses_what_is_not_of_the_kind(kind: str, raw: Raw) -> None:
    with pytest.raises(InvalidValueError):
        decode(kind, raw)


@pytest.mark.parametrize("value", [1.5, b"bytes", Decimal(1), ["list"]])
def test_refuses_other_types(value: Any) -> None:
    with pytest.raises(InvalidValueError):
        encode(value)
    with pytest.raises(InvalidValueError):
        kind_of(value)


def test_uids_are_read_in_any_form() -> None:
    uid = "0190a1b2-c3d4-7e5f-8091-a2b3c4d5e6f7"
    assert decode("uid", uid.upper()) == UUID(uid)
