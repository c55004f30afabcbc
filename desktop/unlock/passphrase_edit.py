"""The field for a secret: dots, no suggestions, no undo, and an eye to look at what one types."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QToolButton

from desktop.theme.icons import icon
from desktop.theme.scheme import colours


class PassphraseEdit(QLineEdit):
    """A line that shows dots until its eye is pressed."""

    def __init__(self, accessible_name: str) -> None:
        super().__init__()
        self.setAccessibleName(accessible_name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self._eye = QAction(self.tr("Show what I type"), self, checkable=True)
        self._eye.toggled.connect(self._look)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(self._eye.text())
        self._look(shown=False)

    def take(self) -> str:
        """Return what was typed and empty the field."""
        typed = self.text()
        self.clear()
        self._eye.setChecked(False)
        return typed

    @Slot(bool)
    def _look(self, shown: bool) -> None:  # noqa: FBT001  a Qt slot
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.setIcon(icon("eye-off" if shown else "eye", colours().muted, size=16))
