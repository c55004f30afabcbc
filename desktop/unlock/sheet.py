"""The card in the middle of the unlock window that every page of it stands on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.theme.tokens import XL, XS, L, M, S
from desktop.widgets.labels import IconLabel, label, paragraph

_WIDTH = 460


class Sheet(QWidget):
    """A page of the unlock window: the mark, a title, a sentence, then what the page adds."""

    def __init__(self, title: str, sentence: str, width: int = _WIDTH) -> None:
        super().__init__()
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(width)
        self.body = QVBoxLayout(card)
        self.body.setContentsMargins(XL, L, XL, L)
        self.body.setSpacing(M)
        self.body.addLayout(_mark())
        self.body.addSpacing(S)
        self.body.addWidget(label(title, "title", "semibold"))
        self.sentence = paragraph(sentence, ink="muted")
        self.body.addWidget(self.sentence)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(S, S, S, S)
        outer.addStretch()
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch()

    def take_focus(self) -> None:
        """Put the cursor where the next thing is typed."""

    def add_field(self, name: str, field: QWidget, *beside: QWidget) -> QLabel:
        """Add ``field`` under its ``name``; return the label, whose mnemonic leads to the field."""
        head = label(name, "caption", "medium")
        head.setBuddy(field)
        group = QVBoxLayout()
        group.setSpacing(XS)
        group.addWidget(head)
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(field, 1)
        for widget in beside:
            row.addWidget(widget)
        group.addLayout(row)
        self.body.addLayout(group)
        return head

    def add_links(self, *links: QWidget) -> None:
        """Add quieter ways out, side by side at the foot."""
        row = QHBoxLayout()
        for widget in links:
            row.addWidget(widget)
        row.addStretch()
        self.body.addLayout(row)


def _mark() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(S)
    row.addWidget(IconLabel("scale", "accent", 22))
    row.addWidget(label("Habeas", "lead", "semibold"))
    row.addStretch()
    return row
