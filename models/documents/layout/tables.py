"""The tables of a document: the cover's, the chronology, a person's sheet, checks and sources."""

from collections.abc import Sequence
from typing import Any, Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, LongTable, Paragraph, Table

from models.documents.blocks import CheckItem, Chronology, Row, Sheet, SourceLine, Sources
from models.documents.layout import styles
from models.documents.layout.text import Typesetter, short_sources
from models.documents.layout.wording import markup

_THIN = 0.35
_TALL_ROWS = 1  # a row higher than a page breaks inside
_HEAD_RULE = 0.9
_SHEET_COLUMNS = (20 * mm, 27 * mm, 73 * mm, 37 * mm)
_VERDICT_COLOURS: Final = {
    "stop": styles.RED,
    "warn": styles.AMBER,
    "pass": styles.GREEN,
    "info": styles.GREY,
}
_FRAME_HEIGHT = styles.HEIGHT - styles.TOP - styles.BOTTOM


def cover_table(rows: Sequence[Row], setter: Typesetter) -> Flowable:
    """Return the labelled lines of the cover."""
    cells = [
        [setter.plain(row.label, "label"), [setter.cell([value]) for value in row.values]]
        for row in rows
    ]
    return Table(
        cells, colWidths=[44 * mm, 113 * mm], style=[*_ruled(0), ("LEFTPADDING", *_ALL, 0)]
    )


def facts(rows: Sequence[Row], setter: Typesetter) -> Flowable:
    """Return the facts of a letter; in Arabic the labels stand on the right."""
    cells = [
        [setter.plain(row.label, "label"), [setter.plain(one.text, "fact") for one in row.values]]
        for row in rows
    ]
    widths = [40 * mm, 117 * mm]
    if setter.right_to_left:
        cells, widths = [line[::-1] for line in cells], widths[::-1]
    return Table(cells, colWidths=widths, style=_ruled(0))


def chronology(block: Chronology, setter: Typesetter) -> Flowable:
    """Return dated lines; the head repeats on each page."""
    lines = [
        [
            setter.plain(entry.date, "head"),
            setter.cell(entry.words),
            setter.plain(short_sources(entry.words), "label"),
        ]
        for entry in block.entries
    ]
    return _listing(block.head, lines, (31 * mm, 89 * mm, 37 * mm), setter)


def sources(block: Sources, setter: Typesetter) -> Flowable:
    """Return the list of sources."""
    lines = [[setter.plain(line.code, "head"), _source(line, setter)] for line in block.lines]
    return _listing(block.head, lines, (14 * mm, 143 * mm), setter)


def checks(items: Sequence[CheckItem], setter: Typesetter) -> Flowable:
    """Return the list of what is still to be mended, one coloured word each."""
    lines = [
        [
            _verdict(item, setter),
            setter.plain(item.matter, "head"),
            setter.plain(item.reason, "cell"),
        ]
        for item in items
    ]
    return LongTable(
        lines, colWidths=[19 * mm, 37 * mm, 101 * mm], style=_ruled(0), splitInRow=_TALL_ROWS
    )


def sheet(block: Sheet, setter: Typesetter) -> Flowable:
    """Return a person's sheet; one too high for a page loses its photograph's place and breaks."""
    lines = [
        [
            "",
            setter.plain(row.label if first else "", "label"),
            setter.cell([value]),
            _sources(value, setter),
        ]
        for row in block.rows
        for first, value in ((place == 0, value) for place, value in enumerate(row.values))
    ]
    lines[0][0] = setter.plain(block.photograph, "label")
    whole = _sheet_table(lines, [("SPAN", (0, 0), (0, -1)), ("VALIGN", (0, 0), (0, -1), "MIDDLE")])
    if whole.wrap(styles.TEXT_WIDTH, _FRAME_HEIGHT)[1] <= _FRAME_HEIGHT:
        return whole
    return _sheet_table(lines, [], splitInRow=_TALL_ROWS)


def _sheet_table(lines: list[list[Any]], extra: list[Any], **options: int) -> Table:
    return Table(
        lines,
        **options,
        colWidths=_SHEET_COLUMNS,
        style=[
            ("VALIGN", *_ALL, "TOP"),
            ("TOPPADDING", *_ALL, 2.2),
            ("BOTTOMPADDING", *_ALL, 2.6),
            ("RIGHTPADDING", *_ALL, 4),
            ("LINEBELOW", (1, 0), (-1, -2), _THIN, styles.RULE),
            ("BOX", *_ALL, 0.6, styles.RULE),
            ("BACKGROUND", (0, 0), (0, -1), styles.TINT),
            *extra,
        ],
    )


def _sources(value: Any, setter: Typesetter) -> Flowable:
    return setter.plain(short_sources([value]), "label")


def _source(line: SourceLine, setter: Typesetter) -> list[Flowable]:
    parts = [setter.plain(line.text, "cell")]
    if line.address:
        parts.append(setter.plain(line.address, "label"))
    if line.sha256:
        parts.append(Paragraph(_hash_lines(line.sha256), setter.style("mono")))
    return parts


def _hash_lines(sha256: str) -> str:
    half = len(sha256) // 2
    return f"SHA-256 {markup(sha256[:half])}<br/>{'&nbsp;' * 8}{markup(sha256[half:])}"


def _verdict(item: CheckItem, setter: Typesetter) -> Flowable:
    colour = _VERDICT_COLOURS[item.verdict].hexval().replace("0x", "#")
    return Paragraph(f'<font color="{colour}">{markup(item.word)}</font>', setter.style("head"))


def _listing(
    head: Sequence[str], lines: list[list[Any]], widths: Sequence[float], setter: Typesetter
) -> Flowable:
    top = [setter.plain(text, "head") for text in head]
    return LongTable(
        [top, *lines],
        colWidths=widths,
        repeatRows=1,
        splitInRow=_TALL_ROWS,
        style=[*_ruled(1), ("LINEBELOW", (0, 0), (-1, 0), _HEAD_RULE, styles.NAVY)],
    )


_ALL: Final = ((0, 0), (-1, -1))


def _ruled(first: int) -> list[Any]:
    return [
        ("LINEBELOW", (0, first), (-1, -1), _THIN, styles.RULE),
        ("VALIGN", *_ALL, "TOP"),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("TOPPADDING", *_ALL, 2.8),
        ("BOTTOMPADDING", *_ALL, 3.4),
    ]
