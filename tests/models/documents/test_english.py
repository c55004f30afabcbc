"""Small matters of English."""

import pytest

from models.documents.english import (
    as_last_known,
    bounded,
    capital,
    counted,
    country_name,
    label,
    listed,
    organisation,
    thousands,
    when,
)
from models.values.country import Country
from models.values.partial_date import PartialDate
from models.views.cases import OrganisationName


@pytest.mark.parametrize(
    ("items", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (list("abc"), "a, b and c")],
)
def test_lists(items: list[str], expected: str):
    assert listed(items) == expected


def test_countries_behind_of():
    assert country_name(Country("BY")) == "Belarus"
    assert country_name(Country("PH")) == "the Philippines"


def test_labels_inside_a_sentence_are_small_unless_they_are_acronyms():
    assert label("detention_kind", "pretrial") == "pre-trial detention"
    assert label("event_kind", "ilo_decision") == "ILO decision"


def test_dates():
    assert when(None) == ""
    assert when(PartialDate.parse("2022-04")) == " in April 2022"
    assert as_last_known(PartialDate.parse("2022-12-05")) == "as last known on 5 December 2022"
    assert as_last_known(None) == "the day not being known"


def test_names_and_numbers():
    assert organisation(OrganisationName(full="Union", acronym="U")) == "Union (U)"
    assert organisation(OrganisationName(full="Union")) == "Union"
    assert thousands(10000) == "10,000"
    assert capital("") == ""
    assert capital("iLO") == "ILO"


def test_amounts_stand_behind_how_exact_they_are():
    assert bounded("up_to", "15 years") == "up to 15 years"
    assert bounded("exact", "15 years") == bounded(None, "15 years") == "15 years"
    assert counted(1500, "almost", "people") == "almost 1,500 people"
    assert counted(None, "dozens", "people") == "dozens of people"
    assert counted(None, None, "people") == "people"
