"""One act, one transaction: committed and told once, or as if it had never begun."""

import threading
import time
import traceback
from typing import Any

import pytest
from sqlalchemy import func, select, text

from models.casebook import Casebook
from models.entities.history import ChangeSet
from models.entities.people import Person
from models.errors import HabeasError, InvalidValueError
from models.store.work import Store

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


@pytest.fixture
def store(casebook: Casebook) -> Store:
    return casebook._store


def count(store: Store, entity: Any) -> int:
    with store.reading() as connection:
        return connection.scalar(select(func.count()).select_from(entity)) or 0


def test_what_raises_leaves_nothing_behind(store: Store):
    heard: list[Any] = []
    store.on_change(heard.append)

    def work() -> None:
        with store.work() as session:
            session.add(Person())
            session.flush()
            raise KeyError

    with pytest.raises(KeyError):
        work()
    assert (count(store, Person), count(store, ChangeSet), heard) == (0, 0, [])


def test_one_act_is_one_change_set_told_once_and_after_the_commit(store: Store):
    heard: list[tuple[Any, int]] = []
    store.on_change(lambda changed: heard.append((changed, count(store, Person))))
    with store.work() as session:
        session.add_all([Person(occupation="welder"), Person(occupation="nurse")])
        session.flush()
        session.add(Person(occupation="miner"))
        assert heard == []
    assert heard == [(frozenset({("person", 1), ("person", 2), ("person", 3)}), 3)]
    assert count(store, ChangeSet) == 1


def test_nothing_done_tells_nobody(store: Store):
    heard: list[Any] = []
    store.on_change(heard.append)
    with store.work():
        pass
    assert heard == []


def test_projections_are_part_of_the_act(store: Store):
    def broken(*_: Any) -> None:
        raise ArithmeticError

    store._project = broken
    with pytest.raises(ArithmeticError), store.work() as session:
        session.add(Person())
    assert count(store, Person) == 0


def test_half_a_character_is_refused_without_its_text(store: Store):
    with pytest.raises(InvalidValueError) as caught, store.work() as session:
        session.add(Person(occupation="Anna Example \ud800"))
    assert "Anna" not in "".join(traceback.format_exception(caught.value, limit=0))
    assert count(store, Person) == 0


def test_a_read_that_ended_blocks_no_commit(store: Store):
    with store.reading() as connection:
        connection.execute(select(Person)).all()
    with pytest.raises(ZeroDivisionError), store.reading() as connection:
        raise ZeroDivisionError
    with store.work() as session:
        session.add(Person())
    assert count(store, Person) == 1


def test_the_control_an_open_read_blocks_the_commit(store: Store):
    with store.reading() as connection:
        connection.execute(select(Person)).all()
        with pytest.raises(HabeasError), store.work() as session:  # noqa: PT012  the commit raises
            session.execute(text("PRAGMA busy_timeout=50"))
            session.add(Person())
    assert count(store, Person) == 0


def test_an_interrupt_breaks_off_the_read_and_nothing_else(store: Store):
    def interrupt_until_done() -> None:
        while not done.wait(0.01):
            store.interrupt()

    done = threading.Event()
    other = threading.Thread(target=interrupt_until_done)
    other.start()
    started = time.monotonic()
    try:
        with pytest.raises(Exception, match="interrupted"), store.reading() as connection:
            connection.execute(text(ENDLESS)).all()
    finally:
        done.set()
        other.join()
    assert time.monotonic() - started < 30
    assert count(store, Person) == 0


def test_interrupting_nothing_does_nothing(store: Store):
    store.interrupt()
    with store.work() as session:
        store.interrupt()
        session.add(Person())
    assert count(store, Person) == 1
