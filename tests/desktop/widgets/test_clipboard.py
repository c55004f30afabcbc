"""C9: what is copied here is marked, and gone after thirty seconds, unless others have copied."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.widgets.clipboard import KEPT_SECONDS, MARK, SECRET, ClipboardGuard

NAME = "Hanna Quietwater"


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def clipboard(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[QClipboard]:
    """The clipboard; without a screen Qt does not know that what is there came from here."""
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: True)
    app.clipboard().clear()
    yield app.clipboard()
    app.clipboard().clear()


@pytest.fixture
def guard(clipboard: QClipboard, clock: Clock) -> Iterator[ClipboardGuard]:
    made = ClipboardGuard(clipboard, monotonic=clock)
    yield made
    clipboard.dataChanged.disconnect(made._mark)


def copy(show: Any, qtbot: QtBot) -> None:
    field = show(QLineEdit(NAME), 200, 40)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def test_what_is_copied_is_marked(
    guard: ClipboardGuard, clipboard: QClipboard, show: Any, qtbot: QtBot
):
    copy(show, qtbot)
    there = clipboard.mimeData()
    assert there.text() == NAME
    assert {name: there.data(name).data() for name in SECRET} == SECRET


def test_it_is_gone_after_thirty_seconds(
    guard: ClipboardGuard, clipboard: QClipboard, clock: Clock, show: Any, qtbot: QtBot
):
    copy(show, qtbot)
    clock.now += KEPT_SECONDS - 1
    guard.look()
    assert clipboard.text() == NAME
    clock.now += 1
    guard.look()
    assert clipboard.text() == ""
    assert not guard._timer.isActive()


def test_without_the_guard_it_stays(clipboard: QClipboard, clock: Clock, show: Any, qtbot: QtBot):
    """The control: the same copy, nobody watching."""
    copy(show, qtbot)
    clock.now += KEPT_SECONDS
    assert clipboard.text() == NAME
    assert not clipboard.mimeData().hasFormat(MARK)


def test_a_second_copy_gets_its_whole_time(
    guard: ClipboardGuard, clipboard: QClipboard, clock: Clock, show: Any, qtbot: QtBot
):
    copy(show, qtbot)
    clock.now += KEPT_SECONDS - 1
    copy(show, qtbot)
    clock.now += KEPT_SECONDS - 1
    guard.look()
    assert clipboard.text() == NAME


def test_the_timer_runs_while_something_is_there(guard: ClipboardGuard, show: Any, qtbot: QtBot):
    assert not guard._timer.isActive()
    copy(show, qtbot)
    assert guard._timer.isActive()
    assert guard._timer.interval() <= 1000


def test_what_others_copied_is_left_alone(
    guard: ClipboardGuard,
    clipboard: QClipboard,
    show: Any,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
):
    copy(show, qtbot)
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: False)
    theirs = QMimeData()
    theirs.setText("something else")
    clipboard.setMimeData(theirs)
    guard.clear()
    assert clipboard.text() == "something else"
    assert not clipboard.mimeData().hasFormat(MARK)
