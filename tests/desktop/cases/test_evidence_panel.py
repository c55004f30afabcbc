from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.cases.evidence import Finding, Quote, Value
from desktop.cases.evidence_panel import EvidencePanel

FIRST = Quote("[1]", "“was detained”", "First paper · paragraph 3")
SECOND = Quote("[2]", "“was arrested”", "Second paper")
DISPUTE = Finding("Sources disagree: From", (Value("19 Apr", (FIRST,)), Value("21 Apr", (SECOND,))))
AGREED = Finding("Place: Minsk", (Value("", (FIRST,)),))


@pytest.fixture
def panel(show: Any) -> EvidencePanel:
    made = show(EvidencePanel(), 660, 196)
    made.show_findings("Detained", [DISPUTE, AGREED])
    return made


def texts(panel: EvidencePanel) -> list[str]:
    return [label.text() for label in panel._area.widget().findChildren(QLabel)]


def test_marks_words_and_places_are_shown(panel: EvidencePanel):
    shown = texts(panel)
    for word in ("[1]", "“was detained”", "First paper · paragraph 3", "Place: Minsk", "21 Apr"):
        assert word in shown


def test_two_values_stand_side_by_side(panel: EvidencePanel, app: QApplication):
    app.processEvents()
    labels = {label.text(): label for label in panel._area.widget().findChildren(QLabel)}
    one, other = labels["19 Apr"], labels["21 Apr"]
    assert one.y() == other.y()
    assert other.x() > one.x() + one.width() - 1


def test_escape_and_the_button_close_it(panel: EvidencePanel, qtbot: QtBot):
    with qtbot.waitSignal(panel.closed, timeout=500):
        qtbot.keyClick(panel._area, Qt.Key.Key_Escape)
    assert panel.isHidden()
    panel.show_findings("Detained", [AGREED])
    with qtbot.waitSignal(panel.closed, timeout=500):
        qtbot.mouseClick(panel._close, Qt.MouseButton.LeftButton)


def test_readers_hear_the_evidence(panel: EvidencePanel):
    heard = panel._area.accessibleDescription()
    assert "Sources disagree: From 21 Apr [2] “was arrested” Second paper" in heard


def test_nothing_of_a_quotation_is_markup(panel: EvidencePanel):
    panel.show_findings("x", [Finding("h", (Value("", (Quote("[1]", "<b>x</b>", "<i>y</i>"),)),))])
    for label in panel._area.widget().findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
