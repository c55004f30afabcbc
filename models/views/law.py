"""Frozen values of the law: what the rules hand to documents and windows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from models.values.country import Country
from models.values.partial_date import PartialDate

RatificationStatus = Literal["in_force", "not_ratified", "declared", "unconfirmed"]
Verdict = Literal["pass", "info", "warn", "stop"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RatificationView:
    """Where a State stands towards one Convention.

    ``since`` is a day or only a year, as far as it was read. ``declared`` means applicable by a
    declaration of another State; ``unconfirmed`` that no official record was read.
    """

    country: Country
    convention: str
    number: int
    title: str
    status: RatificationStatus
    since: PartialDate | None
    source: str

    @property
    def citation(self) -> str:
        """How a note names the record of it; ``source`` says where it was really read."""
        return f"ILO, NORMLEX, ratifications of Convention No. {self.number}"

    @property
    def binds(self) -> bool:
        """Whether the text may speak of obligations under this Convention."""
        return self.status in ("in_force", "declared")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrincipleView:
    """A principle of the Committee on Freedom of Association, in our own words.

    ``citation`` is what may be printed without a human check, and empty for all others.
    """

    topic: str
    text: str
    conventions: str
    citation: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """A kind of allegation: what in the record proposes it, what is submitted, what is asked."""

    code: str
    title: str
    submission: str
    request: str
    convention: str
    articles: str
    principles: tuple[PrincipleView, ...]
    measures: frozenset[str]
    events: frozenset[str]
    activities: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AllegationBasis:
    """A topic with the records that carry it; ``text`` is what a worker wrote, if anybody did."""

    topic: TopicView
    case_ids: tuple[int, ...] = ()
    event_ids: tuple[int, ...] = ()
    claim_ids: tuple[int, ...] = ()
    text: str = ""
    proposed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalStatement:
    """A sentence about the law or a procedure, with where it was read."""

    text: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckView:
    """One receivability check; ``number`` is its place in the office's list."""

    number: int
    verdict: Verdict
    matter: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintLaw:
    """The law that one complaint needs."""

    ratifications: tuple[RatificationView, ...] = ()
    allegations: tuple[AllegationBasis, ...] = ()
    follow_up: tuple[LegalStatement, ...] = ()
    checks: tuple[CheckView, ...] = ()
    topics: Mapping[str, TopicView] = field(default_factory=dict)
