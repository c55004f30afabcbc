"""What sources say of a field, and which of it the record shows."""

from dataclasses import replace
from typing import Any

import pytest

from models.casebook import Casebook
from models.errors import InvalidValueError, UnknownRecordError
from models.values.country import Country
from models.values.partial_date import PartialDate
from models.views.cases import NewCase, NewContact, NewDeadline, NewNote
from models.views.custody import NewDetention
from models.views.proof import EXISTENCE, OFFICE, Basis, ClaimView, Proof

APRIL, MAY = PartialDate.parse("2022-04-19"), PartialDate.parse("2022-05")
JUNE = PartialDate.parse("2022-06")


@pytest.fixture
def case(make: Any) -> int:
    return make.case()


@pytest.fixture
def detention(make: Any, case: int) -> int:
    return make.detention(case, "2022-04-19")


def claims(casebook: Casebook, case: int, field: str = "began_on") -> tuple[ClaimView, ...]:
    file = casebook.cases.open_file(case)
    return file.claims(file.detentions[0], field)


def shown(casebook: Casebook, case: int) -> PartialDate | None:
    return casebook.cases.open_file(case).detentions[0].began_on


def test_the_same_value_corroborates(casebook: Casebook, make: Any, case: int, detention: int):
    basis = make.basis(make.source())
    (before,) = claims(casebook, case)
    again = casebook.claims.assert_value("detention", detention, "began_on", APRIL, basis)
    (after,) = claims(casebook, case)
    assert again == before.id == after.id
    assert (len(before.citations), len(after.citations)) == (0, 1)


def test_another_value_stands_beside_until_it_is_preferred(
    casebook: Casebook, case: int, detention: int
):
    other = casebook.claims.assert_value("detention", detention, "began_on", MAY)
    assert shown(casebook, case) == APRIL
    casebook.claims.prefer(other, "The court's own record.")
    assert shown(casebook, case) == MAY
    told = [(c.value, c.status, c.reason) for c in claims(casebook, case)]
    assert told == [(MAY, "preferred", "The court's own record."), (APRIL, "alternative", "")]


@pytest.mark.parametrize("act", ["contest", "withdraw"])
def test_what_is_set_aside_is_kept_and_not_shown(
    casebook: Casebook, case: int, detention: int, act: str
):
    (claim,) = claims(casebook, case)
    getattr(casebook.claims, act)(claim.id, "Another person.")
    assert shown(casebook, case) is None
    (kept,) = claims(casebook, case)
    assert (kept.value, kept.reason) == (APRIL, "Another person.")
    casebook.claims.assert_value("detention", detention, "began_on", MAY)
    assert shown(casebook, case) == MAY


@pytest.mark.parametrize("act", ["contest", "withdraw"])
def test_what_is_set_aside_gives_way_to_the_only_other_value(
    casebook: Casebook, case: int, detention: int, act: str
):
    (claim,) = claims(casebook, case)
    casebook.claims.assert_value("detention", detention, "began_on", MAY)
    denied = Basis(denied=True)
    casebook.claims.assert_value("detention", detention, "began_on", JUNE, denied)
    getattr(casebook.claims, act)(claim.id, "Another person.")
    assert shown(casebook, case) == MAY
    assert claims(casebook, case)[0].status == "preferred"


def test_between_several_values_left_a_worker_decides(
    casebook: Casebook, case: int, detention: int
):
    (first,) = claims(casebook, case)
    others = [
        casebook.claims.assert_value("detention", detention, "began_on", day) for day in (MAY, JUNE)
    ]
    casebook.claims.withdraw(first.id, "Another person.")
    assert shown(casebook, case) is None
    casebook.claims.assert_value("detention", detention, "began_on", JUNE)
    assert shown(casebook, case) is None
    casebook.claims.contest(others[0], "The ministry says otherwise.")
    assert shown(casebook, case) == JUNE


def test_a_denial_stands_beside_and_is_never_shown(casebook: Casebook, case: int, detention: int):
    denied = Basis(denied=True)
    said = casebook.claims.assert_value("detention", detention, "began_on", APRIL, denied)
    assert shown(casebook, case) == APRIL
    assert [c.polarity for c in claims(casebook, case)] == ["asserted", "denied"]
    with pytest.raises(InvalidValueError):
        casebook.claims.prefer(said, "They say so.")


