from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.navigation import Navigation
from desktop.shell.rail import Area
from desktop.shell.window import ShellWindow
from desktop.theme.tokens import RAIL, RAIL_SLIM


@pytest.fixture
def navigation(app: QApplication) -> Navigation:
    return Navigation()


@pytest.fixture
def build(navigation: Navigation, show: Any):
    def make(*, demo: bool = False) -> ShellWindow:
        areas = [
            Area(key, title, icon, QWidget())
            for key, title, icon in (
                ("cases", "Cases", "folder"),
                ("complaints", "Complaints", "file-text"),
                ("letters", "Letters", "mail"),
            )
        ]
        return show(ShellWindow(areas, navigation, theme="system", demo=demo))

    return make


def test_the_first_area_is_on_show(build: Any):
    assert build().shown == "cases"


@pytest.mark.parametrize(("key", "area"), [("1", "cases"), ("2", "complaints"), ("3", "letters")])
def test_every_area_has_a_key(build: Any, qtbot: QtBot, key: Any, area: Any):
    window = build()
    window.show_area("letters" if area != "letters" else "cases")
    window.activateWindow()
    qtbot.keyClick(window, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier)
    assert window.shown == area


def test_a_wish_turns_the_page_and_the_rail(build: Any, navigation: Navigation):
    window = build()
    navigation.area_wanted.emit("letters")
    assert window.shown == "letters"
    assert window.rail.list.currentRow() == 2


def test_the_rail_turns_the_page(build: Any):
    window = build()
    window.rail.list.setCurrentRow(1)
    assert window.shown == "complaints"


def test_lock_now_locks_and_is_in_the_menu(build: Any, navigation: Navigation, qtbot: QtBot):
    window = build()
    with qtbot.waitSignal(navigation.lock_wanted, timeout=1000):
        qtbot.mouseClick(window.rail._lock_button, Qt.MouseButton.LeftButton)
    entry = next(a for a in window.rail._menu.actions() if a.text() == "Lock now")
    with qtbot.waitSignal(navigation.lock_wanted, timeout=1000):
        entry.trigger()


def test_a_theme_can_be_chosen(build: Any, qtbot: QtBot):
    window = build()
    dark = next(a for a in window.rail._menu.actions() if a.text() == "Dark")
    with qtbot.waitSignal(window.theme_chosen, timeout=1000) as told:
        dark.trigger()
    assert told.args == ["dark"]


def test_the_rail_gives_its_words_away_on_a_narrow_window(build: Any, app: QApplication):
    window = build()
    assert window.rail.width() == RAIL
    window.resize(1024, 600)
    app.processEvents()
    assert window.rail.width() == RAIL_SLIM
    assert window.rail.list.item(0).text() == ""
    assert window.rail._lock_button.text() == ""
    heard = [window.rail.list.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(3)]
    assert heard == ["Cases", "Complaints", "Letters"]


def test_a_demo_vault_wears_its_ribbon(build: Any):
    words = "Demo: real people, not asked – SPECIMEN only"
    assert words in [label.text() for label in build(demo=True).findChildren(QLabel)]
    assert words not in [label.text() for label in build().findChildren(QLabel)]


def test_closing_is_told_first(build: Any, qtbot: QtBot):
    window = build()
    with qtbot.waitSignal(window.closing, timeout=1000):
        window.close()


def test_what_is_wrong_with_the_vault_stands_above_all(build: Any):
    window = build()
    assert not window.banner.isVisible()
    window.tell("It is open for reading.", "More.")
    assert window.banner.told == "It is open for reading."
