"""Garbage is collected in the window's thread only."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.jobs.collecting import Collector, collect_due


class Loop:
    """An object that only the collector can free; it tells in which thread."""

    def __init__(self, freed: list[int]) -> None:
        self.me = self
        weakref.finalize(self, lambda: freed.append(threading.get_ident()))


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    enabled = gc.isenabled()
    gc.collect()
    yield
    (gc.enable if enabled else gc.disable)()


def litter(freed: list[int]) -> None:
    """Let another thread allocate far more than the collector's limit."""

    def work() -> None:
        kept = [Loop(freed) for _ in range(20_000)]
        del kept
        _ = [[number] for number in range(20_000)]

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_no_other_thread_collects(qtbot: QtBot) -> None:
    freed: list[int] = []
    collector = Collector()
    litter(freed)
    assert freed == []
    qtbot.waitUntil(lambda: len(freed) == 20_000, timeout=5000)
    assert set(freed) == {threading.get_ident()}
    collector.deleteLater()


def test_control_by_itself_python_collects_anywhere() -> None:
    freed: list[int] = []
    gc.enable()
    litter(freed)
    assert set(freed) - {threading.get_ident()}


def test_nothing_due_is_left_alone() -> None:
    gc.disable()
    gc.collect()
    before = [generation["collections"] for generation in gc.get_stats()]
    collect_due()
    assert [generation["collections"] for generation in gc.get_stats()] == before
