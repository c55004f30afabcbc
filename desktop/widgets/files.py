"""Asking where a file goes, without leaving the folder's name in anybody's settings."""

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget


class FileChooser:
    """Qt's own file dialogs; the system's would write the path into its list of recent files."""

    def save_as(self, parent: QWidget, title: str, suggested: Path, kind: str) -> Path | None:
        """Ask where to save; ``kind`` reads like ``PDF (*.pdf)``. None when the user gave up."""
        dialog = _dialog(parent, title, suggested.parent)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(kind)
        dialog.setDefaultSuffix(suggested.suffix)
        dialog.selectFile(suggested.name)
        return _ask(dialog)

    def folder(self, parent: QWidget, title: str, beginning: Path) -> Path | None:
        """Ask for a folder that exists. None when the user gave up."""
        dialog = _dialog(parent, title, beginning)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return _ask(dialog)


def _dialog(parent: QWidget, title: str, beginning: Path) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(beginning))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    return dialog


def _ask(dialog: QFileDialog) -> Path | None:
    accepted = bool(dialog.exec())
    chosen = Path(dialog.selectedFiles()[0]) if accepted else None
    dialog.setHistory([])
    dialog.setParent(None)
    dialog.deleteLater()
    dialog.destroyed.connect(forget_places)
    return chosen


def forget_places() -> None:
    """Remove the folders that QFileDialog writes into Qt's shared settings when it goes."""
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.remove("FileDialog")
    settings.sync()
