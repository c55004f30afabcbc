"""Lock: this process ends and a fresh one takes its place (docs/decisions/0005-lock.md)."""

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from desktop.home import VAULT_VARIABLE
from desktop.program import command

IDLE_SECONDS = 180.0
TICK_MILLISECONDS = 5_000
JUMP_SECONDS = 30.0
"""A wall clock that runs this far ahead of the monotonic one: the machine has slept."""

SETTLE_SECONDS = 2.0
"""How long a running save may take; cut off later, it is rolled back when next opened."""

Replace = Callable[[Sequence[str], Mapping[str, str]], None]

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


class Lock(QObject):
    """Ends the process, in the order that leaves nothing behind."""

    def __init__(
        self,
        *,
        hide: Callable[[], None],
        close_vault: Callable[[], None],
        kill_children: Callable[[], None],
        replace: Replace,
        vault: Path,
    ) -> None:
        super().__init__()
        self._steps = (hide, kill_children, close_vault)
        self._replace, self._vault = replace, vault

    @Slot()
    def now(self) -> None:
        """Take the windows away, end children, close the vault, become a fresh process.

        The last step happens whatever goes wrong before it.
        """
        try:
            for step in self._steps:
                step()
        finally:
            self._replace(command(), {**os.environ, VAULT_VARIABLE: str(self._vault)})


def replace_process(arguments: Sequence[str], environment: Mapping[str, str]) -> None:
    """Become a fresh process. On Windows, which cannot, start one and end at once.

    Memory that held keys and case words goes back to the system; no ``atexit`` runs.
    """
    if sys.platform == "win32":
        import subprocess  # noqa: PLC0415  only here

        subprocess.Popen(list(arguments), env=dict(environment), close_fds=True)  # noqa: S603  ours
        os._exit(0)
    os.execve(arguments[0], list(arguments), dict(environment))  # noqa: S606  the point of it


class IdleWatch(QObject):
    """Tells when nobody has touched the program for a while, or the machine has slept."""

    expired = Signal()
    remaining = Signal(int)
    """Whole minutes until lock, rounded up; sent at every tick."""

    def __init__(
        self,
        limit: float = IDLE_SECONDS,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        super().__init__()
        self._limit, self._monotonic, self._wall = limit, monotonic, wall
        self._touched = monotonic()
        self._lead = wall() - monotonic()
        self._timer = QTimer(self, interval=TICK_MILLISECONDS)
        self._timer.timeout.connect(self.look)

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
