"""What Windows says when the worker leaves: locked, disconnected, suspended.

Not checked on Windows. The numbers are those of ``WinUser.h`` and ``WtsApi32.h``.
"""

import ctypes
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

SESSION_CHANGE, POWER, END_SESSION = 0x02B1, 0x0218, 0x0016
SUSPEND = 0x4
CONSOLE_DISCONNECT, REMOTE_DISCONNECT, LOGOFF, LOCKED = 0x2, 0x4, 0x6, 0x7
_THIS_SESSION = 0


class Message(ctypes.Structure):
    """The first fields of ``MSG``; what follows them is not read."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("number", ctypes.c_uint),
        ("wparam", ctypes.c_size_t),
        ("lparam", ctypes.c_ssize_t),
    )


def asks_to_lock(number: int, wparam: int) -> bool:
    """Tell whether the message ``number`` with ``wparam`` means that nobody sits here any more."""
    if number == SESSION_CHANGE:
        return wparam in (CONSOLE_DISCONNECT, REMOTE_DISCONNECT, LOGOFF, LOCKED)
    return (number == POWER and wparam == SUSPEND) or (number == END_SESSION and bool(wparam))


class WindowsSession(QObject):
    """Reads the messages of the main window."""

    lock_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter = _Filter(self)

    def begin(self, window: QWidget) -> None:
        """Ask Windows to tell ``window`` about its session, and read what it is told."""
        if application := QCoreApplication.instance():
            application.installNativeEventFilter(self._filter)
        windows: Any = ctypes  # its WinDLL is known to type checkers on Windows only
        library = windows.WinDLL("wtsapi32")
        library.WTSRegisterSessionNotification(ctypes.c_void_p(int(window.winId())), _THIS_SESSION)

    def read(self, kind: bytes, address: int) -> None:
        """Read the message at ``address``, if it is one of Windows."""
        if kind not in (b"windows_generic_MSG", b"windows_dispatcher_MSG"):
            return
        message = Message.from_address(address)
        if asks_to_lock(message.number, message.wparam):
            self.lock_wanted.emit()


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, session: WindowsSession) -> None:
        super().__init__()
        self._session = session

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Look at a message on its way; let every message through."""
        name = kind.data() if isinstance(kind, QByteArray) else kind
        self._session.read(bytes(name), message)
        return False, 0
