"""A drop-down list whose arrow takes the colours of the scheme."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate

from desktop.theme.icons import picture
from desktop.theme.scheme import colours

_ARROW, _INSET = 16, 8


class Choice(QComboBox):
    """One value out of a list of (value, word); ``picked`` tells the value the user took."""

    picked = Signal(object)

    def __init__(self, accessible_name: str) -> None:
        super().__init__()
        self.setAccessibleName(accessible_name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        # The combo box's own painter of rows does not read the style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.activated.connect(self._tell)

    def offer(self, choices: Iterable[tuple[object, str]]) -> None:
        """List ``choices``; the value chosen before stays chosen where it is still there."""
        before = self.currentData()
        self.clear()
        for value, word in choices:
            self.addItem(word, value)
        self.choose(before)

    def choose(self, value: object) -> None:
        """Choose ``value`` without telling; without such a value, the first."""
        values = [self.itemData(at) for at in range(self.count())]
        self.setCurrentIndex(values.index(value) if value in values else 0)

    @property
    def value(self) -> object:
        """The chosen value, None for an empty list."""
        return self.currentData()

    @Slot(int)
    def _tell(self, _at: int) -> None:
        self.picked.emit(self.currentData())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box as Qt does, then the arrow."""
        super().paintEvent(event)
        arrow = picture("chevron-down", colours().muted, _ARROW, self.devicePixelRatioF())
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = _INSET if rtl else self.width() - _ARROW - _INSET
        QPainter(self).drawPixmap(left, (self.height() - _ARROW) // 2, arrow)
