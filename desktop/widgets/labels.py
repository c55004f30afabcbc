"""Words on the screen, always plain: a name in a file must never become a picture or a link."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from desktop.theme.fonts import font
from desktop.theme.icons import picture
from desktop.theme.scheme import colour, colours
from desktop.theme.tokens import Type, Weight

Ink = Literal["text", "muted", "accent", "danger", "warn", "ok", "info", "neutral"]


def label(
    text: str = "", kind: Type = "body", weight: Weight = "regular", ink: Ink = "text"
) -> QLabel:
    """Return a line of plain text."""
    result = QLabel()
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setText(text)
    result.setFont(font(kind, weight))
    result.setProperty("tone", ink)
    return result


def paragraph(
    text: str = "", kind: Type = "body", weight: Weight = "regular", ink: Ink = "text"
) -> QLabel:
    """Return plain text that wraps."""
    result = label(text, kind, weight, ink)
    result.setWordWrap(True)
    result.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return result


def rule() -> QFrame:
    """Return a thin line across."""
    result = QFrame()
    result.setObjectName("line")
    return result


def set_ink(word: QLabel, ink: Ink) -> None:
    """Change the colour of a label."""
    word.setProperty("tone", ink)
    word.style().unpolish(word)
    word.style().polish(word)


class ElidedLabel(QLabel):
    """One line that ends in "…" where room is short; its tool tip holds the whole.

    It takes all the room there is; with ``snug`` no more than its words need.
    """

    def __init__(
        self,
        text: str = "",
        kind: Type = "body",
        weight: Weight = "regular",
        ink: Ink = "text",
        *,
        snug: bool = False,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(kind, weight))
        self._ink = ink
        wish = QSizePolicy.Policy.Maximum if snug else QSizePolicy.Policy.Ignored
        self.setSizePolicy(wish, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        """Return the height of one line and no width."""
        return QSize(0, QFontMetrics(self.font()).height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, shortened where it must be."""
        painter = QPainter(self)
        painter.setPen(colour(self._ink))
        painter.setFont(self.font())
        shown = QFontMetrics(self.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        self.setToolTip(plain_tip(self.text()) if shown != self.text() else "")
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), int(flags) | int(Qt.TextFlag.TextDontClip), shown)


class IconLabel(QWidget):
    """A picture that only repeats the word beside it; it is no stop of the keyboard or reader."""

    def __init__(self, name: str, ink: str = "muted", size: int = 18) -> None:
        super().__init__()
        self._name, self._ink, self._size = name, ink, size
        self.setFixedSize(size, size)

    def show_icon(self, name: str, ink: str) -> None:
        """Show another icon."""
        self._name, self._ink = name, ink
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon in the colours in force."""
        shade = getattr(colours(), self._ink)
        drawn = picture(self._name, shade, self._size, self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, drawn)


def plain_tip(text: str) -> str:
    """Return ``text`` so that a tool tip shows it letter by letter.

    Qt guesses rich text from a leading tag and tool tips have no format to set; with a word joiner
    in front nothing looks like a tag.
    """
    return "\u2060" + text.replace("<", "\u2060<\u2060")
