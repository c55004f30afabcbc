"""The lines of a tab: icons on a thread, date, title, a sentence, the marks of the sources."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from desktop.cases.entry import Entry
from desktop.cases.entry_delegate import ENTRY, EntryDelegate

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class EntryTable(QAbstractListModel):
    """A list model over the lines of one tab."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[Entry] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line, its title, or the whole of it in words."""
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.whole
        return None


class EntryList(QListView):
    """Tells which line somebody wants the evidence of: by a click, by Enter, or by moving on."""

    opened = Signal(object)
    """The entry that was clicked or entered."""
    passed = Signal(object)
    """The entry that became current."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bare")
        self._table = EntryTable()
        self.setModel(self._table)
        self.setItemDelegate(EntryDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._pass)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these lines from the top."""
        self._table.show(entries)
        self.scrollToTop()

    def open_row(self, row: int) -> None:
        """Make a line current and open it, as Enter does."""
        self.setCurrentIndex(self._table.index(row))
        self._open(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the lines out again: the height of a sentence hangs on the width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current line on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ENTRY))

    @Slot(QModelIndex, QModelIndex)
    def _pass(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.passed.emit(current.data(ENTRY))
