"""A sentence the worker should see: an error, a result, a warning; it stays until cleared."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme.tokens import M, S, Tone
from desktop.widgets.labels import IconLabel, label, paragraph, set_ink

_ICONS: dict[Tone, str] = {
    "danger": "triangle-alert",
    "warn": "triangle-alert",
    "ok": "circle-check",
    "info": "info",
    "neutral": "info",
}


class Banner(QFrame):
    """A coloured strip with an icon, a headline and a line below; hidden until told something."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._icon = IconLabel("info", "info", 20)
        self._head = paragraph("", "body", "semibold")
        self._line = paragraph("", "caption")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._head)
        words.addWidget(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(M, S, M, S)
        row.setSpacing(M)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        self.hide()

    def tell(self, tone: Tone, head: str, line: str = "") -> None:
        """Show ``head``, and ``line`` below it, in the colours of ``tone``."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self._icon.show_icon(_ICONS[tone], tone)
        set_ink(self._head, tone)
        self._head.setText(head)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self.setAccessibleName(f"{head} {line}".strip())
        self.show()

    def clear(self) -> None:
        """Take the sentence away."""
        self.hide()

    @property
    def told(self) -> str:
        """The headline on show, empty when there is none."""
        return "" if self.isHidden() else self._head.text()


class Ribbon(QFrame):
    """A line across the whole window that nobody can close."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setObjectName("ribbon")
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(M, 4, M, 4)
        row.setSpacing(S)
        row.addStretch()
        row.addWidget(IconLabel("triangle-alert", "warn", 16))
        row.addWidget(label(text, "caption", "semibold", "warn"))
        row.addStretch()
