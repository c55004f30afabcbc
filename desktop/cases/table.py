"""The rows of the list: ids of all, contents of the pages last looked at.

A list of 100 000 cases is an array of numbers; rows are asked for by page when a view paints them
and the newest pages are kept. Nothing is sorted or filtered here: the vault does both.
"""

from array import array
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop.cases.row_words import RowWords
from models.views.cases import CaseSummary

PAGE = 128
KEPT = 24

SUMMARY = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class CaseTable(QAbstractListModel):
    """A list model over case ids; ``page_wanted`` asks for rows that a view is about to show."""

    page_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, tuple[CaseSummary | None, ...]] = OrderedDict()
        self._asked: set[int] = set()
        self._words = RowWords()

    def show(self, ids: "array[int]") -> None:
        """List the cases with these ids, and forget all rows."""
        self.beginResetModel()
        self._ids = ids
        self._forget()
        self.endResetModel()

    def refresh(self) -> None:
        """Read the rows again: a record in one of them has changed."""
        self._forget()
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def ids_of(self, page: int) -> "array[int]":
        """Return the ids of the rows of ``page``."""
        return self._ids[page * PAGE : (page + 1) * PAGE]

    def take(self, page: int, ids: "array[int]", rows: Sequence[CaseSummary]) -> None:
        """Keep the rows read for ``page``, unless the list has changed since they were asked."""
        if ids != self.ids_of(page):
            return
        by_id = {row.id: row for row in rows}
        self._asked.discard(page)
        self._pages[page] = tuple(by_id.get(case_id) for case_id in ids)
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        first = page * PAGE
        self.dataChanged.emit(self.index(first), self.index(first + len(ids) - 1))

    def case_id(self, row: int) -> int:
        """Return the id of the case in ``row``."""
        return self._ids[row]

    def row_of(self, case_id: int) -> int:
        """Return the row of a case, -1 when the list does not show it."""
        return self._ids.index(case_id) if case_id in self._ids else -1

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many cases are listed."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the summary, the name or the whole row in words; None while it is being read."""
        row = self._row(index.row())
        if row is None:
            return None
        if role == SUMMARY:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words.whole(row)
        return None

    def _row(self, at: int) -> CaseSummary | None:
        page, place = divmod(at, PAGE)
        if page in self._pages:
            self._pages.move_to_end(page)
            return self._pages[page][place]
        if page not in self._asked:
            self._asked.add(page)
            self.page_wanted.emit(page)
        return None

    def _forget(self) -> None:
        self._pages.clear()
        self._asked.clear()
