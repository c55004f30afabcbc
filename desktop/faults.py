"""Shown when the program itself is wrong: versions and places, never a value or a case word."""

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, Qt, qVersion

_ROOT = Path(__file__).resolve().parents[1]


def report(error: BaseException) -> str:
    """Return the kind of ``error`` and where it came from, without its message: that may name."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    versions = f"Qt {qVersion()}, Python {sys.version.split()[0]}, {sys.platform}"
    return "\n".join([type(error).__name__, versions, *places])


def show(error: BaseException) -> None:
    """Show the report in a window of its own; the program goes on, nothing was saved."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415  16 ms of every start otherwise

    box = QMessageBox(QMessageBox.Icon.Critical, "Habeas", _sentence())
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setDetailedText(report(error))
    box.exec()


def hook(tell: Callable[[BaseException], None]) -> None:
    """Send every exception that nobody caught to ``tell`` instead of to a terminal."""

    def caught(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if not isinstance(error, KeyboardInterrupt):
            tell(error)

    sys.excepthook = caught


def _sentence() -> str:
    return QCoreApplication.translate(
        "Faults",
        "Something in Habeas itself went wrong. What was being done has not been saved; "
        "everything before it is safe.",
    )


def _short(file_name: str) -> str:
    path = Path(file_name)
    return str(path.relative_to(_ROOT)) if path.is_relative_to(_ROOT) else path.name
