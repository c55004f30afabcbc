"""Sentences in words: their parts, and the source's own word for them."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from desktop.forms.words import joined, language, word
from models.views.custody import SentenceComponentView, SentenceView


class Penalties(QObject):
    """Says what a court imposed."""

    def all(self, parts: Iterable[SentenceComponentView]) -> str:
        """Return the parts of one sentence in a line."""
        return joined(*(self.part(part) for part in parts), by="; ") or self.tr("not known")

    def part(self, part: SentenceComponentView) -> str:
        """Return one part: "Prison, 5 years"."""
        term = part.term.in_words(language()) if part.term else ""
        amount = part.amount.in_words() if part.amount else ""
        return joined(word("sentence_kind", part.kind), term, amount, by=", ")

    def reported(self, sentence: SentenceView) -> str:
        """Return the source's word for the sentence, marked as such."""
        if not sentence.reported_as:
            return ""
        return self.tr("reported as “{words}”").format(words=sentence.reported_as)
