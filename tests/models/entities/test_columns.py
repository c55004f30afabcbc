"""Values lie in tables as their canonical text and come back as they were."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, MetaData, Table, create_engine, insert, select

from models.entities.columns import COLUMN_TYPES
from models.errors import InvalidValueError
from models.values.country import Country
from models.values.language import Language
from models.values.money import Money
from models.values.partial_date import PartialDate
from models.values.term import Term

TEXTS: dict[type, list[str]] = {
    PartialDate: ["2022-04-19", "2022-04?", "XXXX-12-26", "2022-04/..^", "[..2022-04-19]"],
    Term: ["P2Y6M", "P0D", "P18M", "P15D"],
    Money: ["BYN 3200.00", "EUR 0.5", "USD -12"],
    Country: ["BY", "TN"],
    Language: ["be-Latn", "zh-Hant-HK", "ru"],
}
ALL = [(kind, text) for kind, texts in TEXTS.items() for text in texts]


def test_every_type_of_value_has_its_column():
    assert set(COLUMN_TYPES) == set(TEXTS)


@pytest.mark.parametrize(("kind", "text"), ALL)
def test_a_value_comes_back(kind: Any, text: str):
    table = Table("one", MetaData(), Column("value", COLUMN_TYPES[kind]))
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        table.create(connection)
        connection.execute(insert(table), [{"value": kind.parse(text)}, {"value": None}])
        assert connection.exec_driver_sql("SELECT value FROM one").scalars().all() == [text, None]
        assert connection.scalars(select(table.c.value)).all() == [kind.parse(text), None]
        found = select(table.c.value).where(table.c.value == kind.parse(text))
        assert connection.scalars(found).all() == [kind.parse(text)]
    engine.dispose()


@given(st.tuples(*[st.integers(0, 10**7)] * 3), st.decimals(allow_nan=False, allow_infinity=False))
def test_what_can_be_made_can_be_read_back(parts: tuple[int, int, int], amount: Decimal):
    for value in (made(Term, *parts), made(Money, amount, "BYN")):
        assert value is None or type(value).parse(str(value)) == value


def made(kind: Any, *parts: Any) -> Any:
    try:
        return kind(*parts)
    except InvalidValueError:
        return None


def test_what_is_too_long_to_be_read_back_is_refused():
    assert made(Term, 9999, 99_999, 999_999)
    assert made(Term, 0, 0, 1_000_000) is None
    assert made(Money, Decimal("0.0001"), "BYN")
    assert made(Money, Decimal("0.00001"), "BYN") is None
