"""The day that speaks for a record is its latest affirmation."""

from models.law.dated_facts import DatedFact, latest
from models.values.partial_date import PartialDate


def on(text: str) -> PartialDate:
    return PartialDate.parse(text)


def test_latest_of_nothing_is_nothing():
    assert latest([None, None]) is None


def test_latest_takes_the_end_of_a_period_and_the_beginning_of_an_open_one():
    assert str(latest([on("2022-04/2022-06"), on("2022-05")])) == "2022-06"
    assert str(latest([on("2022-04/..^")])) == "2022-04^"


def test_a_fact_without_any_date_comes_first():
    undated = DatedFact(code="held", since=None, affirmed=None, rank=9)
    dated = DatedFact(code="held", since=on("1990"), affirmed=None, rank=0)
    assert undated.order < dated.order


def test_what_happened_later_outweighs_what_was_affirmed_later():
    old_arrest = DatedFact(code="held", since=on("2021"), affirmed=on("2024-05-01"), rank=0)
    exile = DatedFact(code="abroad", since=on("2022"), affirmed=on("2022-03-01"), rank=0)
    assert max((old_arrest, exile), key=lambda fact: fact.order) is exile
