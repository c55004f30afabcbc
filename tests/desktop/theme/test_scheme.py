from typing import Any

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.theme.scheme import colour, colours, is_dark, palette, put_on
from desktop.theme.tokens import DARK, LIGHT


@pytest.mark.parametrize(("dark", "scheme"), [(False, LIGHT), (True, DARK)])
def test_a_scheme_reaches_painters_palette_and_sheet(app: QApplication, *, dark: bool, scheme: Any):
    put_on(app, dark=dark)
    assert colours() is scheme
    assert colour("bg").name().upper() == scheme.bg
    assert QLineEdit().palette().color(QPalette.ColorRole.Window).name().upper() == scheme.bg
    assert scheme.surface in app.styleSheet()


def test_a_choice_beats_the_system(app: QApplication):
    assert is_dark("dark", app)
    assert not is_dark("light", app)
    assert is_dark("system", app) in (True, False)


def test_words_that_are_off_differ_from_words_that_are_on():
    made = palette(LIGHT)
    off = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert off != made.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text)
