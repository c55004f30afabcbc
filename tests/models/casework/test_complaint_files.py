"""A complaint is built from what may be told, and from nothing about anybody else."""

from datetime import date
from typing import Any

import pytest

from models.casebook import Casebook
from models.casework.complaint_files import complaint_file
from models.values.country import Country
from models.views.cases import NewConsent
from models.views.custody import NewProceeding, NewProceedingParty
from models.views.events import NewEvent, NewSituation
from models.views.filings import ComplaintFile

BY = Country("BY")


@pytest.fixture
def cases(casebook: Casebook, make: Any) -> dict[str, int]:
    """Two who agreed, one who refused, one of another State; each with an event and a trial."""
    states = {"Anna": "given", "Boris": "given", "Clara": "refused", "Dora": "given"}
    made = {}
    for name, state in states.items():
        made[name] = make.case(name, country="TN" if name == "Dora" else "BY")
        person = casebook.cases.open_file(made[name]).person.id
        consent = NewConsent(state=state, basis="own_word")
        casebook.consents.record_consent(person, consent)
        event(casebook, f"{name} was expelled", made[name])
        trial = casebook.proceedings.add_proceeding(NewProceeding(title=name, country=BY))
        casebook.proceedings.add_party(trial, NewProceedingParty(), case_id=made[name])
    return made


def event(casebook: Casebook, summary: str, *cases: int) -> None:
    new = NewEvent(kind="expulsion", summary=summary, country=BY)
    made = casebook.events.add_event(new)
    for case in cases:
        casebook.events.concern_case(made, case, "affected")


def read(casebook: Casebook, *case_ids: int, specimen: bool = False) -> ComplaintFile:
    with casebook._store.reading() as connection:
        return complaint_file(
            connection, BY, "cfa", case_ids=case_ids, as_of=date(2026, 1, 2), specimen=specimen
        )


def test_who_did_not_agree_is_withheld_by_reference(casebook: Casebook, cases: dict[str, int]):
    file = read(casebook)
    assert [case.name for case in file.cases] == ["Anna", "Boris"]
    assert file.withheld == (casebook.cases.open_file(cases["Clara"]).case.reference,)


def test_no_word_of_who_is_not_in_the_complaint(casebook: Casebook, cases: dict[str, int]):
    together = [cases["Anna"], cases["Clara"]]
    event(casebook, "The union was dissolved")
    event(casebook, "Two were dismissed", *together)
    casebook.situations.add_situation(NewSituation(statement="Strikes are banned.", country=BY))
    for chosen in ((), (cases["Anna"],)):
        file = read(casebook, *chosen)
        told = {event.summary for event in file.events} | {p.title for p in file.proceedings}
        assert "Clara" not in " ".join(told)
        assert {"Anna was expelled", "The union was dissolved", "Two were dismissed"} <= told
        assert ("Boris" in " ".join(told)) == (not chosen)
        kept = {event.id for event in file.events}
        assert {party.event_id for party in file.event_parties} <= kept
        records = [*file.events, *file.event_parties, *file.situations]
        records += [*file.proceedings, *file.proceeding_parties]
        assert {uid for uid, _ in file.proof} == {record.uid for record in records}


def test_a_specimen_withholds_those_who_refused(casebook: Casebook, cases: dict[str, int]):
    assert [case.name for case in read(casebook, specimen=True).cases] == ["Anna", "Boris"]
    assert len(cases) == 4
