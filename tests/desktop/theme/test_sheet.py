import re

from desktop.theme.sheet import style_sheet
from desktop.theme.tokens import DARK, LIGHT


def test_every_colour_comes_from_the_tokens():
    for scheme in (LIGHT, DARK):
        used = set(re.findall(r"#[0-9A-F]{6}", style_sheet(scheme)))
        assert used <= set(scheme.named().values())


def test_braces_are_balanced():
    sheet = style_sheet(LIGHT)
    assert sheet.count("{") == sheet.count("}")
    assert "{{" not in sheet


def test_everything_with_a_focus_shows_it():
    sheet = style_sheet(LIGHT)
    for widget in ("QPushButton", "QLineEdit", "QComboBox", "QListView#rail::item", "QTabBar"):
        assert re.search(rf"{widget}[^{{]*:focus", sheet), widget


def test_padding_is_the_same_on_both_sides():
    # Qt does not mirror a style sheet: four values would lean the wrong way in Arabic.
    sides = re.findall(r"(?:padding|margin): ([^;]+);", style_sheet(LIGHT))
    lopsided = [s for s in sides if len(s.split()) == 4 and s.split()[1] != s.split()[3]]
    assert lopsided == ["7px 28px 7px 12px"]  # a menu's item: room for the shortcut
