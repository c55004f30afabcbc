from typing import Any

from PySide6.QtWidgets import QLabel

from desktop.widgets.banner import Banner, Ribbon


def test_a_banner_is_seen_only_when_it_has_something_to_say(show: Any):
    banner = show(Banner(), 400, 60)
    banner.hide()
    assert banner.told == ""
    banner.tell("danger", "It failed.", "Try again.")
    assert banner.isVisible()
    assert banner.told == "It failed."
    assert banner.accessibleName() == "It failed. Try again."
    banner.clear()
    assert banner.told == ""


def test_a_banner_takes_the_tone_of_what_it_says(show: Any):
    banner = show(Banner(), 400, 60)
    banner.tell("ok", "Saved")
    assert banner.property("tone") == "ok"
    banner.tell("warn", "Look here")
    assert banner.property("tone") == "warn"


def test_a_ribbon_says_its_words(show: Any):
    ribbon = show(Ribbon("Demo only"), 400, 24)
    assert "Demo only" in [label.text() for label in ribbon.findChildren(QLabel)]
    assert not ribbon.findChildren(QLabel, "close")
