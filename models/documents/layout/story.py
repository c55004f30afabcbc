"""Blocks turned into what reportlab lays out, in reading order."""

from collections.abc import Iterator
from itertools import count, zip_longest
from typing import assert_never

from reportlab.lib.units import mm
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    NextPageTemplate,
    PageBreak,
    Spacer,
    Table,
)

from models.documents.blocks import (
    AnyBlock,
    Checks,
    Chronology,
    Cover,
    Document,
    Facts,
    Heading,
    Lines,
    Paragraph,
    Principles,
    QrCode,
    Quote,
    Sheet,
    Sources,
)
from models.documents.layout import pages, styles, tables
from models.documents.layout.contents import Contents, Line
from models.documents.layout.qr_code import QrFlowable
from models.documents.layout.text import Typesetter

_SHORT_ENOUGH = 800  # letters that surely fit on a page
_SIGNING = Spacer(1, 11 * mm)
_FRAME_HEIGHT = styles.HEIGHT - styles.TOP - styles.BOTTOM
_AFTER_LINES = {"sender": 12, "addressee": 16, "dateline": 14, "subject": 10, "closing": 0}


class Story:
    """Builds the flowables of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        is_letter = document.kind == "letter"
        self._setter = Typesetter(document.language, with_notes=not is_letter)
        self._text = "letter" if is_letter else "body"
        self._numbers = count(1)

    def flowables(self, lines: list[Line]) -> list[Flowable]:
        """Return the story; ``lines`` fills while it is laid out and ends as the contents."""
        built = [part for block in self._document.blocks for part in self._of(block)]
        return [*_held_together(built), *self._contents(lines)]

    def _contents(self, lines: list[Line]) -> list[Flowable]:
        if self._document.contents is None:
            return []
        title, *heads = self._document.contents
        return [
            NextPageTemplate(pages.CONTENTS),
            PageBreak(),
            self._setter.plain(title, "title"),
            Spacer(1, 6 * mm),
            Contents(lines, (heads[0], heads[1]), self._document.language),
        ]

    def _of(self, block: AnyBlock) -> Iterator[Flowable]:  # noqa: C901, PLR0912  one line a block
        match block:
            case Cover():
                yield from self._cover(block)
            case Heading():
                yield from self._heading(block)
            case Paragraph():
                yield self._paragraph(block)
            case Quote():
                yield self._setter.running([block.words], "quote")
            case Chronology():
                yield tables.chronology(block, self._setter)
            case Sheet():
                yield tables.sheet(block, self._setter)
                yield Spacer(1, 9)
            case Facts():
                yield tables.facts(block.rows, self._setter)
                yield Spacer(1, 9)
            case Principles():
                yield from self._principles(block)
            case Checks():
                yield tables.checks(block.items, self._setter)
            case Sources():
                yield tables.sources(block, self._setter)
            case Lines():
                yield from self._lines(block)
            case QrCode():
                yield QrFlowable(block.text, block.lines)
                yield Spacer(1, 9)
            case _:
                assert_never(block)

    def _cover(self, block: Cover) -> Iterator[Flowable]:
        plain = self._setter.plain
        yield NextPageTemplate(pages.BODY)
        yield Spacer(1, 38 * mm)
        yield plain(block.kicker, "kicker")
        yield Spacer(1, 5 * mm)
        yield plain(block.title, "title")
        yield Spacer(1, 3 * mm)
        yield from (plain(line, "addressee") for line in block.addressee)
        yield Spacer(1, 12 * mm)
        if block.rows:
            yield tables.cover_table(block.rows, self._setter)
        yield Spacer(1, 7 * mm)
        if block.remark:
            yield _boxed(plain(block.remark, "cell"))
        if block.signature:
            yield Spacer(1, 16 * mm)
            yield _signature([plain(line, "label") for line in block.signature])
        yield PageBreak()

    def _heading(self, block: Heading) -> Iterator[Flowable]:
        if block.office:
            yield NextPageTemplate(pages.OFFICE)
            yield PageBreak()
        heading = self._setter.plain(block.text, "section" if block.level else "part")
        heading.heading = block
        yield heading

    def _paragraph(self, block: Paragraph) -> Flowable:
        number = next(self._numbers) if block.numbered else 0
        label = f"{number}." if number else block.label
        name = "demand" if label and self._text == "letter" else self._text
        paragraph = self._setter.running(block.words, name, label)
        paragraph.number = number
        return paragraph

    def _principles(self, block: Principles) -> Iterator[Flowable]:
        rows = [[self._setter.plain(block.title, "head"), ""]]
        rows += [
            [self._setter.cell([item.words]), self._setter.plain(item.citation, "label")]
            for item in block.items
        ]
        yield Table(
            rows,
            colWidths=[104 * mm, 42 * mm],
            hAlign="RIGHT",
            style=[
                ("SPAN", (0, 0), (-1, 0)),
                ("NOSPLIT", (0, 0), (-1, -1)),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LINEBEFORE", (0, 0), (0, -1), 2, styles.NAVY),
                ("BACKGROUND", (0, 0), (-1, -1), styles.TINT),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
                ("LEFTPADDING", (0, 0), (0, -1), 9),
            ],
        )
        yield Spacer(1, 9)

    def _lines(self, block: Lines) -> Iterator[Flowable]:
        name = block.role if block.role in ("sender", "subject") else "line"
        made = [self._setter.plain(line, name) if line else _SIGNING for line in block.lines]
        if sum(map(len, block.lines)) < _SHORT_ENOUGH:
            yield _stacked(made, ruled=block.role == "sender")
        else:
            yield from made
        yield Spacer(1, _AFTER_LINES[block.role])


def _stacked(lines: list[Flowable], *, ruled: bool) -> Flowable:
    """Return a few lines that stay on one page, over a hairline if ``ruled``."""
    rule = ("LINEBELOW", (0, 0), (-1, -1), styles.HAIRLINE, styles.RULE)
    return Table(
        [[lines]],
        colWidths=[styles.TEXT_WIDTH],
        style=[
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3 if ruled else 0),
            *([rule] if ruled else []),
        ],
    )


def _boxed(flowable: Flowable) -> Flowable:
    return Table(
        [[flowable]],
        colWidths=[styles.TEXT_WIDTH],
        style=[("BOX", (0, 0), (-1, -1), 0.8, styles.RED), ("LEFTPADDING", (0, 0), (-1, -1), 8)],
    )


def _signature(lines: list[Flowable]) -> Flowable:
    return Table(
        [[line] for line in lines],
        colWidths=[70 * mm],
        hAlign="LEFT",
        style=[
            ("LINEABOVE", (0, 0), (-1, 0), styles.HAIRLINE, styles.GREY),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 1),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ],
    )


def _held_together(flowables: list[Flowable]) -> Iterator[Flowable]:
    """Put a page break before headings that would stand alone at the foot of a page.

    reportlab's own keeping does not know that a paragraph needs room for its notes as well.
    """
    for place, flowable in enumerate(flowables):
        opens = hasattr(flowable, "heading")
        if opens and not (place and hasattr(flowables[place - 1], "heading")):
            yield CondPageBreak(min(_height_with_text(flowables[place:]), _FRAME_HEIGHT))
        yield flowable


def _height_with_text(flowables: list[Flowable]) -> float:
    """Return the height of the headings at the start and of the least that must follow them.

    A paragraph that introduces a table belongs to the headings.
    """
    height = 0.0
    for flowable, following in zip_longest(flowables, flowables[1:]):
        introduces = getattr(following, "repeatRows", 0)
        if not (introduces or hasattr(flowable, "heading")):
            return height + _least(flowable)
        height += _height(flowable) + flowable.getSpaceBefore() + flowable.getSpaceAfter()
    return height


def _height(flowable: Flowable) -> float:
    known = getattr(flowable, "_height", None)  # of a table that was measured before
    return float(known or flowable.wrap(styles.TEXT_WIDTH, _FRAME_HEIGHT)[1])


def _least(flowable: Flowable) -> float:
    """Return the room below which a flowable is not begun on a page."""
    whole = _height(flowable)
    rows = getattr(flowable, "_rowHeights", None)
    if rows and not getattr(flowable, "_spanCmds", None):
        return float(sum(rows[: 1 + flowable.repeatRows]))
    if rows:
        return whole
    notes = sum(note.height for _, note in getattr(flowable, "notes", ()))
    lines = 3 * flowable.style.leading if hasattr(flowable, "style") else whole
    return min(whole, lines) + float(notes) + 10