def test_existence_is_corroborated_and_denied(
    casebook: Casebook, make: Any, case: int, detention: int
):
    for denied in (False, True):
        basis = Basis(citations=make.basis(make.source()).citations, denied=denied)
        casebook.claims.assert_value("detention", detention, EXISTENCE, None, basis)
    there, denial = claims(casebook, case, EXISTENCE)
    assert (there.polarity, len(there.citations)) == ("asserted", 1)
    assert (denial.polarity, len(denial.citations)) == ("denied", 1)
    casebook.claims.withdraw(denial.id, "A misreading.")
    for act in (casebook.claims.withdraw, casebook.claims.contest, casebook.claims.prefer):
        with pytest.raises(InvalidValueError):
            act(there.id, "A reason")


def test_a_field_that_cannot_be_empty_needs_another_value_first(
    casebook: Casebook, case: int, detention: int
):
    (claim,) = claims(casebook, case, "kind")
    with pytest.raises(InvalidValueError, match="another value"):
        casebook.claims.withdraw(claim.id, "Not so.")
    other = casebook.claims.assert_value("detention", detention, "kind", "prison")
    casebook.claims.prefer(other, "As the court has it.")
    casebook.claims.withdraw(claim.id, "Not so.")
    assert casebook.cases.open_file(case).detentions[0].kind == "prison"


def test_a_link_is_claimed_and_shown(casebook: Casebook, make: Any, case: int, detention: int):
    prison, other = make.union("Prison No. 8"), make.union("Prison No. 4")
    casebook.claims.assert_value("detention", detention, "authority_id", prison)
    claim = casebook.claims.assert_value("detention", detention, "authority_id", other)
    assert casebook.cases.open_file(case).detentions[0].authority_id == prison
    casebook.claims.prefer(claim, "She was moved.")
    assert casebook.cases.open_file(case).detentions[0].authority_id == other


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("detention", "kind", "no such kind"),
        ("detention", "kind", None),
        ("detention", "place", None),
        ("detention", "place", ""),
        ("detention", "began_on", "2022-04-19"),
        ("detention", "began_on", 4),
        ("detention", "no_such_field", "x"),
        ("detention", "case_id", 1),
        ("detention", "uid", "x"),
        ("detention", EXISTENCE, "yes"),
        ("case", "worker", "Amina"),
        ("case", "priority", "high"),
        ("case", "reference", "BY"),
        ("note", "text", "x"),
        ("source", "title", "x"),
        ("claim", "value", "x"),
        ("setting", "value", "x"),
    ],
)
@pytest.mark.usefixtures("detention")
def test_what_cannot_be_claimed_changes_nothing(
    casebook: Casebook, kind: str, field: str, value: Any
):
    before = casebook.health.verify_history()
    for basis in (OFFICE, Basis(denied=True)):
        with pytest.raises(InvalidValueError):
            casebook.claims.assert_value(kind, 1, field, value, basis)
    assert casebook.health.verify_history() == before


def test_a_link_to_nothing_and_a_claim_that_is_gone(casebook: Casebook, case: int, detention: int):
    with pytest.raises(UnknownRecordError):
        casebook.claims.assert_value("detention", detention, "authority_id", 4040)
    with pytest.raises(UnknownRecordError):
        casebook.claims.assert_value("detention", 4040, "place", "Minsk")
    for act in (casebook.claims.withdraw, casebook.claims.contest, casebook.claims.prefer):
        with pytest.raises(UnknownRecordError):
            act(4040, "A reason")


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_decision_needs_a_reason(casebook: Casebook, case: int, detention: int, reason: str):
    (claim,) = claims(casebook, case)
    for act in (casebook.claims.withdraw, casebook.claims.contest, casebook.claims.prefer):
        with pytest.raises(InvalidValueError, match="say why"):
            act(claim.id, reason)
    assert detention


