import sys
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop import faults


def find_room(name: str) -> None:
    raise ValueError(f"no room for {name}")


def broken() -> BaseException:
    try:
        find_room("Anna Secret")
    except ValueError as error:
        return error
    raise AssertionError


def test_a_report_tells_where_and_never_what():
    told = faults.report(broken())
    assert told.startswith("ValueError")
    assert "tests/desktop/test_faults.py" in told
    assert "broken" in told
    assert "Anna" not in told
    assert "no room" not in told


def test_python_itself_would_tell():
    assert "Anna" in str(broken())


def test_uncaught_errors_are_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    told: list[BaseException] = []
    faults.hook(told.append)
    error = broken()
    sys.excepthook(type(error), error, error.__traceback__)
    assert told == [error]
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == [error]


def test_the_window_says_it_plainly(app: QApplication, monkeypatch: pytest.MonkeyPatch):
    shown: list[str] = []

    def look(box: Any) -> int:
        shown.append(box.text() + box.detailedText())
        return 0

    monkeypatch.setattr(QMessageBox, "exec", look)
    faults.show(broken())
    assert "has not been saved" in shown[0]
    assert "Anna" not in shown[0]
