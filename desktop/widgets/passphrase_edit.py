"""The field for a secret: dots, an eye to look at what one types, and what the keyboard does."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton

from desktop.theme.icons import icon
from desktop.theme.scheme import colours
from desktop.widgets.keyboard import capitals_locked, script


class PassphraseEdit(QLineEdit):
    """A line that shows dots until its eye is pressed."""

    keyboard_told = Signal(str)
    """Caps Lock and the alphabet, in words; empty when there is nothing to say."""

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
        self._capitals = False
        self.textChanged.connect(self._tell_keyboard)
        self._look(shown=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look whether Caps Lock is on; then type."""
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        locked = capitals_locked(event.text(), shifted=shifted)
        if event.key() == Qt.Key.Key_CapsLock:
            locked = False  # it changes with this very key: the next letter tells
        self._capitals = self._capitals if locked is None else locked
        super().keyPressEvent(event)
        self._tell_keyboard()

    def keyboard_words(self) -> str:
        """Return what the keyboard does that the dots do not show."""
        if not self.text():
            return ""
        said = [self.tr("Caps Lock is on.")] if self._capitals else []
        named = script(self.text())
        if named:
            said.append(self._scripts().get(named, self.tr("Other letters")))
        return " ".join(said)

    @property
    def capitals(self) -> bool:
        """Whether Caps Lock is on, as far as the keys show it."""
        return self._capitals

    @Slot()
    def _tell_keyboard(self) -> None:
        self.keyboard_told.emit(self.keyboard_words())

    def _scripts(self) -> dict[str, str]:
        return {
            "LATIN": self.tr("Latin letters"),
            "CYRILLIC": self.tr("Cyrillic letters"),
            "ARABIC": self.tr("Arabic letters"),
            "GREEK": self.tr("Greek letters"),
            "GEORGIAN": self.tr("Georgian letters"),
        }

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
