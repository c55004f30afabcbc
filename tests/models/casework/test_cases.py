"""Opening, listing and finding cases."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from models.casebook import Casebook, CaseFilter
from models.casework import cases
from models.errors import InvalidValueError, UnknownRecordError
from models.values.country import Country
from models.values.partial_date import PartialDate
from models.values.reference import Reference


def on(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def test_a_case_gets_a_fresh_reference_of_its_country_and_year(casebook: Casebook, make: Any):
    references = [
        Reference.parse(casebook.cases.open_file(make.case(country=code)).case.reference)
        for code in ("BY", "BY", "TN")
    ]
    assert [reference.country for reference in references] == ["BY", "BY", "TN"]
    assert len(set(references)) == 3
    assert {reference.year for reference in references} == {date.today().year}  # noqa: DTZ011


@pytest.mark.parametrize(
    "typed", [str, str.lower, lambda r: r.replace("-", ""), lambda r: f" {r} ".replace("-", " - ")]
)
def test_a_case_is_found_however_its_reference_is_typed(
    casebook: Casebook, make: Any, typed: Callable[[str], str]
):
    case = make.case()
    assert casebook.cases.find(typed(casebook.cases.open_file(case).case.reference)) == case


def test_what_is_not_there_is_told_in_a_sentence(casebook: Casebook, make: Any):
    mine = casebook.cases.open_file(make.case()).case.reference
    other = str(Reference.mint("BY", 2022))
    with pytest.raises(UnknownRecordError, match=f"no case {other}"):
        casebook.cases.find(other)
    swapped = mine[:-1] + ("0" if mine[-1] != "0" else "1")
    with pytest.raises(InvalidValueError, match="typing error"):
        casebook.cases.find(swapped)
    with pytest.raises(InvalidValueError, match="looks like"):
        casebook.cases.find("Anna")
    for act in (casebook.cases.open_file, lambda gone: casebook.cases.verify(gone, date.today())):  # noqa: DTZ011
        with pytest.raises(UnknownRecordError):
            act(4040)


def test_the_list_is_in_the_order_of_folded_names(casebook: Casebook, make: Any):
    names = ["Żanna", "élodie", "Anna", "Zora", "Ёлкин", "Дмитрий"]
    for name in names:
        make.case(name)
    listed = [row.name for row in casebook.cases.page(casebook.cases.ids())]
    assert listed == ["Anna", "élodie", "Żanna", "Zora", "Дмитрий", "Ёлкин"]


def test_a_page_keeps_the_order_asked_for_and_drops_what_is_gone(casebook: Casebook, make: Any):
    first, second = make.case("One"), make.case("Two")
    assert [row.id for row in casebook.cases.page([second, 4040, first])] == [second, first]
    assert casebook.cases.page([]) == ()


def test_a_row_says_what_the_list_shows(casebook: Casebook, make: Any):
    case = make.case("Anna Example")
    make.membership(casebook.cases.open_file(case).person.id, make.union(), "Treasurer")
    (row,) = casebook.cases.page([case])
    assert (row.name, row.organisation, row.office) == ("Anna Example", "UW", "Treasurer")
    assert (row.country, row.confirmed, row.latest_on) == (Country("BY"), False, None)
    assert (row.standing.custody, row.standing.outcome) == ("unknown", "none")


def test_filters_narrow_the_list_together(casebook: Casebook, make: Any):
    held, free, abroad = make.case("A"), make.case("B"), make.case("C", country="TN")
    make.detention(held, "2022-04")
    make.detention(free, "2022-04", end="released", ended_on=on("2022-05"))
    make.detention(abroad, "2022-04")

    def listed(**wanted: Any) -> list[int]:
        return list(casebook.cases.ids(CaseFilter(**wanted)))

    assert listed() == [held, free, abroad]
    assert listed(country=Country("TN")) == [abroad]
    assert listed(custody="held") == [held, abroad]
    assert listed(custody="held", country=Country("BY")) == [held]
    assert listed(custody="no such code") == []
    assert listed(held_on=date(2022, 6, 1), country=Country("BY")) == [held]
    assert casebook.cases.count() == 3
    assert casebook.cases.countries() == (Country("BY"), Country("TN"))


@pytest.mark.parametrize(
    ("began", "ended", "day", "possible"),
    [
        ("2022-04-19", "2022-06-02", "2022-04-18", False),
        ("2022-04-19", "2022-06-02", "2022-04-19", True),  # the first day counts
        ("2022-04-19", "2022-06-02", "2022-06-02", True),  # and the last one
        ("2022-04-19", "2022-06-02", "2022-06-03", False),
        ("2022-04", "2022-06", "2022-04-01", True),
        ("2022-04", "2022-06", "2022-06-30", True),
        ("2022-04", "2022-06", "2022-03-31", False),
        ("2022", None, "2022-01-01", True),
        ("2022", None, "2030-01-01", True),
        ("[..2022-04]", None, "2019-01-01", True),
        ("[2022-04..]", None, "2022-03-31", False),
        ("2022-04-19", "[2022-05..]", "2025-01-01", True),
        (None, "2022-06-02", "2022-01-01", True),
        (None, "2022-06-02", "2022-06-03", False),
        ("XXXX-12-26", None, "2022-01-01", True),
        (None, None, "2022-01-01", False),  # nothing places it in time
    ],
)
def test_who_was_possibly_held_on_a_day(
    casebook: Casebook,
    make: Any,
    began: str | None,
    ended: str | None,
    day: str,
    possible: bool,  # noqa: FBT001  a column of the table above
):
    case = make.case()
    make.detention(case, began, ended_on=on(ended))
    listed = casebook.cases.ids(CaseFilter(held_on=date.fromisoformat(day)))
    assert list(listed) == ([case] if possible else [])


def test_verifying_is_noted(casebook: Casebook, make: Any):
    case = make.case()
    casebook.cases.verify(case, date(2026, 1, 2))
    assert casebook.cases.open_file(case).case.last_verified_on == date(2026, 1, 2)


def test_who_was_held_is_told_by_indices_and_not_by_walking_all_dates(casebook: Casebook):
    wanted = CaseFilter(query="Anna", country=Country("BY"), held_on=date(2022, 6, 1))
    words = str(cases._listing(wanted).compile(dialect=casebook._vault.engine.dialect))
    values = ("any",) * words.count("?")
    with casebook._store.reading() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}", values).all()
    steps = [str(row[-1]) for row in plan]
    of_moments = [step for step in steps if " moment" in step]
    assert len(of_moments) == 3
    assert all("ix_moment_kind_record_id_field" in step for step in of_moments)
