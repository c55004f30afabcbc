"""What is copied from our windows: marked as secret, and taken back after half a minute.

Clipboard managers that honour the marks keep no history of it: KDE's, those that copied its hint
(KeePassXC and others set the same), and Windows' own history and cloud.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, QTimer, Slot
from PySide6.QtGui import QClipboard

KEPT_SECONDS = 30.0
TICK_MILLISECONDS = 1_000

_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
NO, YES = (0).to_bytes(4, "little"), (1).to_bytes(4, "little")
MARK = "x-kde-passwordManagerHint"
SECRET = {
    MARK: b"secret",
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): YES,
    _WINDOWS.format("CanIncludeInClipboardHistory"): NO,
    _WINDOWS.format("CanUploadToCloudClipboard"): NO,
}
"""The marks, each with the value that its readers ask for."""


class ClipboardGuard(QObject):
    """Watches the clipboard for what comes from us; what others copied is never touched."""

    def __init__(
        self,
        clipboard: QClipboard,
        parent: QObject | None = None,
        *,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._clipboard, self._monotonic = clipboard, monotonic
        self._copied = 0.0
        self._timer = QTimer(self, interval=TICK_MILLISECONDS)
        self._timer.timeout.connect(self.look)
        clipboard.dataChanged.connect(self._mark)

    @Slot()
    def look(self) -> None:
        """Clear what was copied half a minute ago; called every second while something is there."""
        if self._monotonic() - self._copied >= KEPT_SECONDS:
            self.clear()

    @Slot()
    def clear(self) -> None:
        """Take back what is still ours, also the selection that X11 pastes by the middle button."""
        self._timer.stop()
        if self._is_ours():
            self._clipboard.clear()
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    @Slot()
    def _mark(self) -> None:
        """Put what one of our fields has just copied there again, with the marks."""
        if not self._clipboard.ownsClipboard() or self._is_ours():
            return
        text = self._clipboard.text()
        if not text:
            return
        self._clipboard.setMimeData(_secret(text))
        self._copied = self._monotonic()
        self._timer.start()

    def _is_ours(self) -> bool:
        if not self._clipboard.ownsClipboard():
            return False
        there: QMimeData | None = self._clipboard.mimeData()  # None once it was cleared
        return there is not None and there.hasFormat(MARK)


def _secret(text: str) -> QMimeData:
    """Return ``text`` with the marks, as plain text whatever it was."""
    result = QMimeData()
    result.setText(text)
    for name, value in SECRET.items():
        result.setData(name, value)
    return result
