"""The tables of a document: the cover's, the chronology, a person's sheet, checks and sources."""

from collections.abc import Sequence
from itertools import zip_longest
from textwrap import wrap
from typing import Any, Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, LongTable, Paragraph, Table

from models.documents.blocks import (
    CheckItem,
    Chronology,
    Row,
    Sentence,
    Sheet,
    SourceLine,
    Sources,
)
from models.documents.layout import styles
from models.documents.layout.text import Typesetter, short_sources
from models.documents.layout.wording import markup

_THIN = 0.35
_LETTERS_PER_POINT = 3  # of the width of a column; more might be higher than a page
_SHORT, _LONGEST_ADDRESS = 60, 2000
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
    return _labelled(rows, (44 * mm, 113 * mm), setter, "cell")


def facts(rows: Sequence[Row], setter: Typesetter) -> Flowable:
    """Return the facts of a letter; in Arabic the labels stand on the right."""
    return _labelled(rows, (40 * mm, 117 * mm), setter, "fact")


def _labelled(
    rows: Sequence[Row], widths: tuple[float, float], setter: Typesetter, name: str
) -> Flowable:
    lines: list[list[Any]] = []
    lined: list[Any] = []
    for row in rows:
        for place, value in enumerate(row.values):
            label = row.label if place == 0 else ""
            lines += _cells(setter, ((label, "label", widths[0]), (value, name, widths[1])))
        lined.append(("LINEBELOW", (0, len(lines) - 1), (-1, len(lines) - 1), _THIN, styles.RULE))
    columns: list[float] = list(widths)
    if setter.right_to_left:
        lines, columns = [line[::-1] for line in lines], columns[::-1]
    return LongTable(lines, colWidths=columns, style=[*_PLAIN, ("TOPPADDING", *_ALL, 1.6), *lined])


def chronology(block: Chronology, setter: Typesetter) -> Flowable:
    """Return dated lines; the head repeats on each page."""
    date, event, source = widths = (31 * mm, 89 * mm, 37 * mm)
    lines: list[list[Any]] = []
    for entry in block.entries:
        for place, words in enumerate(entry.words):
            day = entry.date if place == 0 else ""
            columns = (
                (day, "head", date),
                (words, "cell", event),
                (_short(words), "label", source),
            )
            lines += _cells(setter, columns)
    return _listing(block.head, lines, widths, setter)


def sources(block: Sources, setter: Typesetter) -> Flowable:
    """Return the list of sources."""
    code, source = widths = (14 * mm, 143 * mm)
    lines: list[list[Any]] = []
    for line in block.lines:
        lines += _cells(setter, ((line.code, "head", code), (line.text, "cell", source)))
        lines[-1][1] = [lines[-1][1], *_whereabouts(line, setter)]
    return _listing(block.head, lines, widths, setter)


def checks(items: Sequence[CheckItem], setter: Typesetter) -> Flowable:
    """Return the list of what is still to be mended, one coloured word each."""
    _, matter, reason = widths = (19 * mm, 37 * mm, 101 * mm)
    lines: list[list[Any]] = []
    for item in items:
        columns = ((item.matter, "head", matter), (item.reason, "cell", reason))
        for place, cells in enumerate(_cells(setter, columns)):
            lines.append([_verdict(item, setter) if place == 0 else "", *cells])
    return LongTable(lines, colWidths=widths, style=_ruled(0))


def sheet(block: Sheet, setter: Typesetter) -> Flowable:
    """Return a person's sheet; one too high for a page loses its photograph's place and breaks."""
    _, label, value, source = _SHEET_COLUMNS
    lines: list[list[Any]] = []
    for row in block.rows:
        for place, told in enumerate(row.values):
            name = row.label if place == 0 else ""
            columns = (
                (name, "label", label),
                (told, "cell", value),
                (_short(told), "label", source),
            )
            lines += [["", *cells] for cells in _cells(setter, columns)]
    lines[0][0] = setter.plain(block.photograph[:_SHORT], "label")
    whole = _sheet_table(lines, [("SPAN", (0, 0), (0, -1)), ("VALIGN", (0, 0), (0, -1), "MIDDLE")])
    if whole.wrap(styles.TEXT_WIDTH, _FRAME_HEIGHT)[1] <= _FRAME_HEIGHT:
        return whole
    return _sheet_table(lines, [])


def _sheet_table(lines: list[list[Any]], extra: list[Any]) -> Table:
    return Table(
        lines,
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


# ── cells ───────────────────────────────────────────────────────────────────────────────────────

_Column = tuple[Sentence | str, str, float]


def _cells(setter: Typesetter, columns: Sequence[_Column]) -> list[list[Any]]:
    """Return one row, or more where one would be higher than a page: rows do not break inside."""
    pieces = [
        [_set(setter, piece, name) for piece in _pieces(content, width)]
        for content, name, width in columns
    ]
    return [list(row) for row in zip_longest(*pieces, fillvalue="")]


def _set(setter: Typesetter, piece: Sentence | str, name: str) -> Flowable:
    return setter.plain(piece, name) if isinstance(piece, str) else setter.cell([piece], name)


def _pieces(content: Sentence | str, width: float) -> list[Sentence | str]:
    """Return the content in pieces that fit into a column of a page even in wide letters."""
    if isinstance(content, str):
        return list(_cut(content, width))
    texts = _cut(content.text, width)
    flag = content.flag[:_SHORT]
    last = len(texts) - 1
    return [
        Sentence(text, basis=content.basis, flag=flag if place == last else "")
        for place, text in enumerate(texts)
    ]


def _cut(text: str, width: float) -> list[str]:
    most = int(width * _LETTERS_PER_POINT)
    return wrap(text, most, break_on_hyphens=False) if len(text) > most else [text]


def _short(sentence: Sentence) -> str:
    return short_sources([sentence])


def _whereabouts(line: SourceLine, setter: Typesetter) -> list[Flowable]:
    parts = [setter.plain(line.address[:_LONGEST_ADDRESS], "label")] if line.address else []
    if line.sha256:
        parts.append(Paragraph(_hash_lines(line.sha256[:64]), setter.style("mono")))
    return parts


def _hash_lines(sha256: str) -> str:
    half = len(sha256) // 2
    return f"SHA-256 {markup(sha256[:half])}<br/>{'&nbsp;' * 8}{markup(sha256[half:])}"


def _verdict(item: CheckItem, setter: Typesetter) -> Flowable:
    colour = _VERDICT_COLOURS[item.verdict].hexval().replace("0x", "#")
    word = markup(item.word[:_SHORT])
    return Paragraph(f'<font color="{colour}">{word}</font>', setter.style("head"))


def _listing(
    head: Sequence[str], lines: list[list[Any]], widths: Sequence[float], setter: Typesetter
) -> Flowable:
    top = [setter.plain(text[:_SHORT], "head") for text in head]
    return LongTable(
        [top, *lines],
        colWidths=widths,
        repeatRows=1,
        style=[*_ruled(1), ("LINEBELOW", (0, 0), (-1, 0), _HEAD_RULE, styles.NAVY)],
    )


_ALL: Final = ((0, 0), (-1, -1))
_PLAIN: Final = [
    ("VALIGN", *_ALL, "TOP"),
    ("LEFTPADDING", (0, 0), (0, -1), 0),
    ("BOTTOMPADDING", *_ALL, 3.4),
]


def _ruled(first: int) -> list[Any]:
    return [
        *_PLAIN,
        ("TOPPADDING", *_ALL, 2.8),
        ("LINEBELOW", (0, first), (-1, -1), _THIN, styles.RULE),
    ]
