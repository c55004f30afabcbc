"""A brief gathers the law for one complaint."""

from datetime import date

from models.law.brief import for_complaint
from models.values.country import Country
from models.views.filings import ComplaintFile


def test_it_holds_everything_a_complaint_needs():
    file = ComplaintFile(
        country=Country("BY"), mechanism="cfa", as_of=date(2026, 11, 22), specimen=True
    )
    law = for_complaint(file)
    assert {87, 98} <= {one.number for one in law.ratifications}
    assert law.follow_up
    assert law.checks
    assert law.allegations == ()
    assert "arrest" in law.topics
