"""What is going on, how far it is, and a way to stop it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.theme.tokens import XS, M
from desktop.widgets.buttons import Button
from desktop.widgets.labels import label


class Running(QWidget):
    """A progress bar with its sentence and, where work can stop, Cancel; hidden at other times."""

    cancelled = Signal()

    def __init__(self, *, stoppable: bool = True) -> None:
        super().__init__()
        self._line = label("", "caption", ink="muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.stop_button = Button(self.tr("Cancel"))
        self.stop_button.clicked.connect(self.cancelled)
        left = QVBoxLayout()
        left.setSpacing(XS)
        left.addWidget(self._line)
        left.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(M)
        row.addLayout(left, 1)
        row.addWidget(self.stop_button)
        self.stop_button.setVisible(stoppable)
        self.hide()

    def start(self, sentence: str) -> None:
        """Show ``sentence`` with a bar that moves without saying how far."""
        self._line.setText(sentence)
        self._bar.setAccessibleName(sentence)
        self._bar.setRange(0, 0)
        self.show()

    @Slot(int, int)
    def advance(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` steps are behind; 0 in all means nobody knows."""
        self._bar.setRange(0, max(total, 0))
        self._bar.setValue(min(done, total))

    def stop(self) -> None:
        """The work has ended."""
        self.hide()
