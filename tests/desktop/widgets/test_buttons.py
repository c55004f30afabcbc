from typing import Any

from desktop.theme.tokens import HIT
from desktop.widgets.buttons import Button, primary


def test_a_button_can_be_hit(show: Any):
    assert show(primary("Unlock", "lock"), 120, 40).minimumHeight() >= HIT


def test_a_button_with_an_icon_only_has_a_name(show: Any):
    button = show(Button("Choose a folder", "plain", "folder-open", shown=""), 50, 40)
    assert button.text() == ""
    assert button.accessibleName() == "Choose a folder"
    assert not button.icon().isNull()
