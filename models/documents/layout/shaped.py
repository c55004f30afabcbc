"""A paragraph of text with right-to-left letters, alone or mixed with Latin and digits.

reportlab's own right-to-left wrapping reverses digits inside Arabic words (98 becomes 89) and mixes
the order of words. Here UAX #9 levels come from python-bidi, glyphs from HarfBuzz run by run, lines
are broken in logical order at spaces, and rule L2 is applied to each line.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from unicodedata import bidirectional

import uharfbuzz
from bidi import algorithm
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable

from models.documents.layout import faces

_NEUTRAL = frozenset(".,:;()[]/«»“”-–—\"'!?؟،؛%")
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_BASELINE = 0.28  # of the leading, from the bottom of a line
_MILLE = 1000.0


@dataclass(frozen=True, slots=True)
class _Glyph:
    char: str  # the character that stands for it in its face
    advance: float  # all three in thousandths of the size
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class _Run:
    """Glyphs of one level in one face; without a face it is a space."""

    level: int
    face: str
    glyphs: tuple[_Glyph, ...]
    width: float


@dataclass(frozen=True, slots=True)
class _Word:
    runs: tuple[_Run, ...]
    space_level: int  # of the space that follows
    width: float


def levels(text: str, *, right_to_left: bool) -> tuple[int, ...]:
    """Return the embedding level of each character of one paragraph (UAX #9)."""
    storage = algorithm.get_empty_storage()
    storage["base_level"] = int(right_to_left)
    storage["base_dir"] = "R" if right_to_left else "L"
    algorithm.get_embedding_levels(text, storage)
    for place, char in enumerate(storage["chars"]):
        char["place"] = place
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)  # noqa: FBT003  its debug switch
    algorithm.resolve_implicit_levels(storage, False)  # noqa: FBT003  its debug switch
    found = [int(right_to_left)] * len(text)
    for char in storage["chars"]:
        found[char["place"]] = char["level"]
    for start, end in _pairs(text):
        if _goes_against(text, start, end, right_to_left=right_to_left):
            found[start] = found[end] = int(right_to_left) + 1
    return tuple(found)


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of brackets that belong together."""
    opened: list[int] = []
    for place, char in enumerate(text):
        if char in _BRACKETS:
            opened.append(place)
        elif opened and char == _BRACKETS[text[opened[-1]]]:
            yield opened.pop(), place


def _goes_against(text: str, start: int, end: int, *, right_to_left: bool) -> bool:
    """Return whether a pair of brackets runs against the paragraph.

    Rule N0 of UAX #9, which python-bidi leaves out: a pair that holds the other direction only and
    follows it goes with it, so that “Union (BNP)” keeps its brackets within Arabic text.
    """
    inside = {_is_backward(char) for char in text[start:end]} - {None}
    before = (way for char in reversed(text[:start]) if (way := _is_backward(char)) is not None)
    return inside == {not right_to_left} and next(before, right_to_left) is not right_to_left


def _is_backward(char: str) -> bool | None:
    """Return whether a letter or digit runs from right to left; None for what has no direction."""
    kind = bidirectional(char)
    if kind == "L":
        return False
    return True if kind in ("R", "AL", "EN", "AN") else None


def reordered(runs: list[_Run]) -> list[_Run]:
    """Return the runs of one line from left to right (rule L2 of UAX #9)."""
    for level in range(max((run.level for run in runs), default=0), 0, -1):
        start = 0
        while start < len(runs):
            end = start
            while end < len(runs) and runs[end].level >= level:
                end += 1
            runs[start:end] = runs[start:end][::-1]
            start = max(end, start + 1)
    return runs


@lru_cache(maxsize=4096)
def _shape(text: str, name: str, *, backwards: bool) -> tuple[_Glyph, ...]:
    """Return the glyphs of a run from left to right."""
    face = faces.face(name)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if backwards else "ltr"
    uharfbuzz.shape(face.shaper, buffer, {"kern": True, "liga": True})
    scale = _MILLE / face.shaper.face.upem
    texts = _cluster_texts(text, [info.cluster for info in buffer.glyph_infos], backwards=backwards)
    return tuple(
        _Glyph(
            chr(
                face.code(
                    info.codepoint, source, face.shaper.get_glyph_h_advance(info.codepoint) * scale
                )
            ),
            position.x_advance * scale,
            position.x_offset * scale,
            position.y_offset * scale,
        )
        for info, position, source in zip(
            buffer.glyph_infos, buffer.glyph_positions, texts, strict=True
        )
    )


def _cluster_texts(text: str, clusters: list[int], *, backwards: bool) -> list[str]:
    """Return the source text each glyph owns: the logically first of a cluster owns all of it."""
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    owned = [""] * len(clusters)
    seen: set[int] = set()
    order = range(len(clusters) - 1, -1, -1) if backwards else range(len(clusters))
    for place in order:
        cluster = clusters[place]
        if cluster not in seen:
            owned[place] = text[cluster : ends[cluster]]
            seen.add(cluster)
    return owned


class ShapedParagraph(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Text with right-to-left letters in a paragraph style; splits between lines.

    ``right_to_left`` is the direction of the paragraph, not of every word; ``indent`` keeps room
    for a ``label`` at the side where lines begin.
    """

    def __init__(
        self,
        text: str,
        style: ParagraphStyle,
        *,
        right_to_left: bool = True,
        indent: float = 0,
        label: str = "",
    ) -> None:
        super().__init__()
        self.style = style
        self._right_to_left, self._indent, self._label = right_to_left, indent, label
        self._words = tuple(self._measured(text)) if text else ()
        self._lines: list[list[_Word]] = []

    @property
    def _space(self) -> float:
        return float(pdfmetrics.stringWidth(" ", self.style.fontName, self.style.fontSize))

    def _measured(self, text: str) -> Iterator[_Word]:
        depth = levels(text, right_to_left=self._right_to_left)
        start = 0
        for word in text.split(" "):
            end = start + len(word)
            runs = tuple(self._runs(word, depth[start:end]))
            space = depth[end] if end < len(depth) else int(self._right_to_left)
            yield _Word(runs, space, sum(run.width for run in runs))
            start = end + 1

    def _runs(self, word: str, depth: tuple[int, ...]) -> Iterator[_Run]:
        for level, name, part in _parts(word, depth, self.style.fontName):
            glyphs = _shape(part, name, backwards=bool(level & 1))
            width = sum(glyph.advance for glyph in glyphs) * self.style.fontSize / _MILLE
            yield _Run(level, name, glyphs, width)

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """Break the lines for a width and return the size."""
        self._available = available
        room = available - self._indent
        self._lines = []
        line: list[_Word] = []
        used = 0.0
        for word in self._words:
            if line and used + self._space + word.width > room:
                self._lines.append(line)
                line, used = [], 0.0
            used += (self._space if line else 0) + word.width
            line.append(word)
        if line:
            self._lines.append(line)
        self.width, self.height = available, len(self._lines) * self.style.leading
        return self.width, self.height

    def split(self, available: float, height: float) -> list["ShapedParagraph"]:
        """Return the part that fits in ``height`` and the rest; nothing where no line fits."""
        self.wrap(available, height)
        fitting = int(height // self.style.leading)
        if fitting < 1:
            return []
        if fitting >= len(self._lines):
            return [self]
        return [
            self._part(self._lines[:fitting], self._label),
            self._part(self._lines[fitting:], ""),
        ]

    def _part(self, lines: list[list[_Word]], label: str) -> "ShapedParagraph":
        part = ShapedParagraph(
            "", self.style, right_to_left=self._right_to_left, indent=self._indent, label=label
        )
        part._words = tuple(word for line in lines for word in line)
        return part

    def draw(self) -> None:
        """Draw the lines from the top."""
        y = self.height - self.style.leading * (1 - _BASELINE)
        if self._label:
            self._draw_label(y)
        for line in self._lines:
            self._draw_line(line, y)
            y -= self.style.leading

    def _draw_label(self, y: float) -> None:
        self.canv.setFillColor(self.style.textColor)
        self.canv.setFont(self.style.fontName, self.style.fontSize)
        if self._right_to_left:
            self.canv.drawRightString(self._available, y, self._label)
        else:
            self.canv.drawString(0, y, self._label)

    def _draw_line(self, line: list[_Word], y: float) -> None:
        runs = list(self._line_runs(line))
        width = sum(run.width for run in runs)
        x = self._available - self._indent - width if self._right_to_left else self._indent
        text = self.canv.beginText()
        text.setFillColor(self.style.textColor)
        for run in reordered(runs):
            if run.face:
                _Pen(text, run.face, self.style.fontSize).draw(run.glyphs, x, y)
            x += run.width
        self.canv.drawText(text)

    def _line_runs(self, line: list[_Word]) -> Iterator[_Run]:
        for place, word in enumerate(line):
            if place:
                yield _Run(line[place - 1].space_level, "", (), self._space)
            yield from word.runs


def _parts(word: str, depth: tuple[int, ...], latin: str) -> Iterator[tuple[int, str, str]]:
    """Yield the pieces of a word that share a level and a face."""
    arabic = faces.arabic_of(latin)
    pieces: list[tuple[int, str, str]] = []
    for char, level in zip(word, depth, strict=True):
        name = arabic if faces.face(arabic).has(char) else latin
        if char in _NEUTRAL and pieces and faces.face(pieces[-1][1]).has(char):
            name = pieces[-1][1]
        if pieces and pieces[-1][:2] == (level, name):
            pieces[-1] = (level, name, pieces[-1][2] + char)
        else:
            pieces.append((level, name, char))
    yield from pieces


class _Pen:
    """Writes the glyphs of one run into a text object: TJ for runs, an own matrix for marks."""

    def __init__(self, text: Any, name: str, size: float) -> None:
        self._text, self._face, self._size = text, faces.face(name), size
        self._document = text._canvas._doc  # noqa: SLF001  splitString wants the document
        self._subset: int | None = None
        self._pending: list[str] = []

    def draw(self, glyphs: tuple[_Glyph, ...], x: float, y: float) -> None:
        self._text.setFont(self._face.fontName, self._size)
        self._move(x, y)
        for glyph in glyphs:
            code = self._select(glyph.char)
            if glyph.x or glyph.y:
                self._flush()
                shift = self._size / _MILLE
                self._move(x + glyph.x * shift, y + glyph.y * shift)
                self._put(f"<{code}> Tj")
                self._move(x + glyph.advance * shift, y)
            else:
                self._collect(glyph, code)
            x += glyph.advance * self._size / _MILLE
        self._flush()
        self._text._curSubset = -1  # noqa: SLF001  its note of the face at hand is stale

    def _select(self, char: str) -> str:
        ((subset, code),) = self._face.splitString(char, self._document)
        if subset != self._subset:
            self._flush()
            name = self._face.getSubsetInternalName(subset, self._document)
            self._put(f"{name} {self._size} Tf")
            self._subset = subset
        return str(code.hex())

    def _collect(self, glyph: _Glyph, code: str) -> None:
        self._pending.append(f"<{code}>")
        nominal = self._face.face.charWidths.get(ord(glyph.char), self._face.face.defaultWidth)
        if abs(nominal - glyph.advance) > 0.5:  # noqa: PLR2004  less cannot be seen
            self._pending.append(f"{nominal - glyph.advance:.0f}")

    def _flush(self) -> None:
        if self._pending:
            self._put(f"[{''.join(self._pending)}] TJ")
            self._pending.clear()

    def _move(self, x: float, y: float) -> None:
        self._put(f"1 0 0 1 {x:.2f} {y:.2f} Tm")

    def _put(self, operator: str) -> None:
        self._text._code.append(operator)  # noqa: SLF001  no public way in
