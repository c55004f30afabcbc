"""The system's own signs that the worker leaves, of whatever system this is."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class Leaving(QObject):
    """One signal for locked screens, suspends and other users; silent where nobody tells."""

    lock_wanted = Signal()

    def begin(self, window: QWidget) -> None:
        """Listen from now on; ``window`` is the main window.

        The library of each system is imported only here: no first window waits for it.
        """
        if sys.platform == "win32":
            from desktop.lock.windows_session import WindowsSession  # noqa: PLC0415

            session = WindowsSession(self)
            session.lock_wanted.connect(self.lock_wanted)
            session.begin(window)
        elif sys.platform == "linux":
            from desktop.lock.bus_signals import BusSignals  # noqa: PLC0415

            buses = BusSignals(self)
            buses.lock_wanted.connect(self.lock_wanted)
            buses.begin()
