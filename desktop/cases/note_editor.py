"""Writing a note on a case; what stands in the field is a draft until it is added."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.theme.tokens import M, S
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button
from desktop.widgets.labels import ElidedLabel
from models.errors import HabeasError

_HEIGHT = 96


class NoteEditor(QWidget):
    """A field of several lines and the button that adds its text to the case."""

    typed = Signal(str)
    """What stands in the field now; sent when the user changes it."""
    wanted = Signal(str)
    """Add this note."""

    def __init__(self) -> None:
        super().__init__()
        self.field = _Field()
        self._add = Button(self.tr("Add note"), "plain", "check")
        self._hint = ElidedLabel(
            self.tr("Kept as you type, also through a lock. Notes never leave the office."),
            "caption",
            ink="muted",
        )
        self.banner = Banner()
        foot = QHBoxLayout()
        foot.setSpacing(M)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.field)
        column.addLayout(foot)
        column.addWidget(self.banner)
        self.field.textChanged.connect(self._tell)
        self.field.finished.connect(self._submit)
        self._add.clicked.connect(self._submit)
        self.setTabOrder(self.field, self._add)
        self.show_text("")

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.field.toPlainText()

    def show_text(self, text: str) -> None:
        """Put ``text`` into the field, without telling."""
        self.field.blockSignals(True)  # noqa: FBT003  Qt's own
        self.field.setPlainText(text)
        self.field.blockSignals(False)  # noqa: FBT003  Qt's own
        self._add.setEnabled(bool(text.strip()))

    @Slot(HabeasError)
    def tell(self, error: HabeasError) -> None:
        """Say why the note could not be added; its text stays."""
        self.banner.tell("danger", str(error))

    @Slot()
    def _tell(self) -> None:
        self.banner.clear()
        self._add.setEnabled(bool(self.text.strip()))
        self.typed.emit(self.text)

    @Slot()
    def _submit(self) -> None:
        if self._add.isEnabled():
            self.wanted.emit(self.text.strip())


class _Field(QPlainTextEdit):
    """Plain lines; Tab goes on to the button, Ctrl+Enter adds."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        words = QCoreApplication.translate("NoteEditor", "A note for the office")
        self.setAccessibleName(words)
        self.setPlaceholderText(words)
        self.setTabChangesFocus(True)
        self.setFixedHeight(_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add on Ctrl+Enter; else type."""
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
            return
        super().keyPressEvent(event)
