from typing import Any

import pytest
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QApplication, QLabel

from desktop.widgets.labels import ElidedLabel, label, paragraph, plain_tip, set_ink

HOSTILE = '<img src="file:///etc/passwd"><b>Anna</b> & Co <a href="x">y</a>'


@pytest.mark.parametrize("make", [label, paragraph, ElidedLabel])
def test_words_are_never_taken_for_markup(app: QApplication, make: Any):
    shown: QLabel = make(HOSTILE)
    assert shown.textFormat() is Qt.TextFormat.PlainText
    assert shown.text() == HOSTILE


def test_a_label_left_to_itself_would_guess():
    assert QLabel(HOSTILE).textFormat() is Qt.TextFormat.AutoText


def test_tool_tips_show_tags_letter_by_letter():
    assert Qt.mightBeRichText(HOSTILE)
    assert not Qt.mightBeRichText(plain_tip(HOSTILE))
    assert plain_tip(HOSTILE).replace("\u2060", "") == HOSTILE


def test_a_long_line_ends_in_dots_and_keeps_the_whole_in_its_tip(show: Any):
    line = show(ElidedLabel("A very long name that goes on and on"), 80, 30)
    line.grab()
    assert line.toolTip().replace("\u2060", "") == line.text()
    line.resize(800, 30)
    line.grab()
    assert line.toolTip() == ""


def test_a_snug_line_takes_no_more_than_its_words(app: QApplication):
    assert ElidedLabel("Anna", snug=True).sizeHint().width() < 100
    assert ElidedLabel("Anna").minimumSizeHint().width() == 0


def test_ink_can_change(show: Any):
    word = show(label("x", ink="ok"), 50, 30)
    set_ink(word, "danger")
    assert word.property("tone") == "danger"
