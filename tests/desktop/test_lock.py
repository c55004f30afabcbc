import os
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.home import VAULT_VARIABLE
from desktop.lock import IDLE_SECONDS, JUMP_SECONDS, IdleWatch, Lock

VAULT = Path("/vaults/Cases.habeas")


class Told:
    """Notes the steps in order."""

    def __init__(self, broken: str = "") -> None:
        self.steps: list[str] = []
        self.replaced: list[tuple[list[str], dict[str, str]]] = []
        self._broken = broken

    def step(self, name: str):
        def do() -> None:
            self.steps.append(name)
            if name == self._broken:
                raise OSError(name)

        return do

    def replace(self, arguments: Any, environment: Any) -> None:
        self.steps.append("replace")
        self.replaced.append((list(arguments), dict(environment)))


def lock(told: Told) -> Lock:
    return Lock(
        hide=told.step("hide"),
        kill_children=told.step("kill"),
        close_vault=told.step("close"),
        replace=told.replace,
        vault=VAULT,
    )


def test_lock_hides_kills_closes_and_becomes_a_fresh_process(app: QApplication):
    told = Told()
    lock(told).now()
    assert told.steps == ["hide", "kill", "close", "replace"]


@pytest.mark.parametrize("broken", ["hide", "kill", "close"])
def test_the_process_is_replaced_whatever_goes_wrong(app: QApplication, broken: str):
    told = Told(broken)
    with pytest.raises(OSError, match=broken):
        lock(told).now()
    assert told.steps[-1] == "replace"


def test_the_fresh_process_learns_the_vault_and_nothing_else(app: QApplication):
    told = Told()
    lock(told).now()
    arguments, environment = told.replaced[0]
    assert environment.pop(VAULT_VARIABLE) == str(VAULT)
    assert environment == {k: v for k, v in os.environ.items() if k != VAULT_VARIABLE}
    assert str(VAULT) not in " ".join(arguments)


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
