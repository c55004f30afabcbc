"""A check box whose tick and edge keep their contrast in both schemes."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from desktop.theme.icons import picture
from desktop.theme.scheme import colour, colours
from desktop.theme.tokens import FOCUS, HIT, S

_BOX, _TICK = 18, 14


class Check(QCheckBox):
    """A yes or no with its sentence."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Return the room for the box and the sentence."""
        width = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(_BOX + S + width + 2 * FOCUS, HIT)

    def hitButton(self, _where: object) -> bool:
        """Take a click on the sentence too."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, tick and sentence in the colours in force."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - _BOX - 1 if rtl else 1
        box = QRectF(left, (self.height() - _BOX) / 2, _BOX, _BOX)
        edge = "accent" if self.hasFocus() or self.isChecked() else "border_strong"
        painter.setPen(QPen(colour(edge), FOCUS if self.hasFocus() else 1))
        painter.setBrush(colour("accent" if self.isChecked() else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            inset = (_BOX - _TICK) / 2
            tick = picture("check", colours().on_accent, _TICK, self.devicePixelRatioF())
            painter.drawPixmap(box.topLeft() + QPointF(inset, inset), tick)
        painter.setPen(colour("text" if self.isEnabled() else "muted"))
        words = self.rect().adjusted(0 if rtl else _BOX + S, 0, -(_BOX + S) if rtl else 0, 0)
        lead = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(lead), self.text())
