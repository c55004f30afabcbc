"""Rows become frozen views: the columns are the view's own fields."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, column

from models.casebook import Casebook
from models.casework.reading import among, read, table
from models.values.partial_date import PartialDate
from models.views.cases import CaseView, NoteView
from models.views.custody import DetentionView
from models.views.people import PersonNameView


@pytest.fixture
def look(casebook: Casebook, make: Any) -> Callable[..., Any]:
    """Read views of a vault with two people, one of them detained."""
    make.detention(make.case("Anna Example"), "2022-04", place="Minsk")
    make.case("Somebody Else")

    def call(kind: str, view: type, *where: Any) -> Any:
        with casebook._store.reading() as connection:
            return read(connection, kind, view, *where)

    return call


def test_a_row_is_its_view(look: Callable[..., Any]):
    (found,) = look("detention", DetentionView)
    assert (found.place, found.began_on) == ("Minsk", PartialDate.parse("2022-04"))
    assert isinstance(found, DetentionView)


def test_rows_come_in_the_order_of_their_ids(look: Callable[..., Any]):
    assert [name.full for name in look("person_name", PersonNameView)] == [
        "Anna Example",
        "Somebody Else",
    ]
    assert look("note", NoteView) == ()


def test_conditions_narrow(look: Callable[..., Any]):
    name = table("person_name").c
    assert len(look("person_name", PersonNameView, name.full == "Anna Example")) == 1
    assert look("person_name", PersonNameView, name.full == "Anna Example", name.id == 2) == ()
    assert len(look("case", CaseView, among(table("case").c.id, [2, 1, 2]))) == 2
    assert look("case", CaseView, among(table("case").c.id, [])) == ()


def test_the_same_question_is_the_same_statement():
    one, two = (among(column("x"), values).compile() for values in ([3, 1, 2], {2, 3, 1}))
    assert (str(one), one.params) == (str(two), two.params)


def test_nothing_mapped_leaves(look: Callable[..., Any]):
    (found,) = look("detention", DetentionView)
    assert not hasattr(found, "_sa_instance_state")
    assert not any(isinstance(value, Connection) for value in vars(found).values())
