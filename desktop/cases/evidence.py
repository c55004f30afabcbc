"""What a line of a case rests on: for each value the sources, their words, and who said so."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop.cases.entry import Entry
from desktop.cases.field_words import FieldWords
from desktop.cases.reader import Reader
from desktop.forms.words import date_words, field_names, joined, value_words
from models.views.proof import EXISTENCE, CitationView, ClaimView, SourceView
from models.views.record import REFERS_TO, Stored


@dataclass(frozen=True, slots=True)
class Quote:
    """One place in a source: its mark, the words there, and where and by whom they are said."""

    mark: str
    words: str
    place: str


@dataclass(frozen=True, slots=True)
class Value:
    """One value that sources give, with their quotes."""

    text: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One fact, or several that rest on the same words; more than one value means a dispute."""

    head: str
    values: tuple[Value, ...]

    @property
    def disputed(self) -> bool:
        """Whether sources give different values."""
        return len(self.values) > 1


class Evidence(QObject):
    """Gathers the findings behind a line."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader
        self._fields = FieldWords()

    def of(self, entry: Entry) -> list[Finding]:
        """Return the findings behind ``entry``: disputes first, then what is agreed."""
        disputed: list[Finding] = []
        agreed: dict[tuple[Quote, ...], list[str]] = {}
        for record in entry.records:
            if isinstance(record, SourceView):
                return self._quoted_from(record)
            for name in (EXISTENCE, *field_names(record)):
                values = self._values(record, name)
                if len(values) > 1:
                    head = self.tr("Sources disagree: {field}").format(field=self._fields.of(name))
                    disputed.append(Finding(head, values))
                elif values:
                    text = joined(self._fields.of(name), values[0].text, by=": ")
                    agreed.setdefault(values[0].quotes, []).append(text)
        return [*disputed, *(self._agreed(quotes, texts) for quotes, texts in agreed.items())]

    def _agreed(self, quotes: tuple[Quote, ...], texts: list[str]) -> Finding:
        head = joined(*dict.fromkeys(texts)) or self.tr("That it is so")
        return Finding(head, (Value("", quotes or self._unsourced()),))

    def _values(self, record: Stored, name: str) -> tuple[Value, ...]:
        return tuple(
            Value(self._said(record, name, claims), self._quotes(claims))
            for claims in self._reader.values(record, name)
        )

    def _said(self, record: Stored, name: str, claims: Sequence[ClaimView]) -> str:
        if name == EXISTENCE:
            return ""
        claim = claims[0]
        spec = record.__dataclass_fields__[name]
        if REFERS_TO in spec.metadata:
            text = self._reader.organisation(getattr(record, name))
        elif isinstance(claim.value, bool):
            text = self.tr("yes") if claim.value else self.tr("no")
        else:
            text = value_words(record, name, claim.value)
        if claim.polarity == "denied":
            return self.tr("not: {value}").format(value=text)
        return text

    def _quotes(self, claims: Sequence[ClaimView]) -> tuple[Quote, ...]:
        found = (self._quote(citation) for claim in claims for citation in claim.citations)
        return tuple(dict.fromkeys(found))

    def _quote(self, citation: CitationView) -> Quote:
        source = self._reader.source(citation.source_id)
        return Quote(
            mark=f"[{self._reader.number(source.id)}]",
            words=f"“{citation.quotation}”" if citation.quotation else "",
            place=joined(
                source.title,
                source.publisher,
                date_words(source.published_on),
                self._paragraph(citation),
                self._attribution(citation),
                self._hedge(citation),
            ),
        )

    def _paragraph(self, citation: CitationView) -> str:
        if citation.paragraph is not None:
            return self.tr("paragraph {number}").format(number=citation.paragraph)
        return self.tr("page {number}").format(number=citation.page) if citation.page else ""

    def _attribution(self, citation: CitationView) -> str:
        if not citation.attributed_to:
            return ""
        return self.tr("according to {whom}").format(whom=citation.attributed_to)

    def _hedge(self, citation: CitationView) -> str:
        if not citation.hedge:
            return ""
        return self.tr("said with “{word}”").format(word=citation.hedge)

    def _unsourced(self) -> tuple[Quote, ...]:
        return (Quote("", "", self.tr("Typed by the office; no source is named.")),)

    def _quoted_from(self, source: SourceView) -> list[Finding]:
        """Return every quotation of this case from one source."""
        quotes = (
            self._quote(citation)
            for claims in self._reader.file.proof.values()
            for claim in claims
            for citation in claim.citations
            if citation.source_id == source.id
        )
        return [Finding(self.tr("Quoted in this case"), (Value("", tuple(dict.fromkeys(quotes))),))]
