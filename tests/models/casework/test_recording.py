"""Every fact enters as a claim, and a column shows its preferred claim or nothing."""

from dataclasses import fields
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from models.casework import recording
from models.casework.case_files import proofs
from models.casework.portable import decoded
from models.entities import kinds
from models.entities.proof import Claim
from models.errors import InvalidValueError, UnknownRecordError
from models.values.country import Country
from models.values.partial_date import PartialDate
from models.views.cases import NewCase
from models.views.custody import NewDetention, NewStatedDuration
from models.views.people import NewPersonName
from models.views.proof import EXISTENCE, Basis, NewCitation, Proof
from models.views.record import OFFICE_ONLY

CLAIMED = [kind for kind, entity in kinds().items() if entity.claims]
STEPS = st.sampled_from(["assert", "deny", "prefer", "contest", "withdraw", "revise"])
DENIED = Basis(denied=True)


def claimed_fields(kind: str) -> list[Any]:
    return [s for s in fields(kinds()[kind].facts) if not s.metadata.get(OFFICE_ONLY)]


def is_empty(value: Any) -> bool:
    return value is None or value == ""


def preferred(session: Any, row: Any, name: str) -> list[Claim]:
    found = recording._claims_on(session, row, name)
    return [claim for claim in found if claim.status == "preferred"]


def same(row: Any, edited: Any, name: str) -> bool:
    shown, typed = getattr(row, name), getattr(edited, name)
    return bool(shown == typed or (is_empty(shown) and is_empty(typed)))


def check_row(session: Any, row: Any) -> None:
    """Hold each column of ``row`` against the claims on it."""
    assert len(preferred(session, row, EXISTENCE)) == 1
    for spec in claimed_fields(row.__tablename__):
        claims = preferred(session, row, spec.name)
        said = [decoded(session, row, spec.name, claim.value) for claim in claims]
        shown = getattr(row, spec.name)
        assert said == ([] if is_empty(shown) else [shown]), spec.name
        assert all(claim.polarity == "asserted" for claim in claims)


def claims_on(session: Any, row: Any) -> list[Claim]:
    return list(session.scalars(select(Claim).where(Claim.subject_uid == row.uid)))


def take_step(session: Any, row: Any, claim: Claim, *, name: str, step: str, value: Any) -> None:
    """Take one step of a quarrel over a field; what cannot be done must change nothing."""
    claims = claims_on(session, row)
    before = {c: (c.status, c.reason) for c in claims}
    columns = {spec.name: getattr(row, spec.name) for spec in fields(row.facts)}
    try:
        if step in ("assert", "deny"):
            recording.check_field(row, name, value)
            recording.assert_value(session, row, name, value, Basis(denied=step == "deny"))
        elif step == "prefer":
            recording.prefer(session, row, claim, "says so")
        else:
            status = "contested" if step == "contest" else "withdrawn"
            recording.set_aside(session, row, claim, status, "no")
    except InvalidValueError:
        assert {c: (c.status, c.reason) for c in claims} == before
        assert {spec.name: getattr(row, spec.name) for spec in fields(row.facts)} == columns


@pytest.mark.parametrize("kind", CLAIMED)
@given(data=st.data())
@settings(
    max_examples=4,
    deadline=None,
    phases=[Phase.reuse, Phase.generate],  # each try writes to a vault: shrinking takes minutes
    suppress_health_check=[HealthCheck.too_slow],
)
def test_columns_show_the_preferred_claim_whatever_happens(
    world: Any, kind: str, data: st.DataObject
):
    values = data.draw(world.facts(kind))
    specs = [spec for spec in claimed_fields(kind) if spec.name]
    with world.store.work() as session:
        new = kinds()[kind].facts(**values)
        row = session.get_one(kinds()[kind], recording.add(session, kind, new, **world.links(kind)))
        check_row(session, row)
        for _ in range(data.draw(st.integers(0, 8)) if specs else 0):
            spec = data.draw(st.sampled_from(specs))
            step, value = data.draw(STEPS), data.draw(world.value(kind, spec))
            if step == "revise":
                edited = kinds()[kind].facts(**data.draw(world.facts(kind)))
                recording.revise(session, row, edited, Proof(), "as typed")
                assert all(same(row, edited, spec.name) for spec in fields(edited))
                check_row(session, row)
                continue
            claim = data.draw(st.sampled_from(claims_on(session, row)))
            take_step(session, row, claim, name=spec.name, step=step, value=value)
            check_row(session, row)
    assert {name: world.shown(kind, row.id)[name] for name in values} == {
        name: getattr(row, name) for name in values
    }


