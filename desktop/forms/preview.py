"""The first page of a document that was made, as a sheet of paper on the page."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme.fonts import font
from desktop.theme.scheme import colour
from desktop.theme.tokens import L
from models.desk import PagePicture

SHARP = 2
"""Pixels drawn for each logical one, so that print stays legible when the window is large."""

WIDTH = 520
_PAPER = (210, 297)


class Preview(QWidget):
    """Paints the page picture to fit; before there is one, a blank sheet with a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._sentence = self.tr("The first page appears here.")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self._sentence)

    def sizeHint(self) -> QSize:
        """Return the size of a sheet that can be read."""
        return QSize(WIDTH, WIDTH * _PAPER[1] // _PAPER[0])

    def show_page(self, page: PagePicture, name: str) -> None:
        """Show the picture of a page; ``name`` is what readers hear."""
        shape = QImage.Format.Format_RGB888
        image = QImage(page.rgb, page.width, page.height, page.width * 3, shape)
        self._image = image.copy()  # the bytes belong to ``page``
        self.setAccessibleName(name)
        self.update()

    def clear(self) -> None:
        """Show the blank sheet."""
        self._image = QImage()
        self.setAccessibleName(self._sentence)
        self.update()

    @property
    def blank(self) -> bool:
        """Whether no page is on show."""
        return self._image.isNull()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet with a thin edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        sheet = self._sheet()
        painter.setPen(QPen(colour("border")))
        if self.blank:
            painter.setBrush(colour("surface"))
            painter.drawRect(sheet)
            painter.setPen(colour("muted"))
            painter.setFont(font())
            middle = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(sheet.adjusted(L, L, -L, -L), middle, self._sentence)
            return
        painter.drawImage(sheet, self._image)
        painter.drawRect(sheet)

    def _sheet(self) -> QRect:
        """Return the largest sheet that fits, in the middle."""
        across, down = _PAPER if self.blank else (self._image.width(), self._image.height())
        room = self.rect().adjusted(1, 1, -2, -2)
        size = QSize(across, down).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        sheet = QRect(room.topLeft(), size)
        sheet.moveCenter(room.center())
        return sheet
