"""Making a document, with a writer that does what the test says."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from desktop.forms.document_desk import DocumentDesk, Recipe
from desktop.jobs.jobs import Jobs
from models.errors import ConsentError, DocumentError, SandboxCancelledError

PATIENCE = 20_000


def pdf(_file: object, out: Path, progress: Callable[[int, int], None], _cancelled: object) -> None:
    canvas = Canvas(str(out))
    for _ in range(3):
        canvas.drawString(100, 700, "Page")
        canvas.showPage()
    canvas.save()
    progress(3, 3)


def recipe(**given: Any) -> Recipe:
    made = {
        "file_name": "letter.pdf",
        "read": lambda: "file",
        "write": pdf,
        "remark": lambda _file: "",
    }
    return Recipe(**(made | given))


@pytest.fixture
def desk(show: Any, jobs: Jobs, files: Any, tmp_path: Path) -> DocumentDesk:
    files.answer = tmp_path / "out.pdf"
    return show(DocumentDesk("Letter", "One sentence.", [], jobs, files), 1084, 668)


def test_the_pdf_is_made_and_its_first_page_shown(
    desk: DocumentDesk, files: Any, tmp_path: Path, qtbot: QtBot
):
    with qtbot.waitSignal(desk.made, timeout=PATIENCE) as told:
        desk.make(recipe())
    assert told.args == [tmp_path / "out.pdf"]
    assert files.suggested.name == "letter.pdf"
    qtbot.waitUntil(lambda: not desk.preview.blank, timeout=PATIENCE)
    assert desk.banner.told == "Saved: 3 pages"
    assert str(tmp_path / "out.pdf") in desk.banner.accessibleName()
    qtbot.waitUntil(desk.running.isHidden, timeout=PATIENCE)
    assert desk.button.isEnabled()


def test_nothing_happens_when_no_file_is_chosen(desk: DocumentDesk, files: Any):
    files.answer = None
    desk.make(recipe(read=lambda: pytest.fail("read without being asked")))
    assert desk.running.isHidden()
    assert desk.button.isEnabled()


def test_a_remark_of_the_record_is_not_overlooked(desk: DocumentDesk, qtbot: QtBot):
    desk.make(recipe(remark=lambda file: f"Look at the {file}."))
    qtbot.waitUntil(lambda: not desk.preview.blank, timeout=PATIENCE)
    assert desk.banner.property("tone") == "warn"
    assert "Look at the file." in desk.banner.accessibleName()


@pytest.mark.parametrize("step", ["read", "write"])
def test_what_cannot_be_done_is_said(desk: DocumentDesk, tmp_path: Path, qtbot: QtBot, step: str):
    def refuse(*_given: object) -> None:
        raise (ConsentError if step == "read" else DocumentError)("Somebody has not agreed.")

    desk.make(recipe(**{step: refuse}))
    qtbot.waitUntil(lambda: desk.banner.told == "The PDF was not made.", timeout=PATIENCE)
    assert "Somebody has not agreed." in desk.banner.accessibleName()
    qtbot.waitUntil(desk.button.isEnabled, timeout=PATIENCE)
    assert desk.running.isHidden()
    assert not (tmp_path / "out.pdf").exists()


def test_it_can_be_cancelled(desk: DocumentDesk, tmp_path: Path, qtbot: QtBot):
    began, seen = threading.Event(), threading.Event()

    def long_work(_file: object, _out: Path, progress: Any, cancelled: Any) -> None:
        progress(1, 100)
        began.set()
        while not cancelled():
            pass
        seen.set()
        raise SandboxCancelledError("stopped")

    desk.make(recipe(write=long_work))
    qtbot.waitUntil(began.is_set, timeout=PATIENCE)
    assert not desk.button.isEnabled()
    qtbot.mouseClick(desk.running.stop_button, Qt.MouseButton.LeftButton)
    assert seen.wait(5)
    assert desk.running.isHidden()
    assert desk.button.isEnabled()
    assert desk.banner.told == ""
    assert not (tmp_path / "out.pdf").exists()


def test_the_end_of_cancelled_work_does_not_end_the_next(desk: DocumentDesk, qtbot: QtBot):
    hold, began = threading.Event(), threading.Event()

    def slow(_file: object, _out: Path, _progress: Any, cancelled: Any) -> None:
        began.set()
        while not cancelled():
            pass
        hold.wait(5)
        raise SandboxCancelledError("stopped")

    desk.make(recipe(write=slow))
    qtbot.waitUntil(began.is_set, timeout=PATIENCE)
    desk.running.stop_button.click()
    go = threading.Event()
    desk.make(recipe(read=lambda: go.wait(5)))
    hold.set()
    qtbot.wait(200)
    assert desk.running.isVisible()
    go.set()
    qtbot.waitUntil(lambda: not desk.preview.blank, timeout=PATIENCE)
