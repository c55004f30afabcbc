"""The columns of a record are the fields of its value."""

from dataclasses import fields
from typing import Any

import pytest
from sqlalchemy import Integer, Text, Uuid

from models.entities import facts_of, kinds, type_of
from models.values.country import Country
from models.values.partial_date import PartialDate
from models.values.term import Term
from models.values.vocabulary import vocabulary
from models.views.record import OFFICE_ONLY, REFERS_TO, REQUIRED, VOCABULARY

ALL = [(kind, spec) for kind in kinds() for spec in facts_of(kind)]


@pytest.mark.parametrize(("kind", "spec"), ALL, ids=[f"{kind}.{spec.name}" for kind, spec in ALL])
def test_each_fact_is_a_column_that_can_be_empty_unless_it_must_not(kind: str, spec: Any):
    column = kinds()[kind].__table__.columns[spec.name]
    if referred := spec.metadata.get(REFERS_TO):
        (key,) = column.foreign_keys
        assert (key.column.table.name, column.nullable) == (referred, True)
    elif listed := spec.metadata.get(VOCABULARY):
        assert column.nullable == (spec.type in ("str | None", str | None))
        assert spec.default is None or spec.default in vocabulary(listed)
    elif type_of(kind, spec.name) is str:
        is_free = not spec.metadata.get(REQUIRED) and not column.nullable
        assert (column.default is not None and column.default.arg == "") == is_free
    assert column.nullable or column.default is None or column.default.arg == ""


def test_every_kind_is_told_apart_by_a_uid_and_kept_under_its_table():
    for kind, entity in kinds().items():
        columns = entity.__table__.columns
        assert kind == entity.__tablename__ == entity.__table__.name
        assert isinstance(columns["id"].type, Integer)
        assert isinstance(columns["uid"].type, Uuid)
        assert columns["uid"].unique


def test_every_link_is_indexed():
    bare = [
        f"{kind}.{column.name}"
        for kind, entity in kinds().items()
        for column in entity.__table__.columns
        if column.foreign_keys and not column.index
    ]
    assert bare == []


def test_what_the_office_does_makes_no_claims():
    told = {kind for kind, entity in kinds().items() if entity.claims}
    assert {"person", "case", "detention", "event_party", "tally"} <= told
    assert not told & {"source", "consent", "note", "complaint", "letter", "claim", "tag"}


def test_types_are_of_the_values():
    assert type_of("case", "country") is Country
    assert type_of("detention", "began_on") is PartialDate
    assert type_of("sentence_component", "term") is Term
    assert type_of("detention", "authority_id") is int
    assert type_of("case", "confirmed") is bool
    assert isinstance(kinds()["detention"].__table__.columns["place"].type, Text)


def test_office_only_facts_are_of_cases():
    of_office = {(kind, s.name) for kind, s in ALL if s.metadata.get(OFFICE_ONLY)}
    assert of_office == {("case", "priority"), ("case", "worker"), ("case", "confirmed")}
    assert {spec.name for spec in fields(kinds()["tag"].facts)} == set()
