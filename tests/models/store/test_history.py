"""The chain of changes: whole as written, and broken by any change, loss, addition or exchange."""

import json
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.orm import aliased
from uuid6 import uuid7

from models.casebook import Casebook
from models.crypto import signing
from models.entities.history import Change, ChangePayload, ChangeSet, Device
from models.errors import DamagedVaultError
from models.store import history, office
from models.store.operations import ADD, REMOVE, SET, Operation

Spoil = Callable[[Connection, int], Any]


@pytest.fixture
def connection(casebook: Casebook, make: Any) -> Iterator[Connection]:
    """A write transaction on a vault with some history; it is rolled back."""
    source = make.source()
    case = make.case("Anna Example", proof=make.proof(source))
    make.detention(case, proof=make.proof(source))
    make.case("Somebody Else")
    with casebook._vault.engine.execution_options(write=True).connect() as opened:
        yield opened


def pick(connection: Connection, column: Any, number: int, *where: Any) -> Any:
    values = connection.scalars(select(column).where(*where).order_by(column)).all()
    return values[number % len(values)]


def flip(text: bytes, number: int) -> bytes:
    place = number % len(text)
    return text[:place] + bytes([text[place] ^ 1 << number % 8]) + text[place + 1 :]


def alter(entity: Any, name: str, new: Callable[[Any, int], Any]) -> Spoil:
    """Return what changes the column ``name`` of one row."""

    def spoil(connection: Connection, number: int) -> None:
        key = entity.__mapper__.primary_key[0]
        chosen = pick(connection, key, number)
        column = entity.__table__.columns[name]
        old = connection.scalar(select(column).where(key == chosen))
        connection.execute(update(entity).where(key == chosen).values({name: new(old, number)}))

    return spoil


def drop_change(connection: Connection, number: int) -> None:
    chosen = pick(connection, Change.id, number)
    connection.execute(delete(ChangePayload).where(ChangePayload.change_id == chosen))
    connection.execute(delete(Change).where(Change.id == chosen))


def drop_set(connection: Connection, number: int) -> None:
    last = connection.scalar(select(func.max(ChangeSet.id)))
    chosen = pick(connection, ChangeSet.id, number, ChangeSet.id < last)
    inside = select(Change.id).where(Change.change_set_id == chosen)
    connection.execute(delete(ChangePayload).where(ChangePayload.change_id.in_(inside)))
    connection.execute(delete(Change).where(Change.change_set_id == chosen))
    connection.execute(delete(ChangeSet).where(ChangeSet.id == chosen))


def add_change(connection: Connection, number: int) -> None:
    copied = dict(
        connection.execute(
            select(Change.__table__).where(Change.id == pick(connection, Change.id, number))
        )
        .mappings()
        .one()
    )
    copied["id"] = (connection.scalar(select(func.max(Change.id))) or 0) + 1
    connection.execute(insert(Change).values(copied))


def exchange(entity: Any, *columns: Any, among: Any = None) -> Spoil:
    """Return what lets two neighbours stand in each other's place, with all that hangs on them."""

    def spoil(connection: Connection, number: int) -> None:
        last = connection.scalar(select(func.max(entity.id)))
        behind = aliased(entity)
        neighbour = select(behind.id).where(behind.id == entity.id + 1)
        if among is not None:  # of two sets' changes the order says nothing
            neighbour = neighbour.where(getattr(behind, among.key) == among)
        one = pick(connection, entity.id, number, neighbour.exists())
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        for old, new in ((one, last + 1), (one + 1, one), (last + 1, one + 1)):
            for column in (entity.id, *columns):
                statement = update(column.class_).where(column == old)
                connection.execute(statement.values({column.key: new}))

    return spoil


def move_change(connection: Connection, number: int) -> None:
    chosen = pick(connection, Change.id, number)
    home = connection.scalar(select(Change.change_set_id).where(Change.id == chosen))
    other = pick(connection, ChangeSet.id, number, ChangeSet.id != home)
    connection.execute(update(Change).where(Change.id == chosen).values(change_set_id=other))


