"""What a Linux desktop says over D-Bus when the worker leaves: suspend, locked screen, other user.

Where there is no bus, nothing
comes, and idle time and Ctrl+L lock as ever. No call waits for its answer. One asks logind to hold
suspend back until the vault is shut (an inhibitor of kind ``delay``).
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCall,
    QDBusPendingCallWatcher,
    QDBusVariant,
)

_LOGIN, _LOGIN_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
_MANAGER, _SESSION = f"{_LOGIN}.Manager", f"{_LOGIN}.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"

SCREEN_SAVERS = tuple(
    f"org.{owner}.ScreenSaver" for owner in ("freedesktop", "gnome", "cinnamon", "mate", "xfce")
)
"""Those who say ``ActiveChanged(true)``; KDE says it as ``org.freedesktop.ScreenSaver``."""


class BusSignals(QObject):
    """Listens to both buses; every reason to lock comes out as one signal."""

    lock_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._delay: QDBusMessage | None = None

    def begin(self) -> None:
        """Ask both buses to tell; a bus that is not there is passed over."""
        if _has_system_bus():
            self._hear_login(QDBusConnection.systemBus())
        if _has_session_bus():
            self._hear_screen(QDBusConnection.sessionBus())

    def _hear_login(self, bus: QDBusConnection) -> None:
        if not bus.isConnected():
            return
        own = session_path(os.environ.get("XDG_SESSION_ID", ""))
        told = _slot("note_truth")
        bus.connect(_LOGIN, _LOGIN_PATH, _MANAGER, "PrepareForSleep", self, told)
        bus.connect(_LOGIN, own, _SESSION, "Lock", self, _slot("note"))
        if own:
            told = _slot("note_properties")
            bus.connect(_LOGIN, own, _PROPERTIES, "PropertiesChanged", self, told)
        self._ask_for_delay(bus)

    def _hear_screen(self, bus: QDBusConnection) -> None:
        if not bus.isConnected():
            return
        for name in SCREEN_SAVERS:
            told = _slot("note_truth")
            bus.connect("", "", name, "ActiveChanged", self, told)

    def _ask_for_delay(self, bus: QDBusConnection) -> None:
        """Hold suspend back for the moment it takes to lock; logind waits 5 s at most."""
        ask = QDBusMessage.createMethodCall(_LOGIN, _LOGIN_PATH, _MANAGER, "Inhibit")
        ask.setArguments(["sleep", "Habeas", "Locks the vault", "delay"])
        self._ask(bus, ask, self._keep_delay)

    @Slot(QDBusPendingCallWatcher)
    def _keep_delay(self, answer: QDBusPendingCall) -> None:
        """Keep the answer: it holds the descriptor that delays, closed when the process is left."""
        self._delay = answer.reply()

    @Slot(QDBusMessage)
    def note(self, _message: QDBusMessage) -> None:
        """Lock: the desktop says so."""
        self.lock_wanted.emit()

    @Slot(QDBusMessage)
    def note_truth(self, message: QDBusMessage) -> None:
        """Lock when a sleep begins or a screen is covered; its end says false."""
        if message.arguments()[:1] == [True]:
            self.lock_wanted.emit()

    @Slot(QDBusMessage)
    def note_properties(self, message: QDBusMessage) -> None:
        """Ask whether our session is still the one on the screen: something of it has changed.

        What has changed stands in the message too, as a dictionary that PySide cannot read.
        """
        ask = QDBusMessage.createMethodCall(_LOGIN, message.path(), _PROPERTIES, "Get")
        ask.setArguments([_SESSION, "Active"])
        self._ask(QDBusConnection.systemBus(), ask, self._note_active)

    @Slot(QDBusPendingCallWatcher)
    def _note_active(self, answer: QDBusPendingCall) -> None:
        """Lock when another user has the screen."""
        active = answer.reply().arguments()[:1]
        if [_plain(value) for value in active] == [False]:
            self.lock_wanted.emit()

    def _ask(
        self,
        bus: QDBusConnection,
        message: QDBusMessage,
        hear: Callable[[QDBusPendingCall], None],
    ) -> None:
        message.setAutoStartService(False)
        watcher = QDBusPendingCallWatcher(bus.asyncCall(message), self)
        watcher.finished.connect(hear)


def _slot(name: str) -> Any:
    """Return a slot of ours as Qt names it: text, though the annotations of PySide say bytes."""
    return SLOT(f"{name}(QDBusMessage)")


def _plain(value: object) -> object:
    return value.variant() if isinstance(value, QDBusVariant) else value


def session_path(session: str) -> str:
    """Return the path under which logind speaks of ``session``, empty for all sessions.

    Letters and digits stay, anything else and a leading digit become ``_`` and two hexadecimal
    digits (``bus_label_escape`` of systemd).
    """
    if not session:
        return ""
    plain = [
        letter if letter.isalpha() or (letter.isdigit() and at) else f"_{ord(letter):02x}"
        for at, letter in enumerate(session)
    ]
    return f"{_LOGIN_PATH}/session/{''.join(plain)}"


def _has_system_bus() -> bool:
    named = "DBUS_SYSTEM_BUS_ADDRESS" in os.environ
    return named or Path("/run/dbus/system_bus_socket").exists()


def _has_session_bus() -> bool:
    """Tell whether a bus runs; asked without one, the bus library would start one."""
    named = "DBUS_SESSION_BUS_ADDRESS" in os.environ
    return named or Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"), "bus").exists()
