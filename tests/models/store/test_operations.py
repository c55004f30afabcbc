"""What the history tells of an act: everything that was written, and no local id."""

import json
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Integer
from sqlalchemy.orm import Session

from models.casebook import Casebook
from models.entities import kinds
from models.entities.people import Person, PersonName
from models.store import history
from models.store.operations import ADD, REMOVE, SET, Operation, OperationLog, recorded_state
from models.values.partial_date import PartialDate
from models.views.people import NewPersonName


@pytest.fixture
def operations(casebook: Casebook, make: Any) -> list[Operation]:
    source = make.source()
    proof = make.proof(source)
    union = make.union()
    case = make.case("Anna Example", proof=proof)
    make.membership(casebook.cases.open_file(case).person.id, union)
    detention = make.detention(case, proof=proof, authority_id=union)
    file = casebook.cases.open_file(case)
    (claim,) = file.claims(file.detentions[0], "began_on")
    casebook.claims.assert_value("detention", detention, "authority_id", make.union("Other"))
    casebook.claims.withdraw(claim.id, "A reason")
    casebook.cases.verify(case, date(2026, 1, 2))
    with casebook._store.reading() as connection:
        return list(history.operations(connection))


def told(operation: Operation) -> dict[str, Any]:
    value = json.loads(operation.value or "null")
    return value if operation.operation == ADD else {operation.field: value}


def test_no_payload_holds_a_local_id(operations: list[Operation]):
    for operation in operations:
        columns = kinds()[operation.kind].__table__.columns
        for name, value in told(operation).items():
            assert name != "id"
            if columns[name].foreign_keys:
                assert value is None or len(value) == 36, (operation.kind, name)
            elif isinstance(value, int) and not isinstance(value, bool):
                assert isinstance(columns[name].type, Integer)


def test_links_inside_claims_are_told_by_uid(operations: list[Operation]):
    links = [
        told(operation)["value"]
        for operation in operations
        if operation.kind == "claim" and told(operation).get("field") == "authority_id"
    ]
    uids = {str(operation.record_uid) for operation in operations}
    assert len(links) == 2
    assert set(links) <= uids


def test_an_emptied_field_is_told_as_empty(operations: list[Operation]):
    (emptied,) = [o for o in operations if o.operation == SET and o.field == "began_on"]
    assert emptied.value == "null"
    (verified,) = [o for o in operations if o.field == "last_verified_on"]
    assert verified.value == '"2026-01-02"'


def test_replay_gives_the_record_and_the_control_does_not(
    casebook: Casebook, operations: list[Operation]
):
    with casebook._store.reading() as connection, Session(connection) as session:
        state = recorded_state(session)
    assert history.replay(operations) == state
    assert history.replay(operations[:-1]) != state


def test_removing_is_told(casebook: Casebook):
    with casebook._store.work() as session:
        person = Person(born_on=PartialDate.parse("1980"))
        session.add(person)
    with casebook._store.work() as session:
        session.delete(session.get_one(Person, person.id))
    with casebook._store.reading() as connection:
        steps = list(history.operations(connection))
    assert [step.operation for step in steps] == [ADD, REMOVE]
    assert history.replay(steps) == {}


def test_what_is_changed_in_the_act_that_added_it_is_told_in_order(casebook: Casebook):
    with casebook._store.work() as session:
        log = OperationLog(session)
        person = Person(occupation="welder")
        session.add(person)
        session.flush()
        person.occupation = "nurse"
        session.flush()
        session.refresh(person)
        assert log.operations == []
    with casebook._store.reading() as connection:
        steps = list(history.operations(connection))
    assert [(step.operation, step.field) for step in steps] == [(ADD, ""), (SET, "occupation")]
    assert history.replay(steps)["person", person.uid]["occupation"] == "nurse"


def test_a_link_to_what_the_same_act_adds_is_told_by_its_uid(casebook: Casebook):
    with casebook._store.work() as session:
        person = Person()
        session.add(person)
        session.flush()
        session.add(PersonName(full="Anna", kind="press", script="Latn", person_id=person.id))
    with casebook._store.reading() as connection:
        name = list(history.operations(connection))[-1]
    assert told(name)["person_id"] == str(person.uid)
    assert told(name)["full"] == NewPersonName(full="Anna").full
