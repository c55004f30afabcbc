"""A word on a soft ground: the state of a thing. The word says it, the colour only helps."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme.fonts import font
from desktop.theme.scheme import colour
from desktop.theme.tokens import Tone

_SIDE, _ABOVE = 9, 3


def badge_size(text: str) -> QSize:
    """Return how large a badge with ``text`` is."""
    metrics = QFontMetrics(font("caption", "semibold"))
    return QSize(metrics.horizontalAdvance(text) + 2 * _SIDE, metrics.height() + 2 * _ABOVE)


def draw_badge(painter: QPainter, rect: QRect, text: str, tone: Tone) -> None:
    """Draw a badge into ``rect``; delegates and the widget look alike by it."""
    painter.setFont(font("caption", "semibold"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(f"{tone}_soft"))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setPen(colour(tone))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)


class Badge(QWidget):
    """The badge as a widget; readers hear its word."""

    def __init__(self, text: str = "", tone: Tone = "neutral") -> None:
        super().__init__()
        self._text, self._tone = text, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(text, tone)

    def show_state(self, text: str, tone: Tone) -> None:
        """Show another word."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room the word needs."""
        return badge_size(self._text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the badge in the colours in force."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_badge(painter, self.rect(), self._text, self._tone)