SPOILERS: dict[str, Spoil] = {
    "kind": alter(Change, "kind", lambda old, _: "person" if old != "person" else "case"),
    "record": alter(Change, "record_uid", lambda *_: uuid7()),
    "operation": alter(Change, "operation", lambda old, _: REMOVE if old != REMOVE else SET),
    "field": alter(Change, "field", lambda old, _: f"{old}x"),
    "digest": alter(Change, "digest", flip),
    "value": alter(ChangePayload, "value", lambda old, _: f"{old} "),
    "value to nothing": alter(ChangePayload, "value", lambda *_: None),
    "salt": alter(ChangePayload, "salt", flip),
    "set's uid": alter(ChangeSet, "uid", lambda *_: uuid7()),
    "set's device": alter(ChangeSet, "device_uid", lambda *_: uuid7()),
    "worker": alter(ChangeSet, "worker", lambda old, _: f"{old}x"),
    "clock": alter(ChangeSet, "clock", lambda old, number: old + 1 + number),
    "head": alter(ChangeSet, "head", flip),
    "signature": alter(ChangeSet, "signature", flip),
    "change lost": drop_change,
    "set lost": drop_set,
    "change added": add_change,
    "changes exchanged": exchange(Change, ChangePayload.change_id, among=Change.change_set_id),
    "sets exchanged": exchange(ChangeSet, Change.change_set_id),
    "change moved": move_change,
    "device's key": alter(Device, "public_key", lambda *_: signing.public_key(signing.new_seed())),
}


def test_the_chain_is_whole_as_written(connection: Connection):
    sets = connection.scalar(select(func.count()).select_from(ChangeSet))
    assert history.verify(connection) == sets > 5


@given(number=st.integers(0, 10_000))
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_anything_done_to_the_chain_is_noticed(connection: Connection, number: int):
    for name, spoil in SPOILERS.items():
        note(name)
        with connection.begin_nested() as spoilt:
            spoil(connection, number)
            with pytest.raises(DamagedVaultError):
                history.verify(connection)
            spoilt.rollback()
    assert history.verify(connection)


def resigned(connection: Connection, seed: bytes) -> None:
    """Write a worker's name over and sign the whole chain anew."""
    steps, head = history._stored_steps(connection), history.GENESIS
    connection.execute(update(ChangeSet).values(worker="somebody"))
    for row in connection.execute(select(ChangeSet.__table__).order_by(ChangeSet.id)).all():
        head = history._head(head, row, steps.get(row.id, []))
        connection.execute(
            update(ChangeSet)
            .where(ChangeSet.id == row.id)
            .values(head=head, signature=signing.sign(seed, head))
        )


def test_a_chain_signed_anew_by_a_stranger_is_noticed(connection: Connection):
    resigned(connection, signing.new_seed())
    with pytest.raises(DamagedVaultError):
        history.verify(connection)


def test_the_control_signed_anew_by_the_device_itself_passes(connection: Connection):
    resigned(connection, office.author(connection).signing_seed)
    assert history.verify(connection)


def test_erasing_a_payload_removes_the_words_and_leaves_the_chain_whole(connection: Connection):
    named = ChangePayload.value.contains("Anna Example")
    assert len(connection.scalars(select(ChangePayload.value).where(named)).all()) > 1
    connection.execute(delete(ChangePayload).where(named))
    assert history.verify(connection)
    told = [operation.value or "" for operation in history.operations(connection)]
    assert not any("Anna Example" in value for value in told)
    assert any("Somebody Else" in value for value in told)


def test_a_salted_digest_does_not_give_a_name_away(connection: Connection):
    rows = connection.execute(select(Change.digest, ChangePayload.salt).join(ChangePayload)).all()
    assert len({row.digest for row in rows}) == len(rows) == len({row.salt for row in rows})


def test_a_clock_that_goes_back_keeps_the_order(casebook: Casebook, make: Any):
    times = iter([9_000_000_000_000_000, 5, 4, 3])
    casebook._store._clock = lambda: next(times)
    people = [make.source(title) for title in ("First", "Second", "Third")]
    with casebook._store.reading() as connection:
        rows = connection.execute(select(ChangeSet.id, ChangeSet.clock).order_by(ChangeSet.id))
        clocks = [row.clock for row in rows]
        assert history.verify(connection) == len(people)
    assert clocks == [9_000_000_000_000_000 + step for step in range(3)]


def test_replay_adds_sets_empties_and_removes():
    one, other = UUID(int=1), UUID(int=2)
    steps = [
        Operation("person", one, ADD, value=json.dumps({"gender": "f", "occupation": "welder"})),
        Operation("person", other, ADD, value="{}"),
        Operation("person", one, SET, "gender", '"m"'),
        Operation("person", one, SET, "occupation", "null"),
        Operation("person", other, REMOVE),
    ]
    assert history.replay(steps) == {("person", one): {"gender": "m"}}


def test_replay_leaves_out_what_was_erased():
    one = UUID(int=1)
    steps = [Operation("person", one, ADD), Operation("person", one, SET, "gender")]
    assert history.replay(steps) == {("person", one): {}}


def test_nothing_done_writes_nothing(casebook: Casebook):
    with casebook._store.work():
        pass
    assert casebook.health.verify_history() == 0
