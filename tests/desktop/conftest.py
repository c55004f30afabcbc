"""Fixtures for windows: offscreen, dressed as the program dresses them, with real threads."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything makes an application

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop import translations
from desktop.jobs.collecting import collect_due
from desktop.jobs.jobs import Jobs
from desktop.theme.fonts import load_fonts
from desktop.theme.scheme import put_on
from desktop.widgets.files import FileChooser


@pytest.fixture(autouse=True)
def _collected_here() -> Iterator[None]:
    """Collect garbage in this thread only, as the program does: see desktop.jobs.collecting."""
    gc.disable()
    yield
    collect_due()
    gc.enable()


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application with our fonts and English plurals."""
    load_fonts(qapp)
    translations.install(qapp)
    return qapp


@pytest.fixture
def app(dressed: QApplication) -> QApplication:
    """The dressed application in the light scheme."""
    put_on(dressed, dark=False)
    return dressed


@pytest.fixture
def jobs(app: QApplication) -> Iterator[Jobs]:
    """A runner whose crashes fail the test."""
    runner = Jobs()
    crashes: list[BaseException] = []
    runner.crashed.connect(crashes.append)
    yield runner
    runner.settle(5)
    runner.end()
    assert not crashes, crashes


class ChosenFile(FileChooser):
    """A chooser that answers without a window."""

    def __init__(self) -> None:
        self.answer: Path | None = None
        self.suggested: Path | None = None

    def save_as(self, _parent: QWidget, _title: str, suggested: Path, _kind: str) -> Path | None:
        self.suggested = suggested
        return self.answer

    def folder(self, _parent: QWidget, _title: str, _beginning: Path) -> Path | None:
        return self.answer


@pytest.fixture
def files() -> ChosenFile:
    """Answers every question for a file with ``files.answer``."""
    return ChosenFile()


@pytest.fixture
def show(app: QApplication) -> Iterator[Callable[[QWidget], QWidget]]:
    """Show a widget, and take it down properly at the end of the test."""
    shown: list[QWidget] = []

    def put_up(widget: QWidget, width: int = 1280, height: int = 720) -> QWidget:
        widget.resize(width, height)
        widget.show()
        app.processEvents()
        shown.append(widget)
        return widget

    yield put_up
    for widget in shown:
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
