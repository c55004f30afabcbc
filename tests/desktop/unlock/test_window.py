"""The whole way in: a real vault is made, opened, refused, opened with its code."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.home import home
from desktop.jobs.jobs import Jobs
from desktop.unlock.code_page import CodePage
from desktop.unlock.window import UnlockWindow
from models.casebook import Casebook

PATIENCE = 10_000
PHRASE = "six quiet words on paper"


@pytest.fixture
def window(show: Any, jobs: Jobs, doors: Any, files: Any) -> UnlockWindow:
    return show(UnlockWindow(jobs, doors, files))


def make_vault(doors: Any, name: str = "Cases") -> tuple[Path, str]:
    folder = home() / f"{name}.habeas"
    casebook, code = doors.create(folder, PHRASE, demo=False)
    casebook.close()
    return folder, code


def fill(window: UnlockWindow, qtbot: QtBot, first: str = PHRASE, second: str = PHRASE) -> None:
    secret = window.create_page._secret
    secret._switch.click()
    qtbot.keyClicks(secret.first, first)
    qtbot.keyClicks(secret.second, second)
    qtbot.waitUntil(lambda: secret._sentence != "", timeout=PATIENCE)


def test_without_a_vault_the_first_page_makes_one(window: UnlockWindow):
    assert window.create_page.isVisible()
    assert window.create_page._secret.first.hasFocus() or not window.isActiveWindow()


def test_with_a_vault_the_first_page_opens_it(show: Any, jobs: Jobs, doors: Any, files: Any):
    make_vault(doors)
    window = show(UnlockWindow(jobs, doors, files))
    assert window.open_page.isVisible()
    assert window.open_page._vault.currentText() == "Cases"


def test_a_vault_is_made_and_its_code_asked_back(window: UnlockWindow, qtbot: QtBot):
    fill(window, qtbot)
    qtbot.mouseClick(window.create_page._create, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.findChild(CodePage) is not None, timeout=PATIENCE)
    page = window.findChild(CodePage)
    shown = {label.text() for label in page.findChildren(QLabel)}
    assert set(page._code.split("-")) <= shown
    with qtbot.assertNotEmitted(window.opened):
        page._advance()  # "I have written it down"
        page._fields[0].setText("WRONG")
        page._advance()
    assert page._banner.told
    for place, field in zip(page._places, page._fields, strict=True):
        field.setText(page._code.split("-")[place - 1].lower())
    with qtbot.waitSignal(window.opened, timeout=PATIENCE) as told:
        page._advance()
    assert isinstance(told.args[0], Casebook)
    assert told.args[0].folder == home() / "Cases.habeas"


def test_the_code_is_out_of_sight_while_it_is_asked(window: UnlockWindow, qtbot: QtBot):
    fill(window, qtbot)
    window.create_page._submit()
    qtbot.waitUntil(lambda: window.findChild(CodePage) is not None, timeout=PATIENCE)
    page = window.findChild(CodePage)
    assert page._grid.isVisible()
    page._advance()
    assert not page._grid.isVisible()
    page._show_code()
    assert page._grid.isVisible()


def test_drawn_words_are_offered_first_and_typed_once(window: UnlockWindow, qtbot: QtBot):
    secret = window.create_page._secret
    qtbot.waitUntil(lambda: secret._words.text() != "", timeout=PATIENCE)
    assert not secret.second.isVisible()
    qtbot.keyClicks(secret.first, secret._words.text())
    assert window.create_page._create.isEnabled()
    with qtbot.waitSignal(window.create_page.vault_wanted) as told:
        window.create_page._submit()
    assert told.args[1] == secret._words.text()


def test_caps_lock_is_shown_at_the_passphrase(
    show: Any, jobs: Jobs, doors: Any, files: Any, qtbot: QtBot
):
    make_vault(doors)
    page = show(UnlockWindow(jobs, doors, files)).open_page
    assert not page._keyboard.isVisible()
    page._secret.setText("x")
    page._secret.keyPressEvent(
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier, "B")
    )
    assert page._keyboard.text().startswith("Caps Lock is on.")


def test_a_demo_vault_is_made_when_asked(window: UnlockWindow, doors: Any, qtbot: QtBot):
    fill(window, qtbot)
    window.create_page._demo.setChecked(True)
    window.create_page._submit()
    qtbot.waitUntil(lambda: window.findChild(CodePage) is not None, timeout=PATIENCE)
    assert doors.demo is True


@pytest.mark.parametrize(
    ("first", "second", "ready"),
    [
        (PHRASE, PHRASE, True),
        (PHRASE, "six quiet words on stone", False),
        (PHRASE, "", False),
        ("short", "short", False),
    ],
)
def test_a_vault_is_made_only_with_a_passphrase_typed_twice(
    window: Any, qtbot: QtBot, first: Any, second: Any, ready: Any
):
    fill(window, qtbot, first, second)
    assert window.create_page._create.isEnabled() is ready


@pytest.mark.parametrize(("name", "ready"), [("Cases", True), ("", False), ("a/b", False)])
def test_a_vault_needs_a_name_that_a_folder_can_have(
    window: Any, qtbot: QtBot, name: Any, ready: Any
):
    fill(window, qtbot)
    window.create_page._name.setText(name)
    assert window.create_page._create.isEnabled() is ready


def test_the_passphrase_opens_the_vault(
    show: Any, jobs: Jobs, doors: Any, files: Any, qtbot: QtBot
):
    folder, _ = make_vault(doors)
    window = show(UnlockWindow(jobs, doors, files))
    qtbot.keyClicks(window.open_page._secret, PHRASE)
    with qtbot.waitSignal(window.opened, timeout=PATIENCE) as told:
        qtbot.keyClick(window.open_page._secret, Qt.Key.Key_Return)
    assert told.args[0].folder == folder
    assert window.open_page._secret.text() == ""


def test_a_wrong_passphrase_is_refused_in_words(
    show: Any, jobs: Jobs, doors: Any, files: Any, qtbot: QtBot
):
    make_vault(doors)
    window = show(UnlockWindow(jobs, doors, files))
    qtbot.keyClicks(window.open_page._secret, "not the passphrase")
    with qtbot.assertNotEmitted(window.opened):
        window.open_page._submit()
        qtbot.waitUntil(lambda: bool(window.open_page.banner.told), timeout=PATIENCE)
    qtbot.waitUntil(window.open_page.running.isHidden, timeout=PATIENCE)
    assert window.open_page._secret.isEnabled()


def test_the_recovery_code_opens_the_vault(
    show: Any, jobs: Jobs, doors: Any, files: Any, qtbot: QtBot
):
    folder, code = make_vault(doors)
    window = show(UnlockWindow(jobs, doors, files))
    window.open_page._switch_secret()
    assert window.open_page._head.text() == "Recovery code"
    window.open_page._secret.setText(code.lower())
    with qtbot.waitSignal(window.opened, timeout=PATIENCE) as told:
        window.open_page._submit()
    assert told.args[0].folder == folder


def test_a_vault_elsewhere_can_be_chosen(
    show: Any, jobs: Jobs, doors: Any, files: Any, qtbot: QtBot
):
    folder = home() / "stick" / "Other.habeas"
    casebook, _ = doors.create(folder, PHRASE, demo=False)
    casebook.close()
    window = show(UnlockWindow(jobs, doors, files))
    window._want_old()
    assert not window.open_page._unlock.isEnabled()
    files.answer = folder
    window.open_page._choose()
    qtbot.keyClicks(window.open_page._secret, PHRASE)
    with qtbot.waitSignal(window.opened, timeout=PATIENCE) as told:
        window.open_page._submit()
    assert told.args[0].folder == folder
