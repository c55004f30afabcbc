"""The block model: what a document says, before anybody decides how it looks.

A document is a list of blocks; words stand in :class:`Sentence` values, and each sentence knows
what it rests on. All values are frozen and travel to the layout process as MessagePack.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

Basis = Literal["fact", "law", "own"]
"""What a sentence may rest on: the case record, legal texts, or the complainant's own will."""

Verdict = Literal["pass", "warn", "stop", "info"]


class Note(msgspec.Struct, frozen=True):
    """Where a statement comes from: ``full`` for a footnote, ``short`` for a column of a table."""

    full: str
    short: str


class Sentence(msgspec.Struct, frozen=True):
    """One sentence with the notes that carry it.

    A ``fact`` needs notes, or a ``flag`` that prints what is missing; ``law`` needs notes or a
    flag too; ``own`` says what the author asks or declares and asserts nothing about the world.
    """

    text: str
    notes: tuple[Note, ...] = ()
    basis: Basis = "fact"
    flag: str = ""

    @property
    def is_sourced(self) -> bool:
        """Whether a reader can see what the sentence rests on, or that it rests on nothing."""
        return self.basis == "own" or bool(self.notes) or bool(self.flag)


class Block(msgspec.Struct, frozen=True, tag=True):
    """One piece of a document, from top to bottom."""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences of the block in reading order."""
        return ()


class Row(msgspec.Struct, frozen=True):
    """A labelled value of the cover or of a person's sheet."""

    label: str
    values: tuple[Sentence, ...]


class Cover(Block, frozen=True, tag=True):
    """The first page: the procedure, the title, the addressee, a table, a place to sign."""

    kicker: str
    title: str
    addressee: tuple[str, ...]
    rows: tuple[Row, ...]
    signature: tuple[str, ...] = ()
    remark: str = ""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The values of the table."""
        return tuple(value for row in self.rows for value in row.values)


class Heading(Block, frozen=True, tag=True):
    """A heading that the table of contents lists; level 0 opens a part, 1 a section.

    ``office`` begins pages that are not part of the document and are not counted among its pages.
    """

    text: str
    level: int = 0
    office: bool = False


class Paragraph(Block, frozen=True, tag=True):
    """Running text; numbered ones count through the whole document, labelled ones hang a label."""

    words: tuple[Sentence, ...]
    numbered: bool = False
    label: str = ""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences."""
        return self.words


class Quote(Block, frozen=True, tag=True):
    """Somebody's words, set apart."""

    words: Sentence

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The one quotation."""
        return (self.words,)


class Entry(msgspec.Struct, frozen=True):
    """A dated line of a chronology."""

    date: str
    words: tuple[Sentence, ...]


class Chronology(Block, frozen=True, tag=True):
    """Dated lines; ``head`` names the three columns."""

    head: tuple[str, str, str]
    entries: tuple[Entry, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The words of all lines."""
        return tuple(words for entry in self.entries for words in entry.words)


class Sheet(Block, frozen=True, tag=True):
    """What is known of one person: a table beside a place for a photograph."""

    photograph: str
    rows: tuple[Row, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The values of the table."""
        return tuple(value for row in self.rows for value in row.values)


class Facts(Block, frozen=True, tag=True):
    """The facts of a letter: labels and values, without notes on the page."""

    rows: tuple[Row, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The values."""
        return tuple(value for row in self.rows for value in row.values)


class Principle(msgspec.Struct, frozen=True):
    """A principle in our own words; ``citation`` is empty where no number may be printed."""

    words: Sentence
    citation: str = ""


class Principles(Block, frozen=True, tag=True):
    """Principles that bear on one allegation."""

    title: str
    items: tuple[Principle, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The paraphrases."""
        return tuple(item.words for item in self.items)


class CheckItem(msgspec.Struct, frozen=True):
    """One line of the check page: a verdict, the word printed for it, the matter and the reason."""

    verdict: Verdict
    word: str
    matter: str
    reason: str


class Checks(Block, frozen=True, tag=True):
    """What the office still has to mend before the document may leave."""

    items: tuple[CheckItem, ...]


class SourceLine(msgspec.Struct, frozen=True):
    """One source as the list at the end names it."""

    code: str
    text: str
    address: str = ""
    sha256: str = ""


class Sources(Block, frozen=True, tag=True):
    """The list of sources; the codes are those the notes use."""

    head: tuple[str, str]
    lines: tuple[SourceLine, ...]


LinesRole = Literal["sender", "addressee", "dateline", "subject", "closing"]


class Lines(Block, frozen=True, tag=True):
    """Lines of a letter that are not running text; the role decides where they stand."""

    role: LinesRole
    lines: tuple[str, ...]


class QrCode(Block, frozen=True, tag=True):
    """A QR code of ``text`` with numbered ``lines`` beside it, which say the same to the eye."""

    text: str
    lines: tuple[str, ...] = ()


AnyBlock = (
    Cover
    | Heading
    | Paragraph
    | Quote
    | Chronology
    | Sheet
    | Facts
    | Principles
    | Checks
    | Sources
    | Lines
    | QrCode
)


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A whole document and what stands around its pages.

    ``running`` is the head of each page (left, right), ``footer`` the left of its foot. ``stamp``
    is printed on every page when it is not empty, its first word large across it. ``remark`` goes
    into the file's properties.
    ``contents`` heads a table of contents with its two number columns, or is empty for none.
    """

    kind: Literal["complaint", "letter"]
    language: str
    title: str
    blocks: tuple[AnyBlock, ...]
    running: tuple[str, str] = ("", "")
    footer: str = ""
    page_of: str = "Page {page} of"
    contents: tuple[str, str, str] | None = None
    stamp: str = ""
    remark: str = ""

    @property
    def sentences(self) -> Iterator[Sentence]:
        """All sentences in reading order."""
        return (sentence for block in self.blocks for sentence in block.sentences)


def unsourced(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences that claim something and show neither a note nor a flag."""
    return tuple(sentence for sentence in document.sentences if not sentence.is_sourced)
