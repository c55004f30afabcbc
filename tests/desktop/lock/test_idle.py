from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.home import IDLE_MINUTES
from desktop.lock.idle import JUMP_SECONDS, TICK_MILLISECONDS, IdleWatch

IDLE_SECONDS = IDLE_MINUTES * 60


class Clocks:
    def __init__(self) -> None:
        self.monotonic, self.wall = 1000.0, 1_700_000_000.0

    def run(self, seconds: float) -> None:
        self.monotonic += seconds
        self.wall += seconds


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def watch(app: QApplication, clocks: Clocks) -> IdleWatch:
    return IdleWatch(monotonic=lambda: clocks.monotonic, wall=lambda: clocks.wall)


def test_nobody_there_for_three_minutes_locks(watch: IdleWatch, clocks: Clocks, qtbot: QtBot):
    clocks.run(IDLE_SECONDS - 1)
    with qtbot.assertNotEmitted(watch.expired):
        watch.look()
    clocks.run(1)
    with qtbot.waitSignal(watch.expired, timeout=100):
        watch.look()


@pytest.mark.parametrize(
    "sign", [QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.Wheel, QEvent.Type.TouchBegin]
)
def test_a_sign_of_life_starts_the_time_again(
    watch: IdleWatch, clocks: Clocks, qtbot: QtBot, sign: Any
):
    clocks.run(IDLE_SECONDS - 1)
    assert watch.eventFilter(QObject(), QEvent(sign)) is False
    clocks.run(IDLE_SECONDS - 1)
    with qtbot.assertNotEmitted(watch.expired):
        watch.look()


def test_a_repaint_is_no_sign_of_life(watch: IdleWatch, clocks: Clocks, qtbot: QtBot):
    clocks.run(IDLE_SECONDS - 1)
    watch.eventFilter(QObject(), QEvent(QEvent.Type.Paint))
    clocks.run(2)
    with qtbot.waitSignal(watch.expired, timeout=100):
        watch.look()


def test_a_machine_that_slept_locks(watch: IdleWatch, clocks: Clocks, qtbot: QtBot):
    clocks.run(5)
    clocks.wall += JUMP_SECONDS + 1
    with qtbot.waitSignal(watch.expired, timeout=100):
        watch.look()


def test_a_clock_that_is_set_a_little_does_not(watch: IdleWatch, clocks: Clocks, qtbot: QtBot):
    clocks.run(5)
    clocks.wall += JUMP_SECONDS - 1
    with qtbot.assertNotEmitted(watch.expired):
        watch.look()
    clocks.wall -= 3600  # set back: nobody slept
    with qtbot.assertNotEmitted(watch.expired):
        watch.look()


@pytest.mark.parametrize(("passed", "minutes"), [(0, 3), (61, 2), (119, 2), (121, 1), (179, 1)])
def test_minutes_left_are_rounded_up(
    watch: IdleWatch, clocks: Clocks, qtbot: QtBot, passed: Any, minutes: Any
):
    clocks.run(passed)
    with qtbot.waitSignal(watch.remaining, timeout=100) as told:
        watch.look()
    assert told.args == [minutes]


@pytest.mark.parametrize("minutes", [1, 15])
def test_the_user_says_how_long(watch: IdleWatch, clocks: Clocks, qtbot: QtBot, minutes: int):
    watch.allow(minutes)
    clocks.run(minutes * 60 - 1)
    with qtbot.assertNotEmitted(watch.expired):
        watch.look()
    clocks.run(1)
    with qtbot.waitSignal(watch.expired, timeout=100):
        watch.look()


def test_the_look_comes_within_five_seconds_of_the_limit():
    assert TICK_MILLISECONDS <= 5_000
