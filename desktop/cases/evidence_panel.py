"""Shows the evidence for one line: quotations with their places, disputed values side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.cases.evidence import Finding, Quote, Value
from desktop.theme.tokens import XS, XXS, L, M, S
from desktop.widgets.buttons import Button
from desktop.widgets.labels import ElidedLabel, Ink, label, paragraph

_HEIGHT = 196


class EvidencePanel(QFrame):
    """A card at the foot of the page; Esc or its button closes it."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setFixedHeight(_HEIGHT)
        self._title = ElidedLabel("", "body", "semibold")
        self._close = Button(self.tr("Close the evidence"), "close", "x", shown="")
        self._close.clicked.connect(self._leave)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(self.tr("Evidence"))
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, S, S, S)
        column.setSpacing(XS)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        self.hide()

    def show_findings(self, title: str, findings: Sequence[Finding]) -> None:
        """Show what ``title`` rests on."""
        self._title.setText(self.tr("Evidence: {title}").format(title=title))
        inside = QWidget()
        inside.setObjectName("bare")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, S, 0)
        column.setSpacing(M)
        for finding in findings:
            column.addLayout(_finding(finding))
        column.addStretch()
        self._area.setWidget(inside)
        self._area.setAccessibleDescription(_in_words(findings))
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)

    def _leave(self) -> None:
        self.hide()
        self.closed.emit()


def _finding(finding: Finding) -> QLayout:
    column = QVBoxLayout()
    column.setSpacing(XS)
    ink: Ink = "warn" if finding.disputed else "text"
    column.addWidget(paragraph(finding.head, "caption", "semibold", ink))
    row = QHBoxLayout()
    row.setSpacing(L)
    for value in finding.values:
        row.addLayout(_value(value), 1)
    column.addLayout(row)
    return column


def _value(value: Value) -> QLayout:
    column = QVBoxLayout()
    column.setSpacing(XS)
    if value.text:
        column.addWidget(paragraph(value.text, "body", "semibold"))
    for quote in value.quotes:
        column.addLayout(_quote(quote))
    column.addStretch()
    return column


def _quote(quote: Quote) -> QLayout:
    row = QHBoxLayout()
    row.setSpacing(S)
    if quote.mark:
        row.addWidget(
            label(quote.mark, "caption", "semibold", "accent"), 0, Qt.AlignmentFlag.AlignTop
        )
    words = QVBoxLayout()
    words.setSpacing(XXS)
    if quote.words:
        words.addWidget(paragraph(quote.words))
    words.addWidget(paragraph(quote.place, "caption", ink="muted"))
    row.addLayout(words, 1)
    return row


def _in_words(findings: Sequence[Finding]) -> str:
    """Return all findings as one text, for screen readers."""
    lines = [
        f"{finding.head} {value.text} {quote.mark} {quote.words} {quote.place}"
        for finding in findings
        for value in finding.values
        for quote in value.quotes
    ]
    return "\n".join(" ".join(line.split()) for line in lines)
