from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.lock import leaving
from desktop.lock.bus_signals import BusSignals
from desktop.lock.leaving import Leaving


@pytest.fixture(autouse=True)
def _no_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BusSignals, "begin", lambda _self: None)


def test_on_linux_the_buses_are_heard(
    app: QApplication, show: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(leaving.sys, "platform", "linux")
    signs = Leaving()
    signs.begin(show(QWidget(), 100, 100))
    with qtbot.waitSignal(signs.lock_wanted, timeout=100):
        signs.findChild(BusSignals).lock_wanted.emit()


def test_elsewhere_nobody_tells(app: QApplication, show: Any, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(leaving.sys, "platform", "darwin")
    signs = Leaving()
    signs.begin(show(QWidget(), 100, 100))
    assert signs.children() == []
