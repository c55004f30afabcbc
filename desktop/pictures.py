"""Pictures of the windows, light and dark, for the demo and for looking at them while building."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from desktop import translations
from desktop.assembly import assemble
from desktop.home import VAULT_VARIABLE
from desktop.jobs.jobs import Jobs
from desktop.theme.fonts import load_fonts
from desktop.theme.scheme import Choice, put_on
from desktop.theme.tokens import FIRST_SIZE
from desktop.unlock.doors import VaultDoors
from desktop.unlock.window import UnlockWindow
from desktop.widgets.files import FileChooser
from models.casebook import Casebook, CaseFilter

_PATIENCE = 20.0
_SCHEMES: tuple[Choice, ...] = ("light", "dark")


def take(vault: Path, passphrase: str, out: Path) -> list[Path]:
    """Write ``unlock``, ``list``, ``case``, ``settings`` in both schemes as PNG files to ``out``.

    The case shown is the held one of whom most is recorded.

    Raises:
        VaultError: the vault cannot be opened.
        TimeoutError: a window did not fill in time.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qInstallMessageHandler(_tell)
    os.environ[VAULT_VARIABLE] = str(vault)
    app = QApplication([])
    load_fonts(app)
    translations.install(app)
    out.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    with Casebook.open(vault, passphrase) as casebook:
        fullest = _fullest(casebook)
        for scheme in _SCHEMES:
            put_on(app, dark=scheme == "dark")
            made += _unlock(app, out, scheme)
            made += _shell(app, casebook, fullest, out, scheme)
    return made


def _tell(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Say what Qt says, but for what the drawing without a screen says of every window."""
    if "propagateSizeHints" not in text:
        sys.stderr.write(f"{text}\n")


def _unlock(app: QApplication, out: Path, scheme: Choice) -> list[Path]:
    window = UnlockWindow(Jobs(), VaultDoors(), FileChooser())
    return [_grab(app, window, out / f"unlock-{scheme}.png")]


def _shell(
    app: QApplication, casebook: Casebook, case_id: int, out: Path, scheme: Choice
) -> list[Path]:
    jobs = Jobs()
    made = assemble(casebook, jobs, FileChooser(), theme=scheme)
    shell, page = made.shell, made.cases
    shell.status.show_remaining(3)
    shell.resize(*FIRST_SIZE)
    shell.show()
    _until(app, lambda: page.ready)
    taken = [_grab(app, shell, out / f"list-{scheme}.png", close=False)]
    made.navigation.show_case(case_id)
    _until(app, lambda: page.ready and page.shown == case_id)
    page.case.open_first()
    taken.append(_grab(app, shell, out / f"case-{scheme}.png", close=False))
    shell.show_area("settings")
    _until(app, lambda: made.settings.ready)
    taken.append(_grab(app, shell, out / f"settings-{scheme}.png"))
    jobs.settle(_PATIENCE)
    return taken


def _fullest(casebook: Casebook) -> int:
    held = casebook.cases.ids(CaseFilter(custody="held")) or casebook.cases.ids()
    files = [casebook.cases.open_file(case_id) for case_id in held]
    return max(files, key=lambda file: len(file.proof)).case.id


def _grab(app: QApplication, window: QWidget, path: Path, *, close: bool = True) -> Path:
    window.resize(*FIRST_SIZE)
    window.show()
    _settle(app)
    window.grab().save(str(path))
    if close:
        window.close()
    return path


def _until(app: QApplication, ready: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while not ready():
        if time.monotonic() > end:
            raise TimeoutError("The window did not fill in time.")
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    _settle(app)


def _settle(app: QApplication) -> None:
    """Let layouts and repaints that follow each other come to rest."""
    for _ in range(5):
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