def test_the_whole_vault_agrees_with_its_claims_and_its_history(world: Any):
    assert world.casebook.health.columns_show_the_claims()
    assert world.casebook.health.history_gives_the_record()
    assert world.casebook.health.rebuild_projections()


def claims_of(world: Any, kind: str, record_id: int, name: str) -> tuple[Any, ...]:
    with world.store.reading() as connection:
        uid = world.shown(kind, record_id)["uid"]
        return proofs(connection, [uid]).get((uid, name), ())


def test_what_nobody_said_stands_empty_and_makes_no_claim(world: Any):
    made = world.add("stated_duration", {"days": 105, "bound": None})
    assert world.shown("stated_duration", made)["bound"] is None
    assert claims_of(world, "stated_duration", made, "bound") == ()
    assert [c.value for c in claims_of(world, "stated_duration", made, "days")] == [105]


def test_false_and_nought_are_said(world: Any):
    made = world.add("stated_duration", {"days": 0, "consecutive": False})
    assert [c.value for c in claims_of(world, "stated_duration", made, "days")] == [0]
    assert [c.value for c in claims_of(world, "stated_duration", made, "consecutive")] == [False]


def test_what_the_office_decides_makes_no_claim(world: Any):
    made = world.add("case", {"country": Country("BY"), "priority": "high", "worker": "Amina"})
    assert world.shown("case", made)["worker"] == "Amina"
    assert claims_of(world, "case", made, "worker") == claims_of(world, "case", made, "priority")
    assert claims_of(world, "case", made, "worker") == ()


def test_each_field_rests_on_its_own_basis_else_on_that_of_the_record(world: Any):
    source = world.ids["source"]
    of_record, of_place = (
        Basis(citations=(NewCitation(source_id=source, quotation=words),))
        for words in ("was arrested", "in Minsk")
    )
    made = world.add(
        "detention",
        {"place": "Minsk", "kind": "pretrial"},
        Proof(record=of_record, fields={"place": of_place}),
    )
    quoted = {
        name: claims_of(world, "detention", made, name)[0].citations[0].quotation
        for name in ("", "kind", "place")
    }
    assert quoted == {"": "was arrested", "kind": "was arrested", "place": "in Minsk"}


def test_a_denied_value_is_kept_and_not_shown(world: Any):
    proof = Proof(fields={"place": DENIED})
    made = world.add("detention", {"place": "Minsk"}, proof)
    assert world.shown("detention", made)["place"] == ""
    (claim,) = claims_of(world, "detention", made, "place")
    assert (claim.polarity, claim.status, claim.value) == ("denied", "alternative", "Minsk")


@pytest.mark.parametrize(
    ("kind", "values", "proof"),
    [
        ("detention", {"kind": "no such kind"}, Proof()),
        ("detention", {"kind": None}, Proof()),
        ("person_name", {"full": "  "}, Proof()),
        ("case", {"country": Country("BY")}, Proof(fields={"country": DENIED})),
        ("detention", {"place": "Minsk"}, Proof(record=DENIED)),
        ("person_name", {"full": "half \ud800"}, Proof()),
        ("tally", {"number": 10**30}, Proof()),
    ],
)
def test_a_value_with_problems_changes_nothing(
    world: Any, kind: str, values: dict[str, Any], proof: Proof
):
    before = world.casebook.health.verify_history()
    with pytest.raises(InvalidValueError):
        world.add(kind, values, proof)
    assert world.casebook.health.verify_history() == before


@pytest.mark.parametrize(
    "links", [{"case_id": 4040}, {"case_id": 1, "authority_id": 4040}, {"case_id": 1, "cited": 1}]
)
def test_a_missing_link_is_told_and_changes_nothing(world: Any, links: dict[str, int]):
    before = world.casebook.health.verify_history()
    cited = Basis(citations=(NewCitation(source_id=4040),)) if links.pop("cited", 0) else Basis()
    new = NewDetention(authority_id=links.pop("authority_id", None))
    with pytest.raises(UnknownRecordError):
        world.casebook.detentions.record_detention(links["case_id"], new, Proof(record=cited))
    assert world.casebook.health.verify_history() == before


def test_new_values_know_their_problems():
    assert NewPersonName(full="").problems() == ("Please fill in “full”.",)
    assert NewStatedDuration(bound="nearly").problems() == (
        "“bound” takes one of the listed choices.",
    )
    assert NewCase(country=Country("BY")).problems() == ()
    assert NewDetention(began_on=PartialDate.parse("2022")).problems() == ()
