"""A QR code drawn as rectangles, with the same words beside it for whoever has no camera."""

from collections.abc import Sequence
from typing import Any

import segno
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from models.documents.layout import styles
from models.documents.layout.faces import MONO, SANS

_SIZE = 62 * mm
_QUIET = 4  # modules of white around it (ISO/IEC 18004, 9.1)
_BESIDE = 80 * mm
_NUMBER_WIDTH = 9 * mm
_LETTERS = 12.5


class QrFlowable(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The code on the left, its numbered groups on the right; left to right in every language."""

    def __init__(self, text: str, lines: Sequence[str]) -> None:
        super().__init__()
        self.width, self.height = styles.TEXT_WIDTH, _SIZE
        self._modules = segno.make_qr(text, error="m").matrix
        self._lines = lines

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the room it takes, whatever there is."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw both."""
        self._draw_modules(self.canv)
        self._draw_lines(self.canv)

    def _draw_modules(self, canvas: Any) -> None:
        side = _SIZE / (len(self._modules) + 2 * _QUIET)
        path = canvas.beginPath()
        for down, row in enumerate(self._modules, start=1 + _QUIET):
            for across, dark in enumerate(row, start=_QUIET):
                if dark:
                    path.rect(across * side, _SIZE - down * side, side, side)
        canvas.drawPath(path, stroke=0, fill=1)

    def _draw_lines(self, canvas: Any) -> None:
        leading = _SIZE / max(1, len(self._lines))
        for number, line in enumerate(self._lines, start=1):
            y = _SIZE - number * leading + (leading - _LETTERS) / 2 + 2
            canvas.setFillColor(styles.GREY)
            canvas.setFont(SANS, _LETTERS * 0.6)
            canvas.drawRightString(_BESIDE, y, str(number))
            canvas.setFillColor(styles.NAVY)
            canvas.setFont(MONO, _LETTERS)
            canvas.drawString(_BESIDE + _NUMBER_WIDTH - 5 * mm, y, line)
