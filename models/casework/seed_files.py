"""The seed as read: small files in which each value stands beside the passage it rests on.

``resources/seed/sources.toml`` lists the items that are cited; its head explains it. Every other
file of the folder holds records. A table is one record of a kind; its keys are the fields of the
``New…`` value in :mod:`models.views` (``ruling`` for ``ruling_id``), in plain texts that the value
types read, and besides:

=================  =================================================================================
``proof``          the passage that the record rests on, and with it each value without its own
``key``            what other tables call the record; a part without one is called as its owner
``in``, ``of``,    the organisation of a membership or event, the case of an event, the umbrella of
``to``             an affiliation, by key; it must stand before it is named
=================  =================================================================================

A passage is ``{ at = "ITEM:PARAGRAPH", words = "…" }``: three to twelve words that stand in that
paragraph once. ``by`` keeps who says so inside the item, ``hedge`` a word that weakens it. A value
with a passage of its own is ``{ is = VALUE, at = …, words = … }``, with several of them
``{ is = VALUE, proof = [ … ] }``. What a table does not say stays empty.

Unknown keys and codes, values without a passage and passages of unknown items are refused.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, NoReturn, get_args, get_type_hints

import resources
from models.errors import InvalidValueError
from models.values.country import Country
from models.values.partial_date import PartialDate
from models.values.term import Term
from models.views.cases import NewCase
from models.views.custody import (
    NewCharge,
    NewChargeStatus,
    NewDetention,
    NewProceeding,
    NewProceedingParty,
    NewSentence,
    NewSentenceComponent,
    NewStatedDuration,
)
from models.views.events import NewEvent, NewNexus, NewSituation, NewTally, NewUnionActivity
from models.views.people import (
    NewAffiliation,
    NewMembership,
    NewOrganisation,
    NewOrganisationName,
    NewPerson,
    NewPersonName,
)
from models.views.proof import EXISTENCE, NewSource
from models.views.record import REFERS_TO, NewRecord, coded

SOURCES = "sources.toml"
_PLACE = re.compile(r"([a-z0-9-]+):([1-9][0-9]*)")
_FEWEST_WORDS, _MOST_WORDS = 3, 12
_AS_THEY_ARE = (str, int, bool)
_READ_BY: dict[type, Callable[[str], Any]] = {
    kind: kind.parse for kind in (PartialDate, Term, Country)
}


class SeedError(ValueError):
    """The seed files are wrong: our own fault, so the message says where."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where an item begins: a file without its suffix, a line of it counted from 1, its words."""

    file: str
    line: int
    words: str


@dataclass(frozen=True, slots=True)
class Item:
    """One item that is cited, under its key; ``starts`` are the places where it stands."""

    key: str
    starts: tuple[Start, ...]
    new: NewSource


@dataclass(frozen=True, slots=True)
class Passage:
    """The words that carry a value, and where they stand."""

    item: str
    paragraph: int
    words: str
    by: str = ""
    hedge: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern(NewRecord):
    """The part of an organisation or a case in an event."""

    role: str = coded("event_role", "affected")


