"""A vault shared by the tests of one file, with one record of every kind, and values to fill it."""

import io
from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import strategies as st
from sqlalchemy import select

from models.casebook import Casebook
from models.casework import recording
from models.crypto.kdf import CHEAP
from models.entities import kinds, type_of
from models.store.work import Store
from models.values.country import Country
from models.values.money import Money
from models.values.partial_date import PartialDate
from models.values.term import Term
from models.values.vocabulary import vocabulary
from models.views.proof import Proof
from models.views.record import REFERS_TO, REQUIRED, VOCABULARY

DATES = ["2022", "2022-04", "2022-04-19?", "XXXX-12-26", "2022-04/..^", "[2022-04..]", "/2023-01"]
BY_TYPE: dict[type, st.SearchStrategy[Any]] = {
    str: st.text(st.characters(exclude_categories=("Cs",)), max_size=20),
    int: st.integers(0, 10**9),
    bool: st.booleans(),
    PartialDate: st.sampled_from([PartialDate.parse(text) for text in DATES]),
    Term: st.builds(Term, *[st.integers(0, 99)] * 3),
    Money: st.builds(Money, st.decimals(0, 10**6, places=2).map(Decimal), st.just("BYN")),
    Country: st.sampled_from([Country("BY"), Country("TN")]),
}
"""What a field may hold, by the type of its values."""


class World:
    """A vault with a record of every kind that rests on claims, and all that adding one needs."""

    def __init__(self, casebook: Casebook) -> None:
        self.casebook = casebook
        self.store: Store = casebook._store
        self.ids: dict[str, int] = {}
        files = casebook.sources
        self.ids["attachment"] = files.attach(self.reach("source"), io.BytesIO(), "a photo")
        for kind in claimed_kinds():
            self.reach(kind)

    def reach(self, kind: str) -> int:
        """Return the first record of ``kind``, which is added with all it belongs to."""
        if kind not in self.ids:
            for name in self.structure(kind):
                self.reach(self.target(kind, name))
            new = kinds()[kind].facts(**self.required(kind))
            with self.store.work() as session:
                self.ids[kind] = recording.add(session, kind, new, **self.links(kind))
        return self.ids[kind]

    def add(self, kind: str, values: dict[str, Any], proof: Proof | None = None) -> int:
        """Add a record of ``kind`` in a unit of work of its own."""
        with self.store.work() as session:
            new = kinds()[kind].facts(**values)
            return recording.add(session, kind, new, proof, **self.links(kind))

    def shown(self, kind: str, record_id: int) -> dict[str, Any]:
        """Return what the columns of a record hold."""
        columns = kinds()[kind].__table__
        with self.store.reading() as connection:
            found = connection.execute(select(columns).where(columns.c.id == record_id))
            return dict(found.mappings().one())

    def structure(self, kind: str) -> list[str]:
        """Return the columns that say what a record belongs to."""
        facts = {spec.name for spec in fields(kinds()[kind].facts)}
        columns = kinds()[kind].__table__.columns
        return [c.name for c in columns if c.foreign_keys and c.name not in facts]

    def target(self, kind: str, name: str) -> str:
        (key,) = kinds()[kind].__table__.columns[name].foreign_keys
        return key.column.table.name

    def links(self, kind: str) -> dict[str, Any]:
        links: dict[str, Any] = {
            name: self.ids[self.target(kind, name)] for name in self.structure(kind)
        }
        if kind == "case":
            links["reference"] = f"BY-{len(self.casebook.cases.ids())}"
        return links

    def required(self, kind: str) -> dict[str, Any]:
        """Return the least that a record of ``kind`` must say."""
        needed = [s.name for s in fields(kinds()[kind].facts) if s.metadata.get(REQUIRED)]
        country = {"country": Country("BY")} if kind == "case" else {}
        return dict.fromkeys(needed, "A name") | country

    def value(self, kind: str, spec: Any) -> st.SearchStrategy[Any]:
        """Return what the field ``spec`` of a ``kind`` may hold, nothing included where it may."""
        if referred := spec.metadata.get(REFERS_TO):
            held: st.SearchStrategy[Any] = st.just(self.ids[referred])
        elif listed := spec.metadata.get(VOCABULARY):
            held = st.sampled_from(vocabulary(listed).codes)
        else:
            held = BY_TYPE[type_of(kind, spec.name)]
        if spec.name in self.required(kind):
            return held.filter(lambda value: bool(str(value).strip()))
        return held | st.none() if kinds()[kind].__table__.columns[spec.name].nullable else held

    def facts(self, kind: str) -> st.SearchStrategy[dict[str, Any]]:
        """Return values for all fields of a ``kind``."""
        specs = fields(kinds()[kind].facts)
        return st.fixed_dictionaries({spec.name: self.value(kind, spec) for spec in specs})


def claimed_kinds() -> list[str]:
    """Return the kinds whose records rest on claims."""
    return [kind for kind, entity in kinds().items() if entity.claims]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """A vault of this file's tests with one record of every kind."""
    folder = tmp_path_factory.mktemp("world") / "world.habeas"
    casebook, _ = Casebook.create(folder, "a passphrase for tests", worker="tester", kdf=CHEAP)
    with casebook:
        yield World(casebook)
