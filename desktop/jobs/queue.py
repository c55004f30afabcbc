"""Threads that take work by urgency. No Qt: the signals are put on in :mod:`desktop.jobs.jobs`."""

import itertools
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from queue import PriorityQueue


class Urgency(IntEnum):
    """Who waits for the work; the smaller number goes first."""

    SHOWN = 0  # the eye is on the place where the answer goes
    ASKED = 1  # somebody pressed a button
    LATER = 2


@dataclass(order=True, slots=True)
class Task:
    """One piece of work; tasks of one urgency run in the order they came."""

    urgency: Urgency
    number: int
    work: "Callable[[Task], None]" = field(compare=False)
    key: str = field(compare=False, default="")
    overtaken: bool = field(compare=False, default=False)


class WorkQueue:
    """Runs tasks on its own daemon threads.

    A task with a key is a read whose answer is worth nothing once a newer one of the same key is
    asked for: the older is marked ``overtaken``, and interrupted if it runs. The interrupt can only
    hit that task, since the thread needs the same lock to go on to the next.
    """

    def __init__(self, name: str, threads: int = 1) -> None:
        self.interrupt: Callable[[], None] = _nothing
        self._tasks: PriorityQueue[Task] = PriorityQueue()
        self._numbers = itertools.count()
        self._lock = threading.Lock()
        self._newest: dict[str, Task] = {}
        self._running: dict[int, Task] = {}
        self._idle = threading.Condition(self._lock)
        self._threads = threads
        for at in range(threads):
            threading.Thread(target=self._run, name=f"{name}-{at}", daemon=True).start()

    def put(self, work: Callable[[Task], None], urgency: Urgency, key: str = "") -> Task:
        """Queue ``work``, which is called with its task; return that task."""
        task = Task(urgency, next(self._numbers), work, key)
        with self._lock:
            if key:
                self._overtake(self._newest.get(key))
                self._newest[key] = task
        self._tasks.put(task)
        return task

    def settle(self, seconds: float) -> bool:
        """Drop what waits; wait ``seconds`` at most for what runs; tell whether all has ended."""
        with self._idle:
            self._drop_waiting()
            return self._idle.wait_for(lambda: not self._running, timeout=seconds)

    def end(self) -> None:
        """Let the threads go when what waits is done."""
        for _ in range(self._threads):
            self.put(_leave, Urgency.LATER)

    def _overtake(self, task: Task | None) -> None:
        if task is None:
            return
        task.overtaken = True
        if task in self._running.values():
            self.interrupt()

    def _drop_waiting(self) -> None:
        while not self._tasks.empty():
            self._tasks.get_nowait()

    def _run(self) -> None:
        me = threading.get_ident()
        while (task := self._tasks.get()).work is not _leave:
            with self._lock:
                self._running[me] = task
            try:
                task.work(task)
            finally:
                with self._idle:
                    del self._running[me]
                    if self._newest.get(task.key) is task:
                        del self._newest[task.key]
                    self._idle.notify_all()


def _leave(_task: Task) -> None:
    """Stand for the wish that a thread may go; it is never called."""


def _nothing() -> None:
    """Interrupt nobody: no vault is open yet."""
