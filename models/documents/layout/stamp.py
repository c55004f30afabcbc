"""The word across every page of a specimen, drawn as outlines.

As text it would scatter its letters between the lines of everybody who searches or copies the page;
the same word stands as text at the head of the page.
"""

from typing import Any

from models.documents.layout import faces, styles

_FORM = "stamp"
_SIZE, _ANGLE, _DROP = 92.0, 55.0, -30.0


def define(canvas: Any, word: str) -> None:
    """Draw ``word`` once into a form that the pages repeat."""
    font = faces.face(faces.SANS_BOLD).shaper
    scale = _SIZE / font.face.upem
    glyphs = [glyph for glyph in (font.get_nominal_glyph(ord(char)) for char in word) if glyph]
    width = sum(font.get_glyph_h_advance(glyph) for glyph in glyphs)
    canvas.beginForm(_FORM, 0, 0, styles.WIDTH, styles.HEIGHT)
    canvas.setFillColor(styles.STAMP)
    canvas.translate(styles.WIDTH / 2, styles.HEIGHT / 2)
    canvas.rotate(_ANGLE)
    canvas.translate(-width * scale / 2, _DROP)
    canvas.scale(scale, scale)
    path = canvas.beginPath()
    x = 0.0
    for glyph in glyphs:
        font.draw_glyph_with_pen(glyph, _Pen(path, x))
        x += font.get_glyph_h_advance(glyph)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.endForm()


def put(canvas: Any) -> None:
    """Show the stamp on the page at hand."""
    canvas.doForm(_FORM)


class _Pen:
    """Writes outlines into a path; quadratic curves become cubic ones, which is all PDF knows."""

    def __init__(self, path: Any, x: float) -> None:
        self._path, self._x = path, x
        self._at = (0.0, 0.0)

    def moveTo(self, to: tuple[float, float]) -> None:  # noqa: N802  names of the pen protocol
        self._at = self._moved(to)
        self._path.moveTo(*self._at)

    def lineTo(self, to: tuple[float, float]) -> None:  # noqa: N802
        self._at = self._moved(to)
        self._path.lineTo(*self._at)

    def qCurveTo(self, bend: tuple[float, float], to: tuple[float, float]) -> None:  # noqa: N802
        (x0, y0), (bx, by), end = self._at, self._moved(bend), self._moved(to)
        first = (x0 + (bx - x0) * 2 / 3, y0 + (by - y0) * 2 / 3)
        second = (end[0] + (bx - end[0]) * 2 / 3, end[1] + (by - end[1]) * 2 / 3)
        self._path.curveTo(*first, *second, *end)
        self._at = end

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        first, second, end = (self._moved(point) for point in points)
        self._path.curveTo(*first, *second, *end)
        self._at = end

    def closePath(self) -> None:  # noqa: N802
        self._path.close()

    def endPath(self) -> None:  # noqa: N802
        """An open outline needs nothing more to be filled."""

    def _moved(self, point: tuple[float, float]) -> tuple[float, float]:
        return point[0] + self._x, point[1]
