"""Ctrl+L, wherever the keyboard is: a dialog on top would keep it from the window below."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication


class LockKey(QObject):
    """Sees Ctrl+L before any window and any dialog does."""

    pressed = Signal()

    def begin(self, app: QApplication) -> None:
        """Watch every key that reaches ``app``."""
        app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take Ctrl+L away from whoever has the focus; let every other event through."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        # With Ctrl held Qt gives the Latin letter of the key, whatever the layout writes.
        ours = event.key() == Qt.Key.Key_L
        if not ours or event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            return False
        self.pressed.emit()
        return True
