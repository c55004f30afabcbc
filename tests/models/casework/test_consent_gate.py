"""The gate: nobody is named who has not agreed, and a refusal beats everything."""

from datetime import date
from itertools import product
from uuid import UUID

import pytest

from models.casework.consent_gate import may_be_named
from models.values.country import Country
from models.values.partial_date import PartialDate
from models.values.vocabulary import vocabulary
from models.views.cases import CaseFile, CaseView, ConsentView, Standing
from models.views.people import PersonView

TODAY = date(2026, 1, 2)
YES = {"state": "given", "basis": "own_word"}
WEIGHED = {"approved_by": "The board", "risk": "Known to the police already."}
PRESS = {"state": "not_asked", "basis": "published_not_asked"}


def file(*consents: dict[str, object]) -> CaseFile:
    uid = UUID(int=1)
    return CaseFile(
        case=CaseView(
            id=1, uid=uid, country=Country("BY"), reference="", person_id=1, last_verified_on=None
        ),
        person=PersonView(id=1, uid=uid),
        standing=Standing(),
        consents=tuple(
            ConsentView(id=number, uid=uid, person_id=1, **consent)
            for number, consent in enumerate(consents)
        ),
    )


def named(*consents: dict[str, object], audience: str = "ilo", specimen: bool = False) -> bool:
    return may_be_named(file(*consents), audience, on=TODAY, specimen=specimen)


def test_nobody_by_default():
    assert not named()
    assert not named(specimen=True)


def test_one_word_of_the_person_is_enough():
    assert named(YES)
    assert named({**YES, "audience": "ilo"})
    assert not named({**YES, "audience": "press"})


@pytest.mark.parametrize("state", ["refused", "withdrawn"])
def test_a_no_beats_every_yes_of_whatever_date(state: str):
    no = {"state": state, "withdrawn_on": PartialDate.parse("2020"), "until": None}
    assert not named(YES, no)
    assert not named(no, YES, specimen=True)
    assert not named(YES, {**no, "field": "photo"})
    assert named(YES, {**no, "audience": "press"})
    assert not named(YES, {**no, "audience": "press"}, audience="press")


@pytest.mark.parametrize(
    ("until", "holds"),
    [("2026-01-02", True), ("2026-01-01", False), ("2026", True), ("2025", False), ("2025/..", 0)],
)
def test_a_yes_runs_out(until: str, holds: bool):  # noqa: FBT001  a column of the table above
    assert named({**YES, "until": PartialDate.parse(until)}) is bool(holds)


def test_a_yes_taken_back_or_to_one_field_is_none():
    assert not named({**YES, "withdrawn_on": PartialDate.parse("2025")})
    assert not named({**YES, "field": "occupation"})


def test_named_in_the_press_and_not_asked_is_for_specimens_only():
    assert named(PRESS, specimen=True)
    assert not named(PRESS)


def test_the_office_decides_only_with_its_reason_recorded():
    decided = {"state": "unreachable", "basis": "office_decision"}
    assert not named(decided)
    assert not named({**decided, "note": "Approved by the board."})
    assert not named({**decided, "approved_by": "The board", "risk": "  "})
    assert not named({**decided, "approved_by": "", "risk": "Known to the police already."})
    assert named({**decided, **WEIGHED})


def test_of_all_states_and_bases_few_name_anybody():
    permitted = {
        (state, basis)
        for state, basis in product(vocabulary("consent_state"), vocabulary("consent_basis"))
        if named({"state": state, "basis": basis, **WEIGHED})
    }
    own = set(vocabulary("consent_basis").having("permits", "yes"))
    assert permitted == {("given", basis) for basis in own} | {
        ("given", "office_decision"),
        ("unreachable", "office_decision"),
    }


def test_a_state_without_a_basis_names_nobody():
    assert not any(named({"state": s}, specimen=True) for s in vocabulary("consent_state"))
