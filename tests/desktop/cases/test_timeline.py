from typing import Any

from PySide6.QtWidgets import QApplication

from desktop.cases.reader import Reader
from desktop.cases.timeline import Timeline
from models.casebook import Casebook
from models.values.partial_date import PartialDate


def test_everything_dated_is_on_it_the_newest_first(reader: Reader):
    entries = Timeline().entries(reader)
    said = [(entry.when, entry.title) for entry in entries]
    assert said == [
        ("5 December 2022", "Judgment: Convicted"),
        ("5 December 2022", "Sentence: Prison, 3 years"),
        ("1 December 2022", "Hearing: Trial"),
        ("2 May 2022", "Charge: Charged"),
        ("May 2022", "Held at Prison No. 1"),
        ("19 April 2022", "Detained"),
        ("19 April 2022", "Search"),
        ("August 2021", "Strike"),
        ("Date not known", "In custody for more than 105 days"),
    ]


def test_every_line_has_marks_and_records(reader: Reader):
    for entry in Timeline().entries(reader):
        assert entry.marks, entry.title
        assert entry.records, entry.title


def test_the_source_s_own_word_for_a_sentence_is_kept(reader: Reader):
    bodies = {entry.title: entry.body for entry in Timeline().entries(reader)}
    assert bodies["Sentence: Prison, 3 years"] == "reported as “three years in jail”"
    assert bodies["Strike"] == "Led a strike · Detained a day after the strike"


def test_a_dispute_is_flagged(reader: Reader):
    disputed = [entry.title for entry in Timeline().entries(reader) if entry.disputed]
    assert disputed == ["Detained"]


def test_an_end_is_a_line_of_its_own(casebook: Casebook, make: Any, app: QApplication):
    case = make.case()
    make.detention(case, "2022-04", ended_on=None, end="released")
    entries = Timeline().entries(Reader(casebook.cases.open_file(case)))
    assert [entry.title for entry in entries] == ["Detained", "Released"]
    assert entries[1].tone == "ok"


def test_an_end_without_a_beginning_has_no_beginning_line(
    casebook: Casebook, make: Any, app: QApplication
):
    case = make.case()
    make.detention(case, None, ended_on=PartialDate.parse("2023"), end="died")
    entries = Timeline().entries(Reader(casebook.cases.open_file(case)))
    assert [entry.title for entry in entries] == ["Died in custody"]
    assert entries[0].tone == "neutral"
