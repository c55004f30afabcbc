from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from desktop.widgets.files import FileChooser, forget_places


@pytest.fixture
def shared_settings(tmp_path: Path):
    scope = QSettings.Scope.UserScope
    for shape in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(shape, scope, str(tmp_path / "settings"))
    return tmp_path / "settings"


def press(*, accept: bool) -> None:
    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
        QFileDialog.accept(dialog) if accept else dialog.reject()

    QTimer.singleShot(100, act)


def test_a_file_is_chosen_and_no_folder_is_remembered(
    show: Any, tmp_path: Path, shared_settings: Path
):
    parent = show(QWidget(), 200, 200)
    secret = tmp_path / "a-secret-place"
    secret.mkdir()
    press(accept=True)
    chosen = FileChooser().save_as(parent, "Save", secret / "letter.pdf", "PDF (*.pdf)")
    assert chosen == secret / "letter.pdf"
    settle()
    assert not remembered(shared_settings, "a-secret-place")


def test_giving_up_gives_nothing(show: Any, tmp_path: Path, shared_settings: Path):
    press(accept=False)
    assert FileChooser().folder(show(QWidget(), 200, 200), "Folder", tmp_path) is None


def test_qt_left_to_itself_remembers_the_folder(show: Any, tmp_path: Path, shared_settings: Path):
    secret = tmp_path / "a-secret-place"
    secret.mkdir()
    dialog = QFileDialog(show(QWidget(), 200, 200), "Save", str(secret))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    press(accept=False)
    dialog.exec()
    dialog.setParent(None)
    dialog.deleteLater()
    settle()
    assert remembered(shared_settings, "a-secret-place")
    forget_places()
    assert not remembered(shared_settings, "a-secret-place")


def settle() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QSettings(QSettings.Scope.UserScope, "QtProject").sync()


def remembered(folder: Path, word: str) -> bool:
    return any(word in path.read_text("utf-8", "ignore") for path in folder.rglob("*.*"))
