"""Where a sentence comes from: claims and citations turned into notes and a list of sources."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from models.documents.blocks import Note, Sentence, SourceLine
from models.values.partial_date import PartialDate
from models.values.vocabulary import vocabulary
from models.views.filings import ComplaintFile
from models.views.proof import EXISTENCE, CitationView, ClaimView, SourceView
from models.views.record import Stored

UNSOURCED = "no source recorded"
_LONGEST_QUOTATION = 160
DISPUTED = "another source says otherwise"


class Holder(Protocol):
    """What holds claims: a case file, or the file of a whole complaint."""

    def claims(self, record: Stored, name: str = "") -> tuple[ClaimView, ...]:
        """Return the claims on one field of a record, the preferred one first."""


Ground: TypeAlias = tuple[Holder, Stored, Iterable[str]]
"""Who holds a record, the record, and the fields of it that a sentence uses."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What carries a statement: notes, who says so inside the sources, with which doubt, and when.

    ``attributed`` and ``hedge`` are what all citations agree on; ``reported`` is the date of the
    latest source.
    """

    notes: tuple[Note, ...] = ()
    attributed: str = ""
    hedge: str = ""
    is_disputed: bool = False
    reported: PartialDate | None = None

    def sentence(self, text: str) -> Sentence:
        """Return ``text`` with its notes; what has none is flagged, what is disputed too."""
        flags = [UNSOURCED] if not self.notes else []
        flags += [DISPUTED] if self.is_disputed else []
        return Sentence(text, self.notes, flag="; ".join(flags))

    @property
    def speaker(self) -> str:
        """Who says so, as it stands before a statement, or nothing."""
        return f"According to {self.attributed}: " if self.attributed else ""

    @property
    def doubt(self) -> str:
        """The hedge as it stands behind a statement, or nothing."""
        return f" (“{self.hedge}”)" if self.hedge else ""


@dataclass(frozen=True, slots=True)
class Told:
    """A clause without its full stop, and what carries it."""

    text: str
    evidence: Evidence

    def sentence(self, *, stop: str = ".") -> Sentence:
        """Return it as a sentence, with the doubt of its sources."""
        return self.evidence.sentence(f"{self.text.rstrip('.')}{self.evidence.doubt}{stop}")

    def of(self, name: str) -> "Told":
        """Return the clause told of somebody: the name, a colon, the clause in small letters."""
        is_word = not self.text[1:2].isupper()
        text = self.text[:1].lower() + self.text[1:] if is_word else self.text
        return Told(f"{name}: {text}", self.evidence)


class Citer:
    """Gives sources their codes (S1, S2, …) as they are first cited, and writes the notes."""

    def __init__(self, sources: Mapping[int, SourceView]) -> None:
        self._sources = sources
        self._codes: dict[int, str] = {}

    @classmethod
    def of(cls, file: ComplaintFile) -> "Citer":
        """Return a citer that knows every source of a complaint."""
        sources = dict(file.sources)
        for case in file.cases:
            sources.update(case.sources)
        return cls(sources)

    def evidence(self, *grounds: Ground) -> Evidence:
        """Return what carries the given fields of the given records.

        A field without a claim of its own rests on the existence of its record; an empty one says
        nothing and cites nothing. Withdrawn and denied claims carry nothing.
        """
        claims: list[ClaimView] = []
        is_disputed = False
        for holder, record, names in grounds:
            for name in _told_of(holder, record, names):
                standing = _standing(holder, record, name)
                claims += standing[:1]
                is_disputed |= _disagree(standing)
        return self.weigh(claims, is_disputed=is_disputed)

    def weigh(self, claims: Sequence[ClaimView], *, is_disputed: bool = False) -> Evidence:
        """Return what the citations of some claims amount to."""
        citations = [citation for claim in claims for citation in claim.citations]
        resolved = any(isinstance(c.value, PartialDate) and c.value.resolved for c in claims)
        return Evidence(
            notes=self._notes(citations, resolved=resolved),
            attributed=_common(citation.attributed_to for citation in citations),
            hedge=_common(citation.hedge for citation in citations if citation.hedge),
            is_disputed=is_disputed,
            reported=self._reported(citations),
        )

    def _reported(self, citations: Iterable[CitationView]) -> PartialDate | None:
        sources = (self._sources.get(citation.source_id) for citation in citations)
        dates = (source.published_on for source in sources if source)
        return max((one for one in dates if one), default=None)

    def lines(self) -> tuple[SourceLine, ...]:
        """Return the list of the sources cited so far, by code."""
        return tuple(
            _line(code, self._sources[source_id]) for source_id, code in self._codes.items()
        )

    def _notes(self, citations: Iterable[CitationView], *, resolved: bool) -> tuple[Note, ...]:
        places: dict[tuple[int, str], list[CitationView]] = {}
        for citation in citations:
            if citation.source_id in self._sources:
                places.setdefault((citation.source_id, _place(citation)), []).append(citation)
        last = len(places) - 1
        return tuple(
            self._note(source_id, place, cited, resolved=resolved and number == last)
            for number, ((source_id, place), cited) in enumerate(places.items())
        )

    def _note(
        self, source_id: int, place: str, cited: list[CitationView], *, resolved: bool
    ) -> Note:
        code = self._codes.setdefault(source_id, f"S{len(self._codes) + 1}")
        at = f"{code}, {place}" if place else code
        said_by = ", ".join(dict.fromkeys(c.attributed_to for c in cited if c.attributed_to))
        words = "; ".join(
            f"“{_nested(quotation)}”" for quotation in _longest(c.quotation for c in cited)
        )
        source = self._sources[source_id]
        full = f"{at} ({_named(source)}{_dated(source)})"
        full += f": {words}" if words else ""
        full += f" – according to {said_by}" if said_by else ""
        full += ". The year is taken from the date line." if resolved else "."
        return Note(full=full, short=f"{at} ({said_by})" if said_by else at)


def law_note(source: str) -> Note:
    """Return the note of a statement about the law."""
    return Note(full=f"{source.rstrip('.')}.", short=source)


def _told_of(holder: Holder, record: Stored, names: Iterable[str]) -> list[str]:
    """Return the fields that hold or claim something; of none of them the record remains."""
    told = [
        name
        for name in names
        if name == EXISTENCE or getattr(record, name) or holder.claims(record, name)
    ]
    return told or [EXISTENCE]


def _standing(holder: Holder, record: Stored, name: str) -> list[ClaimView]:
    for field in (name, EXISTENCE):
        standing = [claim for claim in holder.claims(record, field) if _carries(claim)]
        if standing:
            return standing
    return []


def _carries(claim: ClaimView) -> bool:
    stands = vocabulary("claim_status").attribute(claim.status, "stands") == "yes"
    return stands and claim.polarity != "denied"


def _disagree(claims: list[ClaimView]) -> bool:
    return len({str(claim.value) for claim in claims}) > 1


def _place(citation: CitationView) -> str:
    if citation.page:
        return f"p. {citation.page}"
    return f"para. {citation.paragraph}" if citation.paragraph is not None else ""


def _longest(quotations: Iterable[str]) -> list[str]:
    """Return each quotation once, without those that another one contains."""
    distinct = [quotation for quotation in dict.fromkeys(quotations) if quotation]
    return [one for one in distinct if not any(one != other and one in other for other in distinct)]


def _nested(quotation: str) -> str:
    """Return the words for a note: a few are enough, and inner quotation marks become single."""
    few = quotation
    if len(quotation) > _LONGEST_QUOTATION:
        few = quotation[:_LONGEST_QUOTATION].rsplit(" ", 1)[0] + " …"
    return few.replace("“", "‘").replace("”", "’")


def _common(words: Iterable[str]) -> str:
    """Return what all agree on, or nothing."""
    distinct = set(words)
    return distinct.pop() if len(distinct) == 1 else ""


def _named(source: SourceView) -> str:
    return source.publisher.strip("[]") or source.author or source.title


def _dated(source: SourceView) -> str:
    return f", {source.published_on.in_words('en')}" if source.published_on else ", undated"


def _line(code: str, source: SourceView) -> SourceLine:
    who = f"{source.publisher or source.author}, " if source.publisher or source.author else ""
    day = source.published_on.in_words("en") if source.published_on else "undated"
    return SourceLine(code, f"{who}“{source.title}”, {day}.", source.url, source.sha256)
