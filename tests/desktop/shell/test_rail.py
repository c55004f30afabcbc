from typing import Any

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from desktop.shell.rail import Area, Rail


def rail() -> Rail:
    return Rail(
        [
            Area("cases", "Cases", "folder", QWidget()),
            Area("letters", "Letters", "mail", QWidget()),
        ],
        "dark",
    )


def test_readers_hear_a_list_of_areas(show: Any):
    shown = show(rail(), 196, 600)
    heard = QAccessible.queryAccessibleInterface(shown.list)
    assert heard.role() == QAccessible.Role.List
    assert heard.text(QAccessible.Text.Name) == "Areas"
    assert heard.child(0).text(QAccessible.Text.Name).strip() == "Cases"


def test_the_theme_in_force_is_ticked(show: Any):
    shown = show(rail(), 196, 600)
    ticked = [action.text() for action in shown._menu.actions() if action.isChecked()]
    assert ticked == ["Dark"]


def test_the_menu_opens_and_closes(show: Any, app: QApplication):
    shown = show(rail(), 196, 600)
    shown._open_menu()
    app.processEvents()
    assert shown._menu.isVisible()
    shown._menu.close()
