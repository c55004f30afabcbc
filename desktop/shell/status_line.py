"""The line at the foot: what is saved, that it is encrypted, when the program locks."""

from PySide6.QtCore import QLocale, QTime, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.theme.tokens import L, M
from desktop.widgets.labels import label


class StatusLine(QFrame):
    """Three quiet sentences."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self._left = label(self.tr("Encrypted on this computer"), "caption", ink="muted")
        self._middle = label("", "caption", ink="muted")
        self._right = label("", "caption", ink="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(M + 2, 5, M + 2, 5)
        row.addWidget(self._left)
        row.addStretch()
        row.addWidget(self._middle)
        row.addSpacing(L)
        row.addWidget(self._right)

    @Slot()
    def note_saved(self) -> None:
        """Say that something was saved just now."""
        moment = QLocale().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat)
        self._left.setText(self.tr("Saved {time} · encrypted on this computer").format(time=moment))

    @Slot(int)
    def show_backup(self, days: int) -> None:
        """Say how old the last backup is, in whole days; -1 means that there is none."""
        words = self.tr("Backup %n day(s) old", "", days) if days >= 0 else self.tr("No backup yet")
        self._middle.setText(words)

    @Slot(int)
    def show_remaining(self, minutes: int) -> None:
        """Say in how many minutes the program locks when nobody touches it."""
        self._right.setText(self.tr("Locks in %n min", "", minutes))