@dataclass(frozen=True, slots=True)
class Shape:
    """How one kind of table is read, and the act of casework that records it.

    ``link`` is the key by which it names a second record, of the kind ``linked``.
    """

    act: str
    new: type[NewRecord]
    parts: Mapping[str, "Shape"] = field(default_factory=dict)
    link: str = ""
    linked: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as the seed tells it; values that refer to other records hold their keys."""

    kind: str
    shape: Shape
    key: str
    link: str
    values: Mapping[str, Any]
    proof: Mapping[str, tuple[Passage, ...]]
    parts: tuple["Entry", ...]

    def with_parts(self) -> Iterator["Entry"]:
        """Yield the entry and all below it."""
        yield self
        for part in self.parts:
            yield from part.with_parts()


@dataclass(frozen=True, slots=True)
class SeedFiles:
    """The whole seed: items, and records in the order in which they can be recorded."""

    items: tuple[Item, ...]
    entries: tuple[Entry, ...]

    def all_entries(self) -> Iterator[Entry]:
        """Yield every entry at every depth."""
        for entry in self.entries:
            yield from entry.with_parts()


_CASE = Shape(
    "cases.open_case",
    NewCase,
    {
        "union_activity": Shape("events.add_activity", NewUnionActivity),
        "detention": Shape("detentions.record_detention", NewDetention),
        "duration": Shape("detentions.state_duration", NewStatedDuration),
        "charge": Shape(
            "charges.add_charge",
            NewCharge,
            {"status": Shape("charges.add_status", NewChargeStatus)},
        ),
        "sentence": Shape(
            "sentences.add_sentence",
            NewSentence,
            {"component": Shape("sentences.add_component", NewSentenceComponent)},
        ),
        "nexus": Shape("events.add_nexus", NewNexus),
    },
)
SHAPES: Mapping[str, Shape] = {
    "organisation": Shape(
        "organisations.add_organisation",
        NewOrganisation,
        {
            "name": Shape("organisations.add_name", NewOrganisationName),
            "affiliation": Shape(
                "organisations.add_affiliation",
                NewAffiliation,
                link="to",
                linked="organisation",
            ),
        },
    ),
    "person": Shape(
        "people.add_person",
        NewPerson,
        {
            "name": Shape("people.add_name", NewPersonName),
            "membership": Shape(
                "people.add_membership", NewMembership, link="in", linked="organisation"
            ),
            "case": _CASE,
        },
    ),
    "event": Shape(
        "events.add_event",
        NewEvent,
        {
            "cases": Shape("events.concern_case", Concern, link="of", linked="case"),
            "organisations": Shape(
                "events.concern_organisation", Concern, link="in", linked="organisation"
            ),
        },
    ),
    "proceeding": Shape(
        "proceedings.add_proceeding",
        NewProceeding,
        {"party": Shape("proceedings.add_party", NewProceedingParty)},
    ),
    "situation": Shape("situations.add_situation", NewSituation),
    "tally": Shape("situations.add_tally", NewTally),
}
"""The kinds of tables a file may hold, in the order in which they are recorded."""


def read_seed(folder: Path | None = None) -> SeedFiles:
    """Return the seed in ``folder``, by default the one that ships with the program.

    Raises:
        SeedError: something in the files cannot be a seed; the message says where.
    """
    folder = folder or resources.path("seed")
    items = tuple(_item(key, table) for key, table in _tables(folder / SOURCES).items())
    files = [file for file in sorted(folder.glob("*.toml")) if file.name != SOURCES]
    return SeedFiles(items, _Reader({item.key for item in items}).entries(files))


def _tables(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text("utf-8"))


def _item(key: str, table: dict[str, Any]) -> Item:
    known = {"file", "line", "words", "again", "publisher", "title", "date"}
    if unknown := table.keys() - known:
        raise SeedError(f"{SOURCES}, {key}: no such key as {', '.join(sorted(unknown))}")
    places = [table, *([table["again"]] if "again" in table else [])]
    new = NewSource(
        title=table["title"],
        publisher=table["publisher"],
        published_on=PartialDate.parse(table["date"]) if "date" in table else None,
        language="en",
    )
    starts = tuple(Start(place["file"], place["line"], place["words"]) for place in places)
    return Item(key, starts, new)


class _Reader:
    """Turns tables into entries and remembers which keys can be named."""

    def __init__(self, items: set[str]) -> None:
        self._items = items
        self._known: set[tuple[str, str]] = set()
        self._place = ""

    def entries(self, files: list[Path]) -> tuple[Entry, ...]:
        """Return the entries of all files, kind by kind."""
        read = {file.name: _tables(file) for file in files}
        for name, tables in read.items():
            if unknown := tables.keys() - SHAPES.keys():
                raise SeedError(f"{name}: no such kind of record as {', '.join(sorted(unknown))}")
        return tuple(
            self._top(name, kind, table)
            for kind in SHAPES
            for name, tables in read.items()
            for table in tables.get(kind, ())
        )

    def _top(self, file: str, kind: str, table: dict[str, Any]) -> Entry:
        self._place = f"{file}, {kind} {table.get('key', '')}".rstrip()
        return self._entry(kind, SHAPES[kind], table, "")

    def _entry(self, kind: str, shape: Shape, table: dict[str, Any], owner: str) -> Entry:
        key = self._key(kind, table, owner)
        self._refuse_unknown(shape, table)
        if "proof" not in table:
            self._refuse(f"{kind} rests on nothing")
        values, proof = self._facts(shape.new, table)
        self._refuse_problems(shape.new, values)
        proof[EXISTENCE] = self._passages(table["proof"])
        parts = tuple(
            self._entry(name, part, below, key)
            for name, part in shape.parts.items()
            for below in _listed(table.get(name, []))
        )
        return Entry(kind, shape, key, self._link(shape, table), values, proof, parts)

    def _key(self, kind: str, table: dict[str, Any], owner: str) -> str:
        key = str(table.get("key", owner))
        if "key" in table and (kind, key) in self._known:
            self._refuse(f"two of the kind {kind} are called {key}")
        self._known.add((kind, key))
        return key

    def _refuse_unknown(self, shape: Shape, table: dict[str, Any]) -> None:
        known = {"proof", "key", *shape.parts, *map(_written, fields(shape.new))}
        if unknown := table.keys() - known - ({shape.link} if shape.link else set()):
            self._refuse(f"no such key as {', '.join(sorted(unknown))}")

    def _refuse_problems(self, new: type[NewRecord], values: dict[str, Any]) -> None:
        """Refuse now what casework would refuse when half of the seed is recorded."""
        try:
            problems = new(**values).problems()
        except TypeError as error:
            raise SeedError(f"{self._place}: a value that must be there is missing") from error
        for problem in problems:
            self._refuse(problem)

    def _facts(
        self, new: type[NewRecord], table: dict[str, Any]
    ) -> tuple[dict[str, Any], dict[str, tuple[Passage, ...]]]:
        values: dict[str, Any] = {}
        proof: dict[str, tuple[Passage, ...]] = {}
        for spec in fields(new):
            hint = get_type_hints(new)[spec.name]
            if (raw := table.get(_written(spec))) is None:
                # The seed says nothing, so nothing it is, and not what a form would begin with.
                if type(None) in get_args(hint):
                    values[spec.name] = None
                continue
            if isinstance(raw, dict):
                proof[spec.name] = self._own_passages(spec.name, raw)
                raw = raw["is"]
            values[spec.name] = self._value(spec.name, hint, raw, spec.metadata.get(REFERS_TO))
        return values, proof

    def _own_passages(self, name: str, raw: dict[str, Any]) -> tuple[Passage, ...]:
        rest = {key: raw[key] for key in raw if key != "is"}
        if "is" not in raw or ("proof" in rest and len(rest) > 1):
            self._refuse(f"{name} is not written as a value and its passages")
        return self._passages(rest.get("proof", rest))

    def _value(self, name: str, hint: Any, raw: Any, refers_to: str | None) -> Any:
        if refers_to:
            return self._known_key(refers_to, raw)
        kind = next(part for part in (get_args(hint) or (hint,)) if part is not type(None))
        if type(raw) is not (kind if kind in _AS_THEY_ARE else str):
            self._refuse(f"{name} is not written as a {kind.__name__}")
        try:
            return _READ_BY[kind](raw) if kind in _READ_BY else raw
        except InvalidValueError as error:
            raise SeedError(f"{self._place}: {name}: {error}") from error

    def _link(self, shape: Shape, table: dict[str, Any]) -> str:
        if not shape.link:
            return ""
        return self._known_key(shape.linked, table.get(shape.link))

    def _known_key(self, kind: str, key: object) -> str:
        if (kind, key) not in self._known:
            self._refuse(f"no {kind} before it is called {key}")
        return str(key)

    def _passages(self, raw: Any) -> tuple[Passage, ...]:
        return tuple(self._passage(one) for one in _listed(raw)) or self._refuse("an empty proof")

    def _passage(self, raw: dict[str, Any]) -> Passage:
        if not {"at", "words"} <= raw.keys() <= {"at", "words", "by", "hedge"}:
            self._refuse("a passage has a place and words, and may have by and hedge")
        place = _PLACE.fullmatch(raw["at"])
        if place is None or place[1] not in self._items:
            self._refuse(f"no item has the place {raw['at']}")
        if not _FEWEST_WORDS <= len(raw["words"].split()) <= _MOST_WORDS:
            self._refuse(f"a passage is anchored by 3 to 12 words: {raw['words']}")
        return Passage(
            place[1], int(place[2]), raw["words"], raw.get("by", ""), raw.get("hedge", "")
        )

    def _refuse(self, reason: str) -> NoReturn:
        raise SeedError(f"{self._place}: {reason}")


def _written(spec: Any) -> str:
    """Return what a field is called in the files."""
    return str(spec.name).removesuffix("_id") if REFERS_TO in spec.metadata else str(spec.name)


def _listed(raw: Any) -> list[Any]:
    return raw if isinstance(raw, list) else [raw]
