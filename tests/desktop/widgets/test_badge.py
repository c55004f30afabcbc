from typing import Any

from PySide6.QtWidgets import QApplication

from desktop.theme.scheme import put_on
from desktop.widgets.badge import Badge, badge_size


def test_a_badge_says_its_word_to_readers(show: Any):
    badge = show(Badge("Held", "danger"), 80, 24)
    assert badge.accessibleName() == "Held"
    badge.show_state("Released", "ok")
    assert badge.accessibleName() == "Released"
    assert badge.sizeHint() == badge_size("Released")


def test_a_badge_without_a_word_is_gone(show: Any):
    badge = show(Badge("Held", "danger"), 80, 24)
    badge.show_state("", "neutral")
    assert badge.isHidden()


def test_a_badge_follows_the_scheme(app: QApplication, show: Any):
    badge = show(Badge("Held", "danger"), 80, 24)
    light = badge.grab().toImage().pixelColor(40, 4)
    put_on(app, dark=True)
    assert badge.grab().toImage().pixelColor(40, 4) != light
