"""What a value rests on: claims, and the citations that carry them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from models.values.partial_date import PartialDate
from models.views.record import NewRecord, Stored, coded, referring, required

EXISTENCE = ""
"""The field name of a claim that a record exists at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCitation:
    """A place in a source: its paragraph or page, and the few words that anchor the fact.

    ``attributed_to`` keeps who said it inside the source; ``hedge`` the word that weakens it
    ("reportedly").
    """

    source_id: int
    paragraph: int | None = None
    page: str = ""
    quotation: str = ""
    attributed_to: str = ""
    hedge: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationView(NewCitation, Stored):
    """A recorded citation."""

    claim_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What one value rests on; without citations it is the office's own, unsourced word.

    ``credibility`` is 1 (confirmed) to 6 (cannot be judged), the Admiralty scale.
    """

    citations: tuple[NewCitation, ...] = ()
    credibility: int | None = None
    learned_on: date | None = None
    denied: bool = False


OFFICE = Basis()
"""Typed by hand: the office says so and names no source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The bases of one new record: of its existence, and of each field that has its own."""

    record: Basis = OFFICE
    fields: Mapping[str, Basis] = field(default_factory=dict)

    def of(self, name: str) -> Basis:
        """Return the basis of the field ``name``: its own, else that of the record."""
        return self.fields.get(name, self.record)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView(Stored):
    """*This field of this record has this value*, with all that speaks for it.

    ``value`` is decoded (a PartialDate, a Term, a code, …); ``status`` is a code of
    ``claim_status``; ``polarity`` of ``claim_polarity``.
    """

    subject_kind: str
    subject_uid: UUID
    field: str
    value: Any
    polarity: str
    status: str
    reason: str
    credibility: int | None
    learned_on: date | None
    citations: tuple[CitationView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSource(NewRecord):
    """Something the office holds or knows that can support facts.

    ``provenance`` is how it came to the office, and through whose hands. Its text and its files are
    no part of this value: they may be long, and a case is read with all its sources.
    """

    kind: str = coded("source_kind", "news_item")
    title: str = required()
    publisher: str = ""
    author: str = ""
    published_on: PartialDate | None = None
    obtained_on: PartialDate | None = None
    provenance: str = ""
    url: str = ""
    language: str = ""
    sha256: str = ""
    confidentiality: str = coded("confidentiality", "public")
    reliability: str | None = coded("reliability")
    derived_from_id: int | None = referring("source")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView(NewSource, Stored):
    """A recorded source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentView(Stored):
    """A sealed file that belongs to a source: its name and hashes, never its content."""

    source_id: int
    file_name: str
    media_type: str
    length: int
    sha256_plain: str
    sha256_sealed: str
    sealed_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlingView(Stored):
    """One line of a sealed file's log: ``act`` is a code of ``handling_act``.

    ``handled_at`` is UTC in ISO 8601, as the clock of the machine had it.
    """

    attachment_id: int
    act: str
    worker: str
    handled_at: str
