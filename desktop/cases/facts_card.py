"""Four facts about a case at a glance: four in a row, two by two where it is narrow."""

from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme.tokens import L, M, S
from desktop.widgets.labels import IconLabel, label, paragraph

_WIDE = 600
_FACTS = 4


@dataclass(frozen=True, slots=True)
class Fact:
    """A heading, what it is, and as of when."""

    icon: str
    head: str
    value: str
    line: str


class FactsCard(QFrame):
    """The card; it keeps its cells and changes their words."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(L, M + 2, L, M)
        self._grid.setHorizontalSpacing(M)
        self._grid.setVerticalSpacing(M)
        self._cells = [_Cell() for _ in range(_FACTS)]
        self._columns = 0
        self._lay_out(_FACTS)

    def show_facts(self, facts: list[Fact]) -> None:
        """Show these four."""
        for cell, fact in zip(self._cells, facts, strict=True):
            cell.show_fact(fact)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between a row and a square."""
        super().resizeEvent(event)
        self._lay_out(_FACTS if self.width() >= _WIDE else 2)

    def _lay_out(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, cell in enumerate(self._cells):
            self._grid.removeWidget(cell)
            self._grid.addWidget(cell, at // columns, at % columns)
        for column in range(_FACTS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


class _Cell(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("info")
        self._head = label("", "caption", ink="muted")
        self._value = paragraph("", "body", "semibold")
        self._line = paragraph("", "caption", ink="muted")
        words = QVBoxLayout()
        words.setSpacing(1)
        for line in (self._head, self._value, self._line):
            words.addWidget(line)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        column = QVBoxLayout()
        column.addWidget(self._icon)
        column.addStretch()
        row.addLayout(column)
        row.addLayout(words, 1)

    def show_fact(self, fact: Fact) -> None:
        self._icon.show_icon(fact.icon, "muted")
        self._head.setText(fact.head)
        self._value.setText(fact.value)
        self._line.setText(fact.line)
