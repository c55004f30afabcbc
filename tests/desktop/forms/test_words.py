from uuid import uuid4

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from desktop.forms.words import (
    choices,
    country_name,
    date_words,
    field_names,
    isolated,
    joined,
    language,
    value_words,
    word,
)
from models.values.country import Country
from models.values.partial_date import PartialDate
from models.values.term import Term
from models.views.custody import DetentionView


def detention() -> DetentionView:
    return DetentionView(id=1, uid=uuid4(), case_id=1)


def test_codes_have_words_and_nothing_has_none(app: QApplication):
    assert word("custody", "held") == "Held"
    assert word("custody", None) == ""
    assert ("held", "Held") in choices("custody")


def test_words_are_in_the_language_of_the_windows(app: QApplication):
    before = QLocale()
    QLocale.setDefault(QLocale("fr_FR"))
    try:
        assert language() == "fr"
        assert word("custody", "held") == "En détention"
        assert country_name(Country("BY")) == Country("BY").name("fr")
    finally:
        QLocale.setDefault(before)


def test_a_language_we_do_not_speak_gets_english(app: QApplication):
    before = QLocale()
    QLocale.setDefault(QLocale("pl_PL"))
    try:
        assert language() == "en"
    finally:
        QLocale.setDefault(before)


def test_no_date_has_no_words():
    assert date_words(None) == ""
    assert date_words(PartialDate.parse("2022-04")) == "April 2022"


def test_only_parts_that_say_something_are_joined():
    assert joined("a", "", "b") == "a · b"
    assert joined("", "") == ""
    assert isolated("BY-1") == "\u2068BY-1\u2069"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("kind", "pretrial", "Pre-trial detention"),
        ("began_on", PartialDate.parse("2022-04-19"), "19 April 2022"),
        ("place", "Minsk", "Minsk"),
        ("place", None, ""),
        ("ground", Term.parse("P3Y"), "3 years"),
        ("ground", Country("BY"), "Belarus"),
    ],
)
def test_claimed_values_are_said(app: QApplication, name: str, value: object, said: str):
    assert value_words(detention(), name, value) == said


def test_fields_of_a_record_are_its_facts():
    names = field_names(detention())
    assert {"kind", "began_on", "place"} <= set(names)
    assert not {"id", "uid"} & set(names)
