import threading
from collections.abc import Callable
from typing import Any

import pytest

from desktop.jobs.queue import Task, Urgency, WorkQueue

PATIENCE = 5


@pytest.fixture
def held() -> tuple[WorkQueue, threading.Event]:
    """A queue whose only thread is busy until the event is set."""
    queue, go = WorkQueue("test"), threading.Event()
    started = threading.Event()

    def wait(_task: Task) -> None:
        started.set()
        go.wait(PATIENCE)

    queue.put(wait, Urgency.SHOWN)
    started.wait(PATIENCE)
    return queue, go


def noting(order: list[str], word: str) -> Callable[[Task], None]:
    return lambda _task: order.append(word)


def test_urgent_work_goes_first_and_equals_in_turn(held: Any):
    queue, go = held
    order: list[str] = []
    queue.put(noting(order, "later"), Urgency.LATER)
    queue.put(noting(order, "asked"), Urgency.ASKED)
    queue.put(noting(order, "shown 1"), Urgency.SHOWN)
    queue.put(noting(order, "shown 2"), Urgency.SHOWN)
    done = threading.Event()
    queue.put(lambda _task: done.set(), Urgency.LATER)
    go.set()
    assert done.wait(PATIENCE)
    assert order == ["shown 1", "shown 2", "asked", "later"]


def test_a_newer_read_overtakes_one_that_waits(held: Any):
    queue, go = held
    seen: list[bool] = []
    done = threading.Event()
    queue.put(lambda task: seen.append(task.overtaken), Urgency.SHOWN, "list")
    queue.put(lambda task: seen.append(task.overtaken), Urgency.SHOWN, "list")
    queue.put(lambda _task: done.set(), Urgency.SHOWN)
    go.set()
    assert done.wait(PATIENCE)
    assert seen == [True, False]


def test_a_newer_read_interrupts_one_that_runs():
    queue, interrupted, started = WorkQueue("test"), threading.Event(), threading.Event()
    queue.interrupt = interrupted.set

    def read(_task: Task) -> None:
        started.set()
        interrupted.wait(PATIENCE)

    running = queue.put(read, Urgency.SHOWN, "list")
    started.wait(PATIENCE)
    queue.put(lambda _task: None, Urgency.SHOWN, "list")
    assert interrupted.is_set()
    assert running.overtaken


def test_other_work_is_never_interrupted(held: Any):
    queue, go = held
    interrupted = threading.Event()
    queue.interrupt = interrupted.set
    queue.put(lambda _task: None, Urgency.SHOWN, "list")
    queue.put(lambda _task: None, Urgency.SHOWN, "list")
    assert not interrupted.is_set()
    go.set()


def test_work_that_has_ended_is_not_overtaken():
    queue, interrupted, done = WorkQueue("test"), threading.Event(), threading.Event()
    queue.interrupt = interrupted.set
    first = queue.put(lambda _task: None, Urgency.SHOWN, "list")
    queue.put(lambda _task: done.set(), Urgency.SHOWN)
    done.wait(PATIENCE)
    queue.put(lambda _task: None, Urgency.SHOWN, "list")
    assert not first.overtaken
    assert not interrupted.is_set()


def test_settling_drops_what_waits_and_waits_for_what_runs(held: Any):
    queue, go = held
    ran: list[str] = []
    queue.put(noting(ran, "dropped"), Urgency.SHOWN)
    assert not queue.settle(0.05)
    go.set()
    assert queue.settle(PATIENCE)
    assert ran == []


def test_work_that_breaks_does_not_stop_the_thread(monkeypatch: pytest.MonkeyPatch):
    seen: list[object] = []
    monkeypatch.setattr(threading, "excepthook", seen.append)
    queue, done = WorkQueue("test", threads=2), threading.Event()
    queue.put(lambda _task: done.set(), Urgency.SHOWN)
    assert done.wait(PATIENCE)
    assert seen == []


def test_the_threads_end_after_what_waits() -> None:
    queue, done = WorkQueue("ending", threads=2), threading.Event()
    queue.put(lambda _task: done.set(), Urgency.LATER)
    queue.end()
    mine = [thread for thread in threading.enumerate() if thread.name.startswith("ending-")]
    for thread in mine:
        thread.join(5)
    assert done.is_set()
    assert not any(thread.is_alive() for thread in mine)
