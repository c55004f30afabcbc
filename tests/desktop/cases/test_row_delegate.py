from array import array
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desktop.cases.list_pane import ListPane
from desktop.cases.table import CaseTable
from models.values.country import Country
from models.values.partial_date import PartialDate
from models.views.cases import CaseSummary, Standing


def row(**facts: object) -> CaseSummary:
    held = Standing(custody="held", custody_as_of=PartialDate.parse("2022-12-05"))
    given = {"name": "Hanna", "organisation": "UW", "standing": held}
    return CaseSummary(
        id=1,
        reference="BY-2022-7K3MQ4-X",
        country=Country("BY"),
        office="",
        confirmed=False,
        latest_on=None,
        **(given | facts),
    )


def drawn(show: Any, summary: CaseSummary | None, *, rtl: bool = False) -> QImage:
    table = CaseTable()
    table.show(array("q", [1]))
    if summary:
        table.take(0, array("q", [1]), [summary])
    pane = ListPane(table)
    if rtl:
        pane.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    pane.list.show()
    shown = show(pane, 376, 400)
    return shown.list.viewport().grab().toImage()


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Ivan"},
        {"organisation": "Another"},
        {"standing": Standing(custody="held")},
        {"standing": Standing(custody="at_liberty")},
    ],
)
def test_every_part_of_a_row_is_painted(show: Any, change: Any):
    assert drawn(show, row()) != drawn(show, row(**change))


def test_a_row_on_its_way_is_a_grey_bar(show: Any):
    assert drawn(show, None) != drawn(show, row())


def test_a_long_name_leaves_the_date_alone(show: Any):
    short, long = drawn(show, row()), drawn(show, row(name="Hanna " * 40))
    corner = (short.width() - 110, 8, 96, 18)  # where the date stands
    assert short.copy(*corner) == long.copy(*corner)


def test_from_right_to_left_the_badge_changes_sides(show: Any):
    left, right = drawn(show, row()), drawn(show, row(), rtl=True)
    edge = left.width()
    assert left.pixelColor(40, 42) != right.pixelColor(40, 42)
    assert left.pixelColor(28, 40) == right.pixelColor(edge - 29, 40)
