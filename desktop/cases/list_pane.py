"""The list of cases: search as one types, filters, rows."""

from array import array

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
)

from desktop.cases.row_view import RowView
from desktop.cases.table import CaseTable
from desktop.forms.words import country_name, word
from desktop.theme.icons import icon
from desktop.theme.scheme import colours
from desktop.theme.tokens import L, M, S
from desktop.widgets.chips import Chips
from desktop.widgets.choice import Choice
from desktop.widgets.labels import label, paragraph, rule
from models.values.country import Country

DEBOUNCE = 100
"""Milliseconds of rest after a key before the vault is asked."""

_CHIPS = ("held", "at_liberty", "unknown")


class ListPane(QFrame):
    """Asks by ``wanted``, shows what it is given, tells which case is current."""

    wanted = Signal()
    """Query, custody or country changed: read the ids again."""
    case_chosen = Signal(int)

    def __init__(self, table: CaseTable) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.setMinimumWidth(280)
        self.setMaximumWidth(460)
        self.table = table
        self.search = self._search()
        self.custody = Chips({"": self.tr("All"), **{c: word("custody", c) for c in _CHIPS}})
        self.country = Choice(self.tr("Country"))
        self.country.offer([(None, self.tr("All countries"))])
        self.list = self._list()
        self._count = label("", "caption", ink="muted")
        self._empty = paragraph("", ink="muted")
        self._pause = QTimer(self, singleShot=True, interval=DEBOUNCE)
        self._keep = 0
        self._lay_out()
        self._connect()

    @property
    def query(self) -> str:
        """What is being searched for."""
        return self.search.text().strip()

    @property
    def filtered(self) -> bool:
        """Whether the list shows less than all cases."""
        return bool(self.query or self.custody.value or self.country.value)

    def offer_countries(self, countries: tuple[Country, ...]) -> None:
        """List the countries to filter by."""
        named = sorted((country_name(country), country) for country in countries)
        self.country.offer(
            [(None, self.tr("All countries")), *((country, name) for name, country in named)]
        )

    def show_ids(self, ids: "array[int]") -> None:
        """List these cases; the current one stays current where it is still among them."""
        current = self.current
        self.table.show(ids)
        self._count.setText(self.tr("%n case(s)", "", len(ids)))
        self._empty.setText(
            self.tr("Nothing matches. Search another spelling, or take a filter away.")
            if self.filtered
            else self.tr("This vault holds no cases yet.")
        )
        self._empty.setVisible(not ids)
        self.list.setVisible(bool(ids))
        self.select(self._keep or current)
        self._keep = 0

    def select(self, case_id: int) -> None:
        """Make a case current; where the list does not show it, the first one."""
        row = max(self.table.row_of(case_id), 0)
        if self.table.rowCount():
            self.list.setCurrentIndex(self.table.index(row))

    def reveal(self, case_id: int) -> None:
        """Show a case even where the filters hide it."""
        if self.table.row_of(case_id) >= 0:
            self.select(case_id)
            return
        self._keep = case_id
        self.search.clear()
        self.country.choose(None)
        self.custody.choose("")
        self.wanted.emit()

    @property
    def current(self) -> int:
        """The id of the current case, 0 for none."""
        index = self.list.currentIndex()
        return self.table.case_id(index.row()) if index.isValid() else 0

    def dress(self) -> None:
        """Draw icons in the colours in force."""
        self._glass.setIcon(icon("search", colours().muted, size=16))

    def _search(self) -> QLineEdit:
        search = QLineEdit()
        search.setPlaceholderText(self.tr("Search name, union, place, reference…"))
        search.setAccessibleName(self.tr("Search cases"))
        search.setClearButtonEnabled(True)
        self._glass = search.addAction(
            icon("search", colours().muted, size=16), QLineEdit.ActionPosition.LeadingPosition
        )
        return search

    def _list(self) -> RowView:
        view = RowView()
        view.setAccessibleName(self.tr("Cases"))
        view.setModel(self.table)
        return view

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(label(self.tr("Cases"), "title", "semibold"))
        head.addWidget(self._count, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.country, 1)
        top = QVBoxLayout()
        top.setContentsMargins(L, L, L, M)
        top.setSpacing(M)
        top.addLayout(head)
        top.addWidget(self.search)
        top.addWidget(self.custody)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(rule())
        self._empty.setContentsMargins(L, L, L, L)
        self._empty.hide()
        column.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.list, 1)
        column.addStretch()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._pause.start)
        self.search.returnPressed.connect(self.list.setFocus)
        self._pause.timeout.connect(self.wanted)
        self.custody.chosen.connect(self.wanted)
        self.country.picked.connect(self.wanted)
        self.list.selectionModel().currentChanged.connect(self._tell)
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)

    @Slot(QModelIndex, QModelIndex)
    def _tell(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.case_chosen.emit(self.table.case_id(current.row()))
