import dataclasses
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop.cases.entry import Entry
from desktop.cases.entry_list import EntryList

ENTRY = Entry(
    title="Detained", icon="lock", records=(), when="19 April 2022", tone="danger", marks=(1, 2)
)


def drawn(show: Any, entry: Entry, direction: Any = Qt.LayoutDirection.LeftToRight) -> QImage:
    view = EntryList()
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setLayoutDirection(direction)
    view.show_entries([entry])
    return show(view, 600, 120).viewport().grab().toImage()


def differs(one: QImage, other: QImage) -> bool:
    return one != other


@pytest.mark.parametrize(
    "change",
    [
        {"marks": (1,)},
        {"title": "Released"},
        {"when": "20 April 2022"},
        {"body": "at home"},
        {"tone": "ok"},
        {"icon": "flag"},
        {"disputed": True},
    ],
)
def test_every_part_of_a_line_is_painted(show: Any, change: dict):
    assert differs(drawn(show, ENTRY), drawn(show, dataclasses.replace(ENTRY, **change)))


def test_the_same_line_is_painted_the_same(show: Any):
    assert not differs(drawn(show, ENTRY), drawn(show, ENTRY))


def test_from_right_to_left_the_disc_changes_sides(app: QApplication, show: Any):
    left = drawn(show, ENTRY)
    right = drawn(show, ENTRY, Qt.LayoutDirection.RightToLeft)
    assert left.pixelColor(24 - 12, 27) == right.pixelColor(right.width() - 24 + 11, 27)
