"""The program from its first window to its lock, in this process; the real lock is a journey."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import faults
from desktop.app import LATER, Program
from desktop.home import VAULT_VARIABLE, Preferences, home
from desktop.theme.scheme import colours
from desktop.theme.tokens import DARK
from desktop.widgets.clipboard import MARK
from models.casebook import Casebook
from models.crypto.kdf import Argon2id

PATIENCE = 10_000
PHRASE = "six quiet words on paper"
HEAVY = ("sqlcipher3", "sqlalchemy", "reportlab", "keyring", "nacl", "models.casebook")

STARTED = """
import json, sys
from PySide6.QtWidgets import QApplication
from desktop import app as program
qt = QApplication([])
program.load_fonts(qt)
program.translations.install(qt)
made = program.Program(qt)
made._import_rest = lambda: None
made.unlock.show()
qt.processEvents()
assert made.unlock.isVisible()
print(json.dumps(sorted(sys.modules)))
"""


def loaded(code: str) -> set[str]:
    """Return the modules that a fresh process has imported when ``code`` is through."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
        text=True,
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_nothing_heavy_is_imported_before_the_first_window():
    modules = loaded(STARTED)
    assert "desktop.unlock.window" in modules
    assert [name for name in (*HEAVY, "desktop.cases.page") if name in modules] == []


def test_the_heavy_parts_are_imported_later():
    modules = loaded(STARTED.replace("print(", "program._import()\nprint("))
    assert {"sqlcipher3", "sqlalchemy", "nacl", *LATER} <= modules


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_calls_that_return_nothing_leave_none_alone(app: QApplication):
    # PySide6 6.12.0 loses a reference to None at each such call; Python dies of it in the end.
    widget = QWidget()
    before = sys.getrefcount(None)
    for _ in range(1000):
        widget.updateGeometry()
    assert sys.getrefcount(None) > before - 500


class Replaced:
    """Stands in for the process becoming another."""

    def __init__(self) -> None:
        self.calls: list[tuple[list[str], dict[str, str]]] = []

    def __call__(self, arguments: Sequence[str], environment: Mapping[str, str]) -> None:
        self.calls.append((list(arguments), dict(environment)))


@pytest.fixture
def replaced() -> Replaced:
    return Replaced()


@pytest.fixture
def program(
    app: QApplication, files: Any, replaced: Replaced, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    """The program before its first window, with one vault to open."""
    monkeypatch.setattr(faults, "hook", lambda _tell: None)
    home().mkdir(exist_ok=True)
    cheap = Argon2id(passes=1, memory_kib=8, cheap=True)
    casebook, _ = Casebook.create(home() / "Cases.habeas", PHRASE, kdf=cheap)
    casebook.close()
    made = Program(app, files=files, replace=replaced)
    yield made
    app.removeEventFilter(made.idle)
    app.removeEventFilter(made.lock_key)
    app.clipboard().dataChanged.disconnect(made.clipboard._mark)
    for window in (made.shell, made.unlock):
        if window is not None:
            window.close()
            window.deleteLater()


def enter(program: Program, qtbot: QtBot) -> None:
    program.begin()
    qtbot.keyClicks(program.unlock.open_page._secret, PHRASE)
    qtbot.keyClick(program.unlock.open_page._secret, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.shell is not None, timeout=PATIENCE)


def test_the_shell_takes_the_place_of_the_unlock_window(program: Program, qtbot: QtBot):
    enter(program, qtbot)
    assert program.shell is not None
    assert program.shell.isVisible()
    assert not program.unlock.isVisible()
    assert program.unlock.open_page._secret.text() == ""


def test_ctrl_l_closes_the_vault_and_replaces_the_process(
    program: Program, replaced: Replaced, qtbot: QtBot
):
    enter(program, qtbot)
    assert program.shell is not None
    program.shell.activateWindow()
    qtbot.keyClick(program.shell, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert len(replaced.calls) == 1
    assert replaced.calls[0][1][VAULT_VARIABLE] == str(home() / "Cases.habeas")
    assert not program.shell.isVisible()
    Casebook.open(home() / "Cases.habeas", PHRASE).close()  # nobody holds it any more


@pytest.mark.parametrize("end", ["lock", "close"])
def test_what_was_copied_is_taken_back(
    program: Program, app: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, end: str
):
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: True)  # see test_clipboard.py
    enter(program, qtbot)
    assert program.shell is not None
    assert program.lock is not None
    app.clipboard().setText("Hanna Quietwater")
    assert app.clipboard().mimeData().hasFormat(MARK)
    (program.lock.now if end == "lock" else program.shell.close)()
    assert app.clipboard().text() == ""


def test_what_is_typed_is_there_after_the_lock(program: Program, replaced: Replaced, qtbot: QtBot):
    enter(program, qtbot)
    assert program.lock is not None
    assert program._autosave is not None
    program._autosave.note("note:1", "not yet saved")
    program.lock.now()
    with Casebook.open(home() / "Cases.habeas", PHRASE) as again:
        assert again.drafts.all() == {"note:1": "not yet saved"}


def test_idle_time_locks(program: Program, replaced: Replaced, qtbot: QtBot):
    enter(program, qtbot)
    program.idle._touched -= 1000
    program.idle.look()
    assert len(replaced.calls) == 1


def test_closing_the_window_closes_the_vault_and_keeps_its_place(program: Program, qtbot: QtBot):
    enter(program, qtbot)
    assert program.shell is not None
    program.shell.close()
    Casebook.open(home() / "Cases.habeas", PHRASE).close()
    assert not Preferences().geometry.isEmpty()


def test_a_theme_is_put_on_at_once_and_remembered(program: Program, qtbot: QtBot):
    enter(program, qtbot)
    assert program.shell is not None
    program.shell.theme_chosen.emit("dark")
    assert colours() is DARK
    assert Preferences().theme == "dark"


def test_a_save_is_told_in_the_status_line(program: Program, qtbot: QtBot):
    from models.views.proof import NewSource  # noqa: PLC0415  only this test

    enter(program, qtbot)
    assert program.shell is not None
    assert program._casebook is not None
    casebook = program._casebook
    program.jobs.write(
        lambda _job: casebook.sources.add_source(NewSource(title="x")), parent=program
    )
    status = program.shell.status
    qtbot.waitUntil(lambda: status._left.text().startswith("Saved"), timeout=PATIENCE)
