"""Sentences as paragraphs: with raised references to footnotes, or as cells of a table."""

from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from models.documents.blocks import Sentence
from models.documents.layout import styles
from models.documents.layout.footnotes import NotedParagraph
from models.documents.layout.shaped import ShapedParagraph
from models.documents.layout.wording import clean, is_right_to_left, markup

_SUPERIOR = str.maketrans("0123456789,", "⁰¹²³⁴⁵⁶⁷⁸⁹ ")


class Typesetter:
    """Turns sentences into paragraphs of one language; note numbers run through the document."""

    def __init__(self, language: str, *, with_notes: bool) -> None:
        self.language = language
        self.right_to_left = language.split("-", maxsplit=1)[0] == "ar"
        self._with_notes = with_notes
        self._numbers = count(1)

    def style(self, name: str, *, hanging: bool = False) -> ParagraphStyle:
        """Return a style of the document's language."""
        return styles.style(name, self.language, hanging=hanging)

    def plain(self, text: str, name: str) -> Flowable:
        """Return text without notes in a style."""
        if self.right_to_left or is_right_to_left(text):
            return ShapedParagraph(clean(text), self.style(name), right_to_left=self.right_to_left)
        return Paragraph(markup(text), self.style(name))

    def running(self, sentences: Sequence[Sentence], name: str, label: str = "") -> Flowable:
        """Return running text with footnotes, hanging from ``label`` where there is one."""
        numbered = self._numbered(sentences)
        style = self.style(name, hanging=bool(label))
        if self.right_to_left or any(is_right_to_left(sentence.text) for sentence in sentences):
            return self._shaped(sentences, numbered, style, label)
        words = " ".join(
            _marked(sentence, [numbered[note.full] for note in sentence.notes if self._with_notes])
            for sentence in sentences
        )
        paragraph = NotedParagraph(words, style, bulletText=clean(label) or None)
        paragraph.notes = self._notes(numbered)
        return paragraph

    def cell(self, sentences: Iterable[Sentence], name: str = "cell") -> Flowable:
        """Return sentences for a table, whose notes stand in a column of their own."""
        text = " ".join(_flagged(sentence) for sentence in sentences)
        if self.right_to_left or is_right_to_left(text):
            return self.plain(text, name)
        return Paragraph(
            " ".join(_marked(sentence, []) for sentence in sentences), self.style(name)
        )

    def _numbered(self, sentences: Sequence[Sentence]) -> dict[str, int]:
        """Return a number for each different note of one paragraph."""
        if not self._with_notes:
            return {}
        notes = dict.fromkeys(note.full for sentence in sentences for note in sentence.notes)
        return {full: next(self._numbers) for full in notes}

    def _notes(self, numbered: dict[str, int]) -> list[tuple[int, Flowable]]:
        return [(number, self._note(number, full)) for full, number in numbered.items()]

    def _note(self, number: int, full: str) -> Flowable:
        style = self.style("note")
        if is_right_to_left(full):
            text = f"{str(number).translate(_SUPERIOR)} {clean(full)}"
            note = ShapedParagraph(text, style, right_to_left=False)
        else:
            text = f'<super size="6.2" rise="2.6">{number}</super> {markup(full)}'
            note = Paragraph(text, style)
        note.wrap(styles.TEXT_WIDTH, styles.HEIGHT)
        return note

    def _shaped(
        self, sentences: Sequence[Sentence], numbered: dict[str, int], style: Any, label: str
    ) -> Flowable:
        words = " ".join(
            _flagged(sentence) + _superior([numbered[n.full] for n in sentence.notes if numbered])
            for sentence in sentences
        )
        paragraph = ShapedParagraph(
            clean(words),
            style,
            right_to_left=self.right_to_left,
            indent=styles.HANGING if label else 0,
            label=clean(label),
        )
        paragraph.notes = self._notes(numbered)
        return paragraph


def short_sources(sentences: Iterable[Sentence]) -> str:
    """Return the short notes of a table line, each once."""
    return "; ".join(dict.fromkeys(note.short for one in sentences for note in one.notes))


def _marked(sentence: Sentence, numbers: Sequence[int]) -> str:
    flag = f' <font name="Sans" size="7.6" color="#A4262C">[{markup(sentence.flag)}]</font>'
    references = ", ".join(str(number) for number in dict.fromkeys(numbers))
    raised = f'<super size="6.8" rise="3.6">{references.replace(" ", "")}</super>'
    return markup(sentence.text) + (raised if numbers else "") + (flag if sentence.flag else "")


def _flagged(sentence: Sentence) -> str:
    return sentence.text + (f" [{sentence.flag}]" if sentence.flag else "")


def _superior(numbers: Sequence[int]) -> str:
    return ",".join(map(str, dict.fromkeys(numbers))).translate(_SUPERIOR)
