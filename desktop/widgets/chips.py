"""One choice out of a few, side by side. Readers announce them as radio buttons."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from desktop.theme.fonts import font
from desktop.theme.scheme import colour
from desktop.theme.tokens import FOCUS, S

_SIDE, _ABOVE = 10, 5


class Chip(QRadioButton):
    """A radio button drawn as a pill."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setFont(font("caption", "medium"))
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room the word needs, with the heavier face it gets when chosen."""
        metrics = QFontMetrics(font("caption", "semibold"))
        width = metrics.horizontalAdvance(self.text()) + 2 * _SIDE
        return QSize(width, metrics.height() + 2 * _ABOVE)

    def minimumSizeHint(self) -> QSize:
        """Return the full size: a word cut in the middle says nothing."""
        return self.sizeHint()

    def hitButton(self, _where: object) -> bool:
        """Take a click anywhere on the pill."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill in the colours in force."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        edge = "accent" if chosen or self.hasFocus() else "border_strong"
        painter.setPen(QPen(colour(edge), FOCUS if self.hasFocus() else 1))
        painter.setBrush(colour("selection" if chosen else "surface"))
        pill = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(colour("accent" if chosen else "muted"))
        painter.setFont(font("caption", "semibold" if chosen else "medium"))
        painter.drawText(
            self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, self.text()
        )


class Chips(QWidget):
    """A row of chips of which one is chosen."""

    chosen = Signal(str)

    def __init__(self, choices: dict[str, str]) -> None:
        """Lay out ``choices``, key to word; the first is chosen."""
        super().__init__()
        self._group = QButtonGroup(self)
        self._keys = list(choices)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S - 2)
        for at, word in enumerate(choices.values()):
            chip = Chip(word)
            chip.setChecked(at == 0)
            self._group.addButton(chip, at)
            row.addWidget(chip)
        row.addStretch()
        self._group.idClicked.connect(self._tell)

    @property
    def value(self) -> str:
        """The key of the chip that is chosen."""
        return self._keys[self._group.checkedId()]

    def choose(self, key: str) -> None:
        """Choose the chip ``key`` as a click would."""
        self._group.button(self._keys.index(key)).click()

    @Slot(int)
    def _tell(self, at: int) -> None:
        self.chosen.emit(self._keys[at])