def test_a_revision_touches_what_differs_only(
    casebook: Casebook, make: Any, case: int, detention: int
):
    before = casebook.cases.open_file(case).detentions[0]
    proof = Proof(fields={"began_on": make.basis(make.source(), "since May")})
    edited = replace(before, began_on=MAY, place="Minsk")
    casebook.claims.revise("detention", detention, edited, proof, reason="The court's record.")
    assert casebook.cases.open_file(case).detentions[0] == edited
    told = [(c.value, c.status, c.reason, len(c.citations)) for c in claims(casebook, case)]
    assert told == [(MAY, "preferred", "The court's record.", 1), (APRIL, "alternative", "", 0)]
    assert [c.value for c in claims(casebook, case, "place")] == ["Minsk"]
    assert [c.value for c in claims(casebook, case, "kind")] == ["pretrial"]


def test_a_revision_to_the_same_is_none(casebook: Casebook, case: int, detention: int):
    before = casebook.health.verify_history()
    same = casebook.cases.open_file(case).detentions[0]
    casebook.claims.revise("detention", detention, same)
    assert casebook.health.verify_history() == before


def test_an_emptied_field_loses_every_value(casebook: Casebook, case: int, detention: int):
    casebook.claims.assert_value("detention", detention, "began_on", MAY)
    edited = replace(casebook.cases.open_file(case).detentions[0], began_on=None)
    casebook.claims.revise("detention", detention, edited, reason="It is another person's.")
    assert shown(casebook, case) is None
    assert {c.status for c in claims(casebook, case)} == {"withdrawn"}


def test_what_gives_way_needs_a_reason_and_what_is_new_does_not(
    casebook: Casebook, case: int, detention: int
):
    before = casebook.cases.open_file(case).detentions[0]
    for edited in (replace(before, began_on=MAY), replace(before, began_on=None)):
        with pytest.raises(InvalidValueError, match="say why"):
            casebook.claims.revise("detention", detention, edited)
    assert casebook.cases.open_file(case).detentions[0] == before
    casebook.claims.revise("detention", detention, replace(before, place="Minsk"))
    assert casebook.cases.open_file(case).detentions[0].place == "Minsk"


def test_the_office_changes_its_own_work_without_claims(casebook: Casebook, case: int):
    deadline = casebook.deadlines.add_deadline(case, NewDeadline(rule="90 days"))
    casebook.claims.revise("deadline", deadline, NewDeadline(rule="90 days", done=True))
    casebook.claims.revise("case", case, NewCase(country=Country("BY"), worker="Amina"))
    file = casebook.cases.open_file(case)
    assert (file.deadlines[0].done, file.case.worker) == (True, "Amina")
    assert file.claims(file.deadlines[0], "done") == file.claims(file.case, "worker") == ()


@pytest.mark.parametrize(
    ("kind", "new"),
    [
        ("detention", NewNote(text="x")),
        ("no such kind", NewNote(text="x")),
        ("detention", NewDetention(kind="no such kind")),
        ("detention", NewDetention(kind=None)),  # type: ignore[arg-type]
    ],
)
@pytest.mark.usefixtures("detention")
def test_a_revision_that_cannot_be_changes_nothing(casebook: Casebook, kind: str, new: Any):
    before = casebook.health.verify_history()
    with pytest.raises(InvalidValueError):
        casebook.claims.revise(kind, 1, new, reason="A reason")
    assert casebook.health.verify_history() == before


def test_a_revision_cannot_link_to_nothing(casebook: Casebook, case: int, detention: int):
    contact = casebook.notes.log_contact(case, NewContact(summary="She rang."))
    for kind, record_id, new in (
        ("detention", detention, NewDetention(authority_id=4040)),
        ("contact", contact, NewContact(person_id=4040)),
        ("contact", 4040, NewContact()),
    ):
        with pytest.raises(UnknownRecordError):
            casebook.claims.revise(kind, record_id, new, reason="A reason")
    with pytest.raises(UnknownRecordError):
        casebook.notes.log_contact(case, NewContact(person_id=4040))


@pytest.mark.parametrize("credibility", [0, 7, -1])
def test_credibility_is_on_the_scale(casebook: Casebook, detention: int, credibility: int):
    basis = Basis(credibility=credibility)
    with pytest.raises(InvalidValueError, match="Credibility runs"):
        casebook.claims.assert_value("detention", detention, "place", "Minsk", basis)
    casebook.claims.assert_value("detention", detention, "place", "Minsk", Basis(credibility=6))
