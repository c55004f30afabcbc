"""Nobody has touched the program for a while, or the machine has slept."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from desktop.home import IDLE_MINUTES

TICK_MILLISECONDS = 5_000
JUMP_SECONDS = 30.0
"""A wall clock that runs this far ahead of the monotonic one: the machine has slept."""

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
    }
)


class IdleWatch(QObject):
    """Tells when nobody has touched the program for a while, or the machine has slept."""

    expired = Signal()
    remaining = Signal(int)
    """Whole minutes until lock, rounded up; sent at every tick."""

    def __init__(
        self,
        minutes: int = IDLE_MINUTES,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        super().__init__()
        self._monotonic, self._wall = monotonic, wall
        self._limit = minutes * 60.0
        self._touched = monotonic()
        self._lead = wall() - monotonic()
        self._timer = QTimer(self, interval=TICK_MILLISECONDS)
        self._timer.timeout.connect(self.look)

    @Slot(int)
    def allow(self, minutes: int) -> None:
        """Lock after so many minutes from now on."""
        self._limit = minutes * 60.0
        self.look()

    def begin(self, app: QApplication) -> None:
        """Watch every key, pointer and touch that reaches ``app``."""
        app.installEventFilter(self)
        self._timer.start()
        self.look()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note a sign of life; let every event through."""
        if event.type() in _SIGNS_OF_LIFE:
            self._touched = self._monotonic()
        return False

    @Slot()
    def look(self) -> None:
        """Compare the clocks; called every five seconds."""
        left = self._limit - (self._monotonic() - self._touched)
        lead = self._wall() - self._monotonic()
        slept, self._lead = lead - self._lead > JUMP_SECONDS, lead
        if left <= 0 or slept:
            self._timer.stop()
            self.expired.emit()
            return
        self.remaining.emit(int(-(-left // 60)))
