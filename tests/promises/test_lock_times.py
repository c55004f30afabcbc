"""K5: idle time, suspend and Ctrl+L lock in time, also in the midst of a save that hangs."""

import os
import time
from collections.abc import Callable, Iterator
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything makes an application

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import app as program_module
from desktop.app import Program
from desktop.lock.idle import IdleWatch
from models.casebook import Casebook

BLANK_SECONDS, GONE_SECONDS, SUSPEND_SECONDS, IDLE_SECONDS = 0.3, 1.0, 2.0, 5.0
HANGING_SECONDS = 3.0
PATIENCE = 15_000

KEPT: list[object] = []
"""What has timers: Python would collect it in a working thread, where Qt cannot stop them."""


class Locked:
    """When the last window went, and when the process would have been replaced."""

    def __init__(self) -> None:
        self.blank_at = self.gone_at = 0.0

    def replace(self, _arguments: Any, _environment: Any) -> None:
        self.gone_at = time.monotonic()


@pytest.fixture
def locked() -> Locked:
    return Locked()


@pytest.fixture
def program(
    qapp: QApplication, casebook: Casebook, locked: Locked, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    """The program with an open vault and its windows on show; only its last step is noted."""
    program_module.load_fonts(qapp)
    made = Program(qapp, replace=locked.replace)
    KEPT.append(made)
    blank = made._hide_all

    def note_blank() -> None:
        blank()
        shown = [window for window in qapp.topLevelWidgets() if window.isVisible()]
        locked.blank_at = 0.0 if shown else time.monotonic()

    monkeypatch.setattr(made, "_hide_all", note_blank)
    made._enter(casebook)
    yield made
    made.jobs.settle(2 * HANGING_SECONDS)
    for watcher in (made.idle, made.lock_key):
        qapp.removeEventFilter(watcher)
    qapp.clipboard().dataChanged.disconnect(made.clipboard._mark)
    for window in (made.shell, made.unlock):
        window.close()
        window.deleteLater()


def press(program: Program, qtbot: QtBot) -> float:
    began = time.monotonic()
    qtbot.keyClick(program.shell, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    return began


def begin_hanging_save(program: Program, qtbot: QtBot) -> None:
    begun: list[bool] = []

    def hang(_job: object) -> None:
        begun.append(True)
        time.sleep(HANGING_SECONDS)

    program.jobs.write(hang, parent=program)
    qtbot.waitUntil(lambda: bool(begun))


def test_the_key_blanks_and_the_vault_is_gone(program: Program, locked: Locked, qtbot: QtBot):
    dialog = QWidget()
    dialog.show()
    began = press(program, qtbot)
    assert 0 < locked.blank_at - began <= BLANK_SECONDS
    assert 0 < locked.gone_at - began <= GONE_SECONDS


def test_a_save_that_hangs_holds_nothing_up(program: Program, locked: Locked, qtbot: QtBot):
    begin_hanging_save(program, qtbot)
    began = press(program, qtbot)
    assert 0 < locked.blank_at - began <= BLANK_SECONDS
    assert 0 < locked.gone_at - began <= GONE_SECONDS


def test_waiting_for_such_a_save_is_noticed(
    program: Program, locked: Locked, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    """The control: the same with no limit to the wait."""
    monkeypatch.setattr(program_module, "SETTLE_SECONDS", 2 * HANGING_SECONDS)
    begin_hanging_save(program, qtbot)
    began = press(program, qtbot)
    assert locked.gone_at - began > GONE_SECONDS


def test_suspend_locks(program: Program, locked: Locked):
    began = time.monotonic()
    program.leaving.lock_wanted.emit()
    assert 0 < locked.gone_at - began <= SUSPEND_SECONDS


@pytest.fixture
def watch(qapp: QApplication) -> Callable[[float], IdleWatch]:
    """Make a watch of which so many seconds are left."""

    def made(left: float) -> IdleWatch:
        result = IdleWatch(1)
        KEPT.append(result)
        result._touched -= 60 - left
        return result

    return made


@pytest.mark.slow
def test_nobody_there_locks_in_time(
    watch: Callable[[float], IdleWatch], qapp: QApplication, qtbot: QtBot
):
    watching = watch(0.5)
    began = time.monotonic()
    with qtbot.waitSignal(watching.expired, timeout=PATIENCE):
        watching.begin(qapp)
    qapp.removeEventFilter(watching)
    assert 0.5 <= time.monotonic() - began <= 0.5 + IDLE_SECONDS


@pytest.mark.slow
def test_a_watch_that_looks_too_seldom_is_noticed(
    watch: Callable[[float], IdleWatch], qapp: QApplication, qtbot: QtBot
):
    """The control: the same with a timer of six seconds."""
    watching = watch(0.5)
    watching._timer.setInterval(6_000)
    began = time.monotonic()
    with qtbot.waitSignal(watching.expired, timeout=PATIENCE):
        watching.begin(qapp)
    qapp.removeEventFilter(watching)
    assert time.monotonic() - began > 0.5 + IDLE_SECONDS
