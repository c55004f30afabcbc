"""The tab of sources: what the facts of the case rest on, numbered as in the marks."""

from PySide6.QtCore import QObject

from desktop.cases.entry import Entry
from desktop.cases.reader import Reader
from desktop.forms.words import date_words, joined, word
from models.views.proof import SourceView


class Sources(QObject):
    """One line for each source."""

    def entries(self, reader: Reader) -> list[Entry]:
        """Return all lines of the case behind ``reader``."""
        return [self._source(reader, source) for source in reader.sources]

    def _source(self, reader: Reader, source: SourceView) -> Entry:
        return Entry(
            title=source.title,
            when=joined(word("source_kind", source.kind), date_words(source.published_on)),
            body=joined(
                source.publisher,
                source.author,
                word("reliability", source.reliability),
                self._leaves(source),
            ),
            icon="newspaper",
            tone="info",
            records=(source,),
            marks=(reader.number(source.id),),
        )

    def _leaves(self, source: SourceView) -> str:
        return (
            ""
            if source.confidentiality == "public"
            else word("confidentiality", source.confidentiality)
        )
