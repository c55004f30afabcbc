import threading
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.jobs.jobs import Jobs
from models.errors import RecordError, SandboxCancelledError

PATIENCE = 5_000


@pytest.fixture
def parent(app: QApplication) -> QObject:
    return QObject()


def test_an_answer_comes_in_the_thread_of_the_windows(jobs: Jobs, parent: QObject, qtbot: QtBot):
    worked, heard = [], []
    job = jobs.read(lambda _job: worked.append(threading.get_ident()) or 42, parent=parent)
    # A lambda: the case in which Qt alone would run it in the working thread.
    job.finished.connect(lambda answer: heard.append((answer, QThread.currentThread())))
    with qtbot.waitSignal(job.ended, timeout=PATIENCE):
        pass
    assert heard == [(42, QCoreApplication.instance().thread())]
    assert worked[0] != threading.get_ident()


def test_one_thread_owns_the_vault(jobs: Jobs, parent: QObject, qtbot: QtBot):
    threads: set[int] = set()
    made = [
        jobs.read(lambda _job: threads.add(threading.get_ident()), parent=parent) for _ in range(5)
    ]
    made.append(jobs.write(lambda _job: threads.add(threading.get_ident()), parent=parent))
    qtbot.waitUntil(lambda: all(job.over for job in made), timeout=PATIENCE)
    assert len(threads) == 1


def test_an_error_of_ours_becomes_a_signal(jobs: Jobs, parent: QObject, qtbot: QtBot):
    def fail(_job: object) -> None:
        raise RecordError("This cannot be.")

    job = jobs.read(fail, parent=parent)
    with qtbot.waitSignal(job.failed, timeout=PATIENCE) as told:
        pass
    assert str(told.args[0]) == "This cannot be."


def test_a_fault_of_ours_is_told_once_for_all(app: QApplication, parent: QObject, qtbot: QtBot):
    runner = Jobs()
    with qtbot.waitSignal(runner.crashed, timeout=PATIENCE) as told:
        runner.read(lambda _job: 1 // 0, parent=parent)
    assert isinstance(told.args[0], ZeroDivisionError)


def test_progress_arrives_in_order(jobs: Jobs, parent: QObject, qtbot: QtBot):
    seen: list[tuple[int, int]] = []

    def work(job: Any) -> None:
        for done in range(4):
            job.progress(done, 3)

    job = jobs.beside(work, parent=parent)
    job.progressed.connect(lambda done, total: seen.append((done, total)))
    with qtbot.waitSignal(job.ended, timeout=PATIENCE):
        pass
    assert seen == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_an_answer_for_a_closed_window_is_dropped(jobs: Jobs, app: QApplication, qtbot: QtBot):
    go, heard = threading.Event(), []
    window = QObject()
    job = jobs.read(lambda _job: go.wait(5), parent=window)
    job.finished.connect(heard.append)
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    go.set()
    qtbot.waitUntil(lambda: job.over, timeout=PATIENCE)
    assert heard == []


def test_cancelled_work_says_neither_yes_nor_no(jobs: Jobs, parent: QObject, qtbot: QtBot):
    go, heard = threading.Event(), []

    def work(job: Any) -> str:
        go.wait(5)
        assert job.cancelled
        raise SandboxCancelledError("stopped")

    job = jobs.beside(work, parent=parent)
    job.finished.connect(heard.append)
    job.failed.connect(heard.append)
    job.cancel()
    go.set()
    qtbot.waitUntil(lambda: job.over, timeout=PATIENCE)
    assert heard == []


def test_an_overtaken_read_is_never_heard(jobs: Jobs, parent: QObject, qtbot: QtBot):
    go, heard = threading.Event(), []
    jobs.use_interrupt(go.set)
    first = jobs.read(lambda _job: go.wait(5) and "old", parent=parent, key="list")
    first.finished.connect(heard.append)
    second = jobs.read(lambda _job: "new", parent=parent, key="list")
    second.finished.connect(heard.append)
    qtbot.waitUntil(lambda: first.over and second.over, timeout=PATIENCE)
    assert heard == ["new"]


def test_an_interrupted_read_that_breaks_is_no_fault(jobs: Jobs, parent: QObject, qtbot: QtBot):
    go = threading.Event()
    jobs.use_interrupt(go.set)

    def read(_job: object) -> None:
        go.wait(5)
        raise OSError("interrupted")

    first = jobs.read(read, parent=parent, key="list")
    jobs.read(lambda _job: None, parent=parent, key="list")
    qtbot.waitUntil(lambda: first.over, timeout=PATIENCE)  # the fixture asserts: no crash


def test_changes_reach_the_windows(jobs: Jobs, qtbot: QtBot):
    changed = frozenset({("case", 7)})
    with qtbot.waitSignal(jobs.records_changed, timeout=PATIENCE) as told:
        threading.Thread(target=jobs.announce, args=(changed,)).start()
    assert told.args == [changed]
