"""Values inside claims: told as text, read back as they were, links by uid."""

from dataclasses import fields
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.casework.portable import decoded, encoded, plain
from models.entities import kinds
from models.errors import InvalidValueError, UnknownRecordError

CLAIMED = [kind for kind, entity in kinds().items() if entity.claims]


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_every_value_of_every_field_comes_back(world: Any, data: st.DataObject):
    kind = data.draw(st.sampled_from(CLAIMED))
    with world.store.work() as session:
        row = session.get_one(kinds()[kind], world.ids[kind])
        for spec in fields(row.facts):
            value = data.draw(world.value(kind, spec))
            text = encoded(session, row, spec.name, value)
            assert text is None or isinstance(text, str)
            assert decoded(session, row, spec.name, text) == value


def test_a_link_is_told_by_uid_and_read_without_looking_up(world: Any):
    with world.store.work() as session:
        row = session.get_one(kinds()["detention"], world.ids["detention"])
        text = encoded(session, row, "authority_id", world.ids["organisation"])
        uid = session.get_one(kinds()["organisation"], world.ids["organisation"]).uid
        assert UUID(text) == uid
        assert plain("detention", "authority_id", text) == text
        assert decoded(session, row, "authority_id", str(UUID(int=0))) is None
        with pytest.raises(UnknownRecordError):
            encoded(session, row, "authority_id", 4040)
        with pytest.raises(InvalidValueError):
            encoded(session, row, "no_such_field", "x")


def test_existence_has_no_value():
    assert plain("detention", "", None) is None
