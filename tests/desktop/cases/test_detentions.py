from typing import Any

from PySide6.QtWidgets import QApplication

from desktop.cases.detentions import Detentions
from desktop.cases.reader import Reader
from models.casebook import Casebook


def test_one_line_for_each_with_its_stays(reader: Reader):
    (only,) = Detentions().entries(reader)
    assert only.title == "Pre-trial detention"
    assert only.when == "19 April 2022 – no end known"
    assert only.body == "Minsk · Prison No. 1 May 2022"
    assert only.tone == "danger"
    assert only.disputed


def test_an_ended_one_is_calm(casebook: Casebook, make: Any, app: QApplication):
    case = make.case()
    make.detention(case, "2022", end="released")
    (only,) = Detentions().entries(Reader(casebook.cases.open_file(case)))
    assert only.when == "2022 – Released"
    assert only.tone == "neutral"
