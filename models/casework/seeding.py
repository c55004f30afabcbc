"""Plants the seed cases into an open vault, through casework and claim by claim, like typing does.

What the files say and how they say it is the matter of :mod:`models.casework.seed_files`.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import partial
from operator import attrgetter
from typing import Any, Protocol

from models.casework.cases import Cases
from models.casework.charges import Charges
from models.casework.detentions import Detentions
from models.casework.events import Events
from models.casework.office import Consents
from models.casework.organisations import Organisations
from models.casework.people import People
from models.casework.proceedings import Proceedings
from models.casework.seed_files import Concern, Entry, Item, Passage, read_seed
from models.casework.sentences import Sentences
from models.casework.situations import Situations
from models.casework.sources import Sources
from models.errors import RecordError
from models.views.cases import NewConsent
from models.views.proof import EXISTENCE, Basis, NewCitation, Proof
from models.views.record import REFERS_TO

_NAMED_IN_THE_PRESS = NewConsent(state="not_asked", basis="published_not_asked")


class Areas(Protocol):
    """The areas of casework that planting uses; a casebook has them."""

    people: People
    organisations: Organisations
    cases: Cases
    events: Events
    detentions: Detentions
    proceedings: Proceedings
    charges: Charges
    sentences: Sentences
    situations: Situations
    sources: Sources
    consents: Consents


@dataclass(frozen=True, slots=True)
class SeedReport:
    """What was planted: how many records of each kind, parts not counted, and citations."""

    records: Mapping[str, int]
    citations: int


class Seed:
    """The planting of the seed into one vault."""

    def __init__(self, areas: Areas) -> None:
        self._areas = areas
        self._ids: dict[tuple[str, str], int] = {}

    def plant(self, on_progress: Callable[[int, int], None] | None = None) -> SeedReport:
        """Record every item and every entry of the seed; return what was recorded.

        Args:
            on_progress: hears (done, total) after each source and each record with its parts.

        Raises:
            RecordError: the vault is not empty; people who were not asked stay among themselves.
            SeedError: the seed files are wrong; nothing was recorded.
        """
        if self._areas.sources.all() or self._areas.cases.count():
            raise RecordError("The seed cases go into an empty vault only; please make a new one.")
        files = read_seed()
        steps = [partial(self._source, item) for item in files.items]
        steps += [partial(self._record, entry) for entry in files.entries]
        for done, step in enumerate(steps, start=1):
            step()
            if on_progress is not None:
                on_progress(done, len(steps))
        records = Counter(entry.kind for entry in files.entries) | Counter(source=len(files.items))
        cited = sum(len(proof) for one in files.all_entries() for proof in one.proof.values())
        return SeedReport(dict(records), cited)

    def _source(self, item: Item) -> None:
        self._ids["source", item.key] = self._areas.sources.add_source(item.new)

    def _record(self, entry: Entry, owner: tuple[int, ...] = ()) -> None:
        """Record ``entry`` by its act of casework, then its parts, which belong to it."""
        shape = entry.shape
        linked = (self._ids[shape.linked, entry.link],) if shape.link else ()
        new = shape.new(**self._values(entry))
        told = new.role if isinstance(new, Concern) else new
        added = attrgetter(shape.act)(self._areas)(*owner, *linked, told, self._proof(entry))
        self._ids[entry.kind, entry.key] = added
        if entry.kind == "person":
            self._areas.consents.record_consent(added, _NAMED_IN_THE_PRESS)
        for part in entry.parts:
            self._record(part, (added,))

    def _values(self, entry: Entry) -> dict[str, Any]:
        """Return the values of ``entry`` with local ids in the place of keys."""
        refers = {spec.name: spec.metadata.get(REFERS_TO) for spec in fields(entry.shape.new)}
        return {
            name: self._ids[kind, str(value)] if value and (kind := refers[name]) else value
            for name, value in entry.values.items()
        }

    def _proof(self, entry: Entry) -> Proof:
        bases = {
            name: Basis(citations=tuple(map(self._citation, passages)))
            for name, passages in entry.proof.items()
        }
        return Proof(record=bases.pop(EXISTENCE), fields=bases)

    def _citation(self, passage: Passage) -> NewCitation:
        return NewCitation(
            source_id=self._ids["source", passage.item],
            paragraph=passage.paragraph,
            quotation=passage.words,
            attributed_to=passage.by,
            hedge=passage.hedge,
        )
