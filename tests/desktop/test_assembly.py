"""What holds of every window: names for readers, a sensible way of the Tab key, plain text."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.assembly import Assembly, assemble
from desktop.jobs.jobs import Jobs
from desktop.theme.scheme import put_on
from desktop.unlock.code_page import CodePage
from desktop.unlock.doors import VaultDoors
from desktop.unlock.window import UnlockWindow

CODE = "-".join(["7K3MQ"] * 13)


@pytest.fixture
def made(show: Any, make: Any, jobs: Jobs, files: Any, qtbot: QtBot) -> Assembly:
    make.detention(make.case("Anna Example"), "2022-04", make.proof(make.source()))
    result = assemble(make._casebook, jobs, files, theme="system")
    show(result.shell)
    qtbot.waitUntil(lambda: result.cases.ready and result.cases.shown > 0, timeout=5000)
    result.cases.case.open_first()
    return result


@pytest.fixture(params=["unlock", "create", "code", "cases", "complaints", "letters", "settings"])
def window(
    request: pytest.FixtureRequest, show: Any, jobs: Jobs, files: Any, app: QApplication
) -> QWidget:
    """Every screen there is."""
    if request.param in ("cases", "complaints", "letters", "settings"):
        shell = request.getfixturevalue("made").shell
        shell.show_area(request.param)
        shell.activateWindow()
        app.processEvents()
        return shell
    shown = show(UnlockWindow(jobs, VaultDoors(), files))
    if request.param == "unlock":
        shown._want_old()
    if request.param == "code":
        page = CodePage(CODE)
        shown._stack.addWidget(page)
        shown._turn_to(page)
        page._advance()
    shown.activateWindow()
    app.processEvents()
    return shown


def stops(window: QWidget) -> Iterator[QWidget]:
    """Yield what the Tab key reaches, in its order."""
    widget = window.nextInFocusChain()
    while widget is not window:
        policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if policy and widget.isVisible() and widget.isEnabled() and not widget.focusProxy():
            yield widget
        widget = widget.nextInFocusChain()


def name(widget: QWidget) -> str:
    heard = QAccessible.queryAccessibleInterface(widget)
    return heard.text(QAccessible.Text.Name) if heard else ""


def unnamed(window: QWidget) -> list[str]:
    return [type(widget).__name__ for widget in stops(window) if not name(widget).strip()]


def test_readers_hear_a_name_for_everything_they_stop_at(window: QWidget):
    assert list(stops(window))
    assert unnamed(window) == []


def test_a_stop_without_a_name_is_noticed(show: Any):
    window = QWidget()
    QLineEdit(window)
    assert unnamed(show(window, 200, 100)) == ["QLineEdit"]


def test_names_are_unique_on_a_screen(window: QWidget):
    names = [name(widget) for widget in stops(window)]
    assert len(names) == len(set(names)), names


def test_the_tab_key_goes_down_each_column(window: QWidget):
    """No stop lies above the one before it unless it begins a column further on."""
    places = [widget.mapTo(window, widget.rect().center()) for widget in stops(window)]
    for before, after in pairwise(places):
        on = after.x() > before.x() + 20
        down = after.y() >= before.y() - 20
        assert on or down, (before, after)


def test_every_word_is_plain_text(window: QWidget):
    for label in window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText, label.text()


def test_buttons_are_large_enough_to_hit(window: QWidget):
    small = [b.accessibleName() for b in window.findChildren(QPushButton) if b.minimumHeight() < 24]
    assert [name for name in small if name != "Close the evidence"] == []


@pytest.mark.parametrize("size", [(1280, 720), (1024, 600)])
def test_every_screen_fits(window: QWidget, app: QApplication, size: tuple[int, int]):
    window.resize(*size)
    app.processEvents()
    assert (window.width(), window.height()) == size


def test_areas_ask_each_other_through_the_shell(made: Assembly, qtbot: QtBot):
    made.cases.case._letter.click()
    assert made.shell.shown == "letters"
    qtbot.wait(100)
    made.navigation.show_case(made.cases.shown)
    assert made.shell.shown == "cases"


def test_a_theme_switch_reaches_every_icon(made: Assembly, app: QApplication):
    button = made.cases.case._complaint
    before = button.icon().pixmap(16, 16).toImage()
    put_on(app, dark=True)
    assert button.icon().pixmap(16, 16).toImage() == before
    made.shell.dress()
    assert button.icon().pixmap(16, 16).toImage() != before
