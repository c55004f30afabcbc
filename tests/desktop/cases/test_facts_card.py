from typing import Any

from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.cases.facts_card import Fact, FactsCard

FACTS = [Fact("lock", f"Head {at}", f"Value {at}", "as of 2022") for at in range(4)]


def places(card: FactsCard) -> set[tuple[int, int]]:
    return {(cell.x(), cell.y()) for cell in card._cells}


def test_four_in_a_row_and_two_by_two(app: QApplication, show: Any):
    card = show(FactsCard(), 700, 80)
    card.show_facts(FACTS)
    app.processEvents()
    assert len({y for _, y in places(card)}) == 1
    card.resize(500, 80)
    app.processEvents()
    assert len({y for _, y in places(card)}) == 2


def test_long_values_get_the_height_they_need(app: QApplication, show: Any, qtbot: QtBot):
    page = QWidget()
    column = QVBoxLayout(page)
    card = FactsCard()
    column.addWidget(card)
    column.addStretch(1)
    show(page, 700, 400)
    card.show_facts(FACTS)
    app.processEvents()
    flat = card.height()
    card.show_facts(
        [*FACTS[:3], Fact("gavel", "Head", "Convicted at first instance, then again", "x")]
    )
    qtbot.waitUntil(lambda: card.height() > flat, timeout=1000)
    for word in card.findChildren(QLabel):
        assert word.height() >= word.minimumSizeHint().height()
