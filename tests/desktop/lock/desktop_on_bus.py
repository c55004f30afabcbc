"""Plays the desktop on a private bus and prints which of its words made us lock, as JSON.

Only ``test_bus_signals.py`` starts it, under ``dbus-run-session``; both buses are that one.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))
os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
os.environ["XDG_SESSION_ID"] = "2"

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QThread
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant, QDBusVirtualObject

from desktop.lock.bus_signals import SCREEN_SAVERS, BusSignals

LOGIN, PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
OURS, OTHERS = f"{PATH}/session/_32", f"{PATH}/session/_33"
SESSION, PROPERTIES = f"{LOGIN}.Session", "org.freedesktop.DBus.Properties"
SAVER = "/org/freedesktop/ScreenSaver"

WORDS: dict[str, tuple[str, str, str, list[object]]] = {
    "sleep": (PATH, f"{LOGIN}.Manager", "PrepareForSleep", [True]),
    "woken": (PATH, f"{LOGIN}.Manager", "PrepareForSleep", [False]),
    "session locked": (OURS, SESSION, "Lock", []),
    "other session locked": (OTHERS, SESSION, "Lock", []),
    "other user": (OURS, PROPERTIES, "PropertiesChanged", [SESSION, {}, ["Active"]]),
    "same user": (OURS, PROPERTIES, "PropertiesChanged", [SESSION, {}, ["IdleHint"]]),
    "screen shown": (SAVER, SCREEN_SAVERS[0], "ActiveChanged", [False]),
} | {name: (SAVER, name, "ActiveChanged", [True]) for name in SCREEN_SAVERS}


class Logind(QDBusVirtualObject):
    """Notes who asks it to delay; says whether our session has the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.active = True
        self.asked: list[list[object]] = []

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(  # noqa: N802  Qt asks for this name
        self, message: QDBusMessage, bus: QDBusConnection
    ) -> bool:
        if message.member() == "Inhibit":
            self.asked.append(message.arguments())
        if message.member() == "Get" and message.arguments() == [SESSION, "Active"]:
            reply = message.createReply()
            reply.setArguments([QDBusVariant(self.active)])
            bus.send(reply)
        return message.member() in ("Inhibit", "Get")


def wait(app: QCoreApplication, done: Callable[[], bool], milliseconds: int) -> None:
    deadline = QDeadlineTimer(milliseconds)
    while not done() and not deadline.hasExpired():
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QThread.msleep(2)


def main() -> None:
    app = QCoreApplication([])
    desktop = QDBusConnection.connectToBus(os.environ["DBUS_SESSION_BUS_ADDRESS"], "desktop")
    logind = Logind()
    subtree = QDBusConnection.VirtualObjectRegisterOption.SubPath
    desktop.registerVirtualObject(PATH, logind, subtree)
    assert desktop.registerService(LOGIN)
    wants: list[bool] = []
    heard = BusSignals()
    heard.lock_wanted.connect(lambda: wants.append(True))
    heard.begin()
    wait(app, lambda: bool(logind.asked), 3000)
    told = {}
    for name, (path, interface, member, values) in WORDS.items():
        wants.clear()
        logind.active = name != "other user"
        signal = QDBusMessage.createSignal(path, interface, member)
        signal.setArguments(values)
        desktop.send(signal)
        wait(app, lambda: bool(wants), 300)
        told[name] = bool(wants)
    sys.stdout.write(json.dumps({"told": told, "asked": logind.asked}) + "\n")


if __name__ == "__main__":
    main()
