"""New values know their problems; a stored one is the same value with its place."""

import inspect
from dataclasses import FrozenInstanceError, fields
from uuid import UUID

import pytest

from models.entities import kinds
from models.values.vocabulary import vocabulary
from models.views import cases, custody, events, filings, people, proof
from models.views.custody import DetentionView, NewDetention
from models.views.people import NewPersonName
from models.views.record import REFERS_TO, VOCABULARY, NewRecord, Stored, problem_of

ROOMS = (cases, custody, events, filings, people, proof)
NEW = {
    name: kind
    for room in ROOMS
    for name, kind in inspect.getmembers(room, inspect.isclass)
    if issubclass(kind, NewRecord) and name.startswith("New") and kind is not NewRecord
}


@pytest.mark.parametrize("name", NEW)
def test_vocabularies_and_kinds_that_fields_name_are_there(name: str):
    for spec in fields(NEW[name]):
        if listed := spec.metadata.get(VOCABULARY):
            assert len(vocabulary(listed))
        if referred := spec.metadata.get(REFERS_TO):
            assert referred in kinds()
            assert spec.name.endswith("_id")


@pytest.mark.parametrize("name", NEW)
def test_each_new_value_has_a_view_with_a_place(name: str):
    (view,) = [
        kind
        for room in ROOMS
        for other, kind in inspect.getmembers(room, inspect.isclass)
        if other == f"{name.removeprefix('New')}View" and kind.__module__ == room.__name__
    ]
    assert issubclass(view, (NEW[name], Stored)) and issubclass(view, Stored)  # noqa: PT018


def test_values_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        NewDetention().place = "Minsk"  # type: ignore[misc]
    view = DetentionView(id=1, uid=UUID(int=1), case_id=2)
    with pytest.raises(FrozenInstanceError):
        view.place = "Minsk"  # type: ignore[misc]


def test_all_problems_are_told_in_the_order_of_the_fields():
    new = NewPersonName(full=" ", kind="no such kind")
    assert new.problems() == (
        "Please fill in “full”.",
        "“kind” takes one of the listed choices.",
    )
    (spec,) = [spec for spec in fields(NewPersonName) if spec.name == "full"]
    assert problem_of(spec, "Anna") == ""


def test_nothing_is_no_problem_where_it_may_be():
    assert NewDetention(end=None).problems() == ()
