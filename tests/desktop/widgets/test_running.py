from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from desktop.widgets.buttons import Button
from desktop.widgets.running import Running


def test_it_shows_how_far_work_is(show: Any):
    running = show(Running(), 400, 60)
    bar = running.findChild(QProgressBar)
    running.start("Setting the pages")
    assert (bar.minimum(), bar.maximum()) == (0, 0)
    running.advance(3, 12)
    assert (bar.value(), bar.maximum()) == (3, 12)
    assert bar.accessibleName() == "Setting the pages"
    running.stop()
    assert running.isHidden()


def test_work_can_be_cancelled(show: Any, qtbot: QtBot):
    running = show(Running(), 400, 60)
    running.start("x")
    with qtbot.waitSignal(running.cancelled):
        qtbot.mouseClick(running.findChild(Button), Qt.MouseButton.LeftButton)


def test_work_that_cannot_stop_offers_no_cancel(show: Any):
    running = show(Running(stoppable=False), 400, 60)
    running.start("x")
    assert running.findChild(Button).isHidden()
