"""The table of contents, laid out last and moved behind the cover afterwards.

Being last in the story it knows every page already, so one pass is enough.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from models.documents.layout import styles
from models.documents.layout.faces import SANS

_PAGE_COLUMN = 14 * mm
_PARAGRAPHS_COLUMN = 26 * mm
_DOTS = " ."


@dataclass(slots=True)
class Line:
    """One heading: its words, page and the numbered paragraphs below it (0 for none)."""

    level: int
    text: str
    key: str
    page: int
    first: int = 0
    last: int = 0

    @property
    def paragraphs(self) -> str:
        """The range of paragraphs, as the column shows it."""
        if not self.first:
            return ""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


class Contents(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The lines that are there when it is laid out, with the heads of the two number columns."""

    def __init__(self, lines: Sequence[Line], heads: tuple[str, str], language: str) -> None:
        super().__init__()
        self._lines, self._heads, self._language = lines, heads, language

    def _style(self, line: Line) -> Any:
        return styles.style("contents1" if line.level else "contents0", self._language)

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """Return the size: a head line and the lines known by now."""
        self._available = available
        head = styles.style("label", self._language).leading
        self.width, self.height = (
            available,
            head + sum(self._style(line).leading for line in self._lines),
        )
        return self.width, self.height

    def split(self, _available: float, height: float) -> list["Contents"]:
        """Return the lines that fit and the rest."""
        used = styles.style("label", self._language).leading
        for count, line in enumerate(self._lines):
            used += self._style(line).leading
            if used > height:
                halves = (self._lines[:count], self._lines[count:])
                return [Contents(half, self._heads, self._language) for half in halves if count]
        return [self]

    def draw(self) -> None:
        """Draw the lines, each one a link to its heading."""
        head = styles.style("label", self._language)
        y = self.height - head.leading
        self.canv.setFont(head.fontName, head.fontSize)
        self.canv.setFillColor(head.textColor)
        self.canv.drawRightString(self._available - _PAGE_COLUMN, y + 4, self._heads[0])
        self.canv.drawRightString(self._available, y + 4, self._heads[1])
        for line in self._lines:
            y -= self._style(line).leading
            self._draw_line(line, y)

    def _draw_line(self, line: Line, y: float) -> None:
        style, base = self._style(line), y + 4
        self.canv.setFont(style.fontName, style.fontSize)
        self.canv.setFillColor(style.textColor)
        room = self._available - _PAGE_COLUMN - _PARAGRAPHS_COLUMN - style.leftIndent
        text = _shortened(line.text, style, room)
        self.canv.drawString(style.leftIndent, base, text)
        self.canv.drawRightString(self._available, base, str(line.page or "–"))
        self._draw_middle(
            line, style.leftIndent + stringWidth(text, style.fontName, style.fontSize), base
        )
        link = (0, y, self._available, y + style.leading)
        self.canv.linkRect("", line.key, link, relative=1, thickness=0)

    def _draw_middle(self, line: Line, start: float, base: float) -> None:
        self.canv.setFont(SANS, 7.6)
        self.canv.setFillColor(styles.GREY)
        end = self._available - _PAGE_COLUMN
        if line.paragraphs:
            self.canv.drawRightString(end, base, line.paragraphs)
            end -= stringWidth(line.paragraphs, SANS, 7.6) + 4
        dot = stringWidth(_DOTS, SANS, 7.6)
        count = max(int((end - start - 4) / dot), 0)
        self.canv.drawRightString(end, base, _DOTS * count)


def _shortened(text: str, style: Any, room: float) -> str:
    if stringWidth(text, style.fontName, style.fontSize) <= room:
        return text
    while text and stringWidth(text + "…", style.fontName, style.fontSize) > room:
        text = text[:-1]
    return text.rstrip() + "…"
