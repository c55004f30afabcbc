"""Asking for work from a window, and hearing the answer in the thread of the windows.

``job = jobs.read(work, parent=self)``; connect ``job.finished`` and ``job.failed``. The answer is
carried into the window's thread before any signal is sent: Qt runs a plain function or lambda in
the thread that sends, and a widget touched there brings the program down.
"""

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from desktop.jobs.queue import Task, Urgency, WorkQueue
from models.errors import HabeasError, SandboxCancelledError

Work = Callable[["Job"], Any]


class Job(QObject):
    """One piece of work that somebody waits for. It dies with the window that asked."""

    finished = Signal(object)
    """The answer."""
    failed = Signal(HabeasError)
    """The work could not be done; the error carries the sentence for the worker."""
    progressed = Signal(int, int)
    """Steps done, of how many."""
    ended = Signal()
    """Finished, failed or cancelled."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._cancelled = Event()
        self._over = False
        self._post: Callable[[str, Any], None] = _drop

    @property
    def over(self) -> bool:
        """Whether it has ended, one way or another."""
        return self._over

    @property
    def cancelled(self) -> bool:
        """Whether nobody wants the answer any more; long work asks now and then."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Give the work up: it stops soon, and neither ``finished`` nor ``failed`` comes."""
        self._cancelled.set()

    def progress(self, done: int, total: int) -> None:
        """Tell how far the work is; called from the working thread."""
        self._post("progressed", (done, total))


class Jobs(QObject):
    """The runner that all windows share."""

    records_changed = Signal(frozenset)
    """The (kind, id) pairs that the last unit of work changed."""
    crashed = Signal(BaseException)
    """Work broke by our own fault; nothing was committed."""
    _posted = Signal(object, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault = WorkQueue("vault")
        self._beside = WorkQueue("beside", threads=2)
        self._waiting: set[Job] = set()  # Python must not collect a job that is being worked on
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def read(
        self, work: Work, *, parent: QObject, key: str = "", urgency: Urgency = Urgency.SHOWN
    ) -> Job:
        """Run ``work`` on the vault's thread; a newer read with the same ``key`` overtakes it."""
        return self._start(self._vault, work, parent, urgency, key)

    def write(self, work: Work, *, parent: QObject) -> Job:
        """Run ``work`` on the vault's thread in its turn; it is never interrupted."""
        return self._start(self._vault, work, parent, Urgency.ASKED, "")

    def beside(self, work: Work, *, parent: QObject) -> Job:
        """Run ``work`` that needs no vault: laying out a PDF, looking at a file."""
        return self._start(self._beside, work, parent, Urgency.ASKED, "")

    def use_interrupt(self, interrupt: Callable[[], None]) -> None:
        """Stop overtaken reads by calling ``interrupt`` of the open vault."""
        self._vault.interrupt = interrupt

    def announce(self, changed: frozenset[tuple[str, int]]) -> None:
        """Pass on what a unit of work changed; called from the vault's thread."""
        self._posted.emit(None, "changed", changed)

    def settle(self, seconds: float) -> bool:
        """Drop what waits, let a running write end; tell whether the vault's thread is free."""
        return self._vault.settle(seconds)

    def end(self) -> None:
        """Let the threads go when what waits is done; nothing may be asked afterwards."""
        self._vault.end()
        self._beside.end()

    def _start(
        self, queue: WorkQueue, work: Work, parent: QObject, urgency: Urgency, key: str
    ) -> Job:
        job = Job(parent)
        job._post = lambda what, value: self._posted.emit(job, what, value)  # noqa: SLF001
        self._waiting.add(job)
        queue.put(lambda task: self._run(job, work, task), urgency, key)
        return job

    def _run(self, job: Job, work: Work, task: Task) -> None:
        """Do the work and post what came of it; runs in the working thread."""
        given_up = task.overtaken or job.cancelled
        what, value = ("ended", None) if given_up else _outcome(job, work)
        # Looked at again: it may have been overtaken or cancelled while it ran.
        given_up = task.overtaken or job.cancelled
        self._posted.emit(job, "ended" if given_up else what, value)

    @Slot(object, str, object)
    def _deliver(self, job: Job | None, what: str, value: Any) -> None:
        """Send the signal in the window's thread, unless the window has gone or gave it up."""
        if job is None:
            self.records_changed.emit(value)
            return
        if what == "progressed":
            if isValid(job) and not job.cancelled:
                job.progressed.emit(*value)
            return
        self._waiting.discard(job)
        job._over = True  # noqa: SLF001  the two are one mechanism
        if not isValid(job):
            return
        if not job.cancelled:
            self._tell(job, what, value)
        job.ended.emit()
        job.deleteLater()

    def _tell(self, job: Job, what: str, value: Any) -> None:
        if what == "finished":
            job.finished.emit(value)
        elif what == "failed":
            job.failed.emit(value)
        elif what == "crashed":
            self.crashed.emit(value)


def _outcome(job: Job, work: Work) -> tuple[str, Any]:
    try:
        return "finished", work(job)
    except SandboxCancelledError:
        return "ended", None
    except HabeasError as error:
        return "failed", error
    except BaseException as error:  # noqa: BLE001  whatever broke, the window must hear of it
        return "crashed", error


def _drop(_what: str, _value: Any) -> None:
    """Post nothing: the job was never started."""
