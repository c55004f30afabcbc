"""Amounts are exact and keep their currency."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import InvalidValueError
from models.values.money import Money

AMOUNTS = st.decimals(-(10**12), 10**12, places=2, allow_nan=False, allow_infinity=False)


@given(AMOUNTS, st.sampled_from(["EUR", "byn", "Usd"]))
def test_text_and_value_are_one(amount: Decimal, currency: str) -> None:
    found = Money(amount, currency)
    assert Money.parse(str(found)) == found
    assert found.currency.isupper()


@pytest.mark.parametrize(
    "text", ["", "100", "EUR", "EUR 1,5", "EURO 5", "EUR 1e3", "EUR NaN", "€ 5"]
)
def test_refuses_what_is_no_amount(text: str) -> None:
    with pytest.raises(InvalidValueError):
        Money.parse(text)


@pytest.mark.parametrize(("amount", "currency"), [("NaN", "EUR"), ("Infinity", "EUR"), ("1", "EU")])
def test_refuses_impossible_parts(amount: str, currency: str) -> None:
    with pytest.raises(InvalidValueError):
        Money(Decimal(amount), currency)


def test_words() -> None:
    assert Money.parse("BYN 3200.50").in_words() == "3\u202f200.50 BYN"
