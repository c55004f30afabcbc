from typing import Any

from PySide6.QtWidgets import QApplication

from desktop.cases.glance import Glance
from desktop.cases.reader import Reader
from models.casebook import Casebook


def test_the_line_names_reference_country_union_and_office(reader: Reader):
    line = Glance().line(reader.file)
    assert line == f"\u2068{reader.file.case.reference}\u2069 · Belarus · UW, Chairperson"


def test_four_facts_each_with_its_day(reader: Reader):
    custody, stage, outcome, place = Glance().facts(reader)
    assert custody.value == "Held"
    assert custody.line.startswith("as of ")
    assert stage.head == "Proceedings"
    assert outcome.value == "Convicted"
    assert (place.value, place.line) == ("Prison No. 1", "since May 2022")


def test_what_nobody_dated_says_so(casebook: Casebook, make: Any, app: QApplication):
    reader = Reader(casebook.cases.open_file(make.case()))
    custody, _, _, place = Glance().facts(reader)
    assert custody.line == "no dated source"
    assert (place.value, place.line) == ("Not known", "")
