"""Every check can pass, fail, and say that it cannot tell."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from models.law import receivability
from models.values.country import Country
from models.views.custody import ChargeView, DetentionView
from models.views.events import EventPartyView, EventView, NexusView, SituationView
from models.views.filings import AllegationView, ComplaintFile, ComplaintView
from models.views.people import OrganisationView


def file_of(*builders: Any, country: str = "BY", **values: Any) -> ComplaintFile:
    return ComplaintFile(
        **{
            "country": Country(country),
            "mechanism": "cfa",
            "as_of": date(2023, 6, 1),
            "specimen": False,
            "cases": tuple(one.file for one in builders),
            **values,
        }
    )


def organisation(**values: Any) -> OrganisationView:
    return OrganisationView(id=1, uid=UUID(int=1), **{"kind": "federation", **values})


def draft(**values: Any) -> ComplaintView:
    return ComplaintView(id=9, uid=UUID(int=9), country=Country("BY"), **values)


def complaining(**values: Any) -> ComplaintFile:
    return file_of(complainant=organisation(**values))


@pytest.mark.parametrize(
    ("file", "verdict"),
    [
        (complaining(), "pass"),
        (complaining(kind="ngo"), "stop"),
        (complaining(kind="media"), "stop"),
        (file_of(), "stop"),
    ],
)
def test_only_organisations_complain(file: ComplaintFile, verdict: str):
    assert receivability.complainant(file)[0] == verdict


@pytest.mark.parametrize(
    ("standing", "verdict"),
    [
        ("national", "pass"),
        ("international_consultative", "pass"),
        ("international_other", "warn"),
        ("local", "warn"),
        ("none", "stop"),
        (None, "stop"),
    ],
)
def test_capacity(standing: str | None, verdict: str):
    assert receivability.capacity(complaining(cfa_standing=standing))[0] == verdict


def test_dissolution_informs_and_never_stops():
    event = EventView(id=5, uid=UUID(int=5), kind="dissolution")
    party = EventPartyView(
        id=6, uid=UUID(int=6), event_id=5, case_id=None, organisation_id=1, role="affected"
    )
    dissolved = replace(complaining(), events=(event,), event_parties=(party,))
    assert receivability.existence(dissolved)[0] == "info"
    assert receivability.existence(complaining())[0] == "pass"
    assert receivability.existence(file_of())[0] == "pass"


@pytest.mark.parametrize(("address", "verdict"), [("1 Street", "pass"), (" ", "stop")])
def test_permanent_address(address: str, verdict: str):
    assert receivability.address(complaining(postal_address=address))[0] == verdict
    assert receivability.address(file_of())[0] == "stop"


def test_signatory_needs_name_and_office():
    whole = draft(signatory="A", signatory_office="President")
    assert receivability.signatory(file_of(complaint=whole))[0] == "pass"
    assert receivability.signatory(file_of(complaint=draft(signatory="A")))[0] == "stop"
    assert receivability.signatory(file_of())[0] == "stop"


def test_a_state_our_tables_do_not_know_is_to_be_confirmed():
    assert receivability.respondent(file_of())[0] == "pass"
    assert receivability.respondent(file_of(country="VA"))[0] == "warn"


def test_allegations_stop_when_missing_and_warn_when_only_proposed(case: Any):
    assert receivability.substance(file_of(case))[0] == "stop"
    case.add("detentions", DetentionView, case_id=2)
    assert receivability.substance(file_of(case))[0] == "warn"
    recorded = AllegationView(id=7, uid=UUID(int=7), complaint_id=1, topic="arrest")
    assert receivability.substance(file_of(case, allegations=(recorded,)))[0] == "pass"


def test_a_missing_link_names_the_person(case: Any):
    verdict, reason = receivability.nexus(file_of(case))
    assert (verdict, "Test Person" in reason) == ("warn", True)
    case.add("nexuses", NexusView, case_id=2)
    assert receivability.nexus(file_of(case))[0] == "pass"
    assert receivability.nexus(file_of())[0] == "warn"


def test_dates_are_asked_for(case: Any):
    case.add("detentions", DetentionView, case_id=2)
    assert receivability.particulars(file_of(case))[0] == "warn"
    case.add("detentions", DetentionView, case_id=2, began_on="2023-02")
    assert receivability.particulars(file_of(case))[0] == "pass"


def test_place_or_authority_is_asked_for(case: Any):
    case.add("detentions", DetentionView, case_id=2, place="Minsk")
    assert receivability.places(file_of(case))[0] == "pass"
    case.add("detentions", DetentionView, case_id=2)
    assert receivability.places(file_of(case))[0] == "warn"


def test_a_single_source_is_pointed_out(case: Any):
    assert "no" in receivability.annexes(file_of(case))[1]
    case.add("detentions", DetentionView, case_id=2, reported="2023-01-01")
    assert "one single source" in receivability.annexes(file_of(case))[1]
    case.add("detentions", DetentionView, case_id=2, reported="2023-01-02")
    assert receivability.annexes(file_of(case))[1].startswith("The record draws on 2 sources")


def test_provisions_are_asked_for(case: Any):
    assert receivability.provisions(file_of(case))[0] == "warn"
    case.add("charges", ChargeView, case_id=2, provisions="342")
    assert receivability.provisions(file_of(case))[0] == "pass"
    case.add("charges", ChargeView, case_id=2)
    assert receivability.provisions(file_of(case))[0] == "warn"


def test_urgency_is_asked_for(case: Any):
    assert receivability.urgency(file_of(complaint=draft(urgency="liberty")))[0] == "pass"
    assert receivability.urgency(file_of(case))[0] == "warn"
    case.add("detentions", DetentionView, case_id=2)
    assert "personal freedom" in receivability.urgency(file_of(case))[1]


@pytest.mark.parametrize(
    ("began_on", "verdict"), [("2023-01", "pass"), ("2019", "warn"), ("XXXX-01", "warn")]
)
def test_old_facts_need_a_reason(case: Any, began_on: str, verdict: str):
    case.add("detentions", DetentionView, case_id=2, began_on=began_on)
    assert receivability.age(file_of(case))[0] == verdict


def test_an_existing_procedure_comes_first():
    assert receivability.existing(file_of())[0] == "warn"
    assert receivability.existing(file_of(country="KG"))[0] == "info"
    assert receivability.existing(file_of(complaint=draft(adds_to="Case No. 0")))[0] == "pass"


@pytest.mark.parametrize(("country", "verdict"), [("BY", "pass"), ("IR", "info"), ("VA", "warn")])
def test_ratification(country: str, verdict: str):
    assert receivability.ratified(file_of(country=country))[0] == verdict


def test_consent_stops_a_specimen_and_whatever_is_withheld():
    assert receivability.consent(file_of(specimen=True))[0] == "stop"
    assert receivability.consent(file_of(withheld=("BY-1",)))[0] == "stop"
    assert receivability.consent(file_of())[0] == "pass"


def test_all_checks_are_run_in_the_order_of_the_list():
    numbers = [check.number for check in receivability.checks(file_of())]
    assert numbers == sorted(numbers)
    assert {check.verdict for check in receivability.checks(file_of())} <= {
        "pass",
        "info",
        "warn",
        "stop",
    }


def test_the_background_is_to_be_read_for_relevance():
    told = SituationView(id=8, uid=UUID(int=8), statement="Wages are low.")
    assert receivability.relevance(file_of(situations=(told,)))[0] == "warn"
    assert receivability.relevance(file_of())[0] == "info"
