"""Standing is derived by rules that hold whatever the order of the records."""

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.law.standing import standing
from models.values.partial_date import PartialDate
from models.views.custody import (
    ChargeStatusView,
    ChargeView,
    DetentionView,
    HearingView,
    OutcomeView,
    ProceedingPartyView,
    ProceedingView,
    RulingView,
    SentenceComponentView,
    SentenceView,
    StayView,
)


def detain(
    case: Any,
    began_on: str = "2022-04-19",
    *,
    reported: str = "",
    kind: str = "unspecified",
    **values: Any,
):
    return case.add(
        "detentions",
        DetentionView,
        case_id=2,
        kind=kind,
        began_on=began_on or None,
        reported=reported,
        **values,
    )


def sentence(case: Any, *kinds: Any, pronounced_on: str = "", reported: str = "", **values: Any):
    made = case.add(
        "sentences",
        SentenceView,
        case_id=2,
        pronounced_on=pronounced_on or None,
        reported=reported,
        **values,
    )
    for kind in kinds:
        case.add("components", SentenceComponentView, sentence_id=made.id, kind=kind)
    return made


def rule(
    case: Any, outcome: str, pronounced_on: str = "", *, kind: str = "judgment", reported: str = ""
):
    proceeding = case.add("proceedings", ProceedingView)
    party = case.add(
        "proceeding_parties", ProceedingPartyView, proceeding_id=proceeding.id, case_id=2
    )
    ruling = case.add(
        "rulings",
        RulingView,
        proceeding_id=proceeding.id,
        kind=kind,
        pronounced_on=pronounced_on or None,
    )
    return case.add(
        "outcomes",
        OutcomeView,
        ruling_id=ruling.id,
        party_id=party.id,
        kind=outcome,
        reported=reported,
    )


def test_nothing_recorded_is_not_known(case: Any):
    found = standing(case.file)
    assert (found.custody, found.stage, found.outcome) == ("unknown", "unknown", "none")
    assert found.custody_as_of is None


def test_open_detention_is_held_as_of_the_latest_source(case: Any):
    detention = detain(case, reported="2022-12-05")
    case.affirm(detention, "2022-06-01")
    found = standing(case.file)
    assert found.custody == "held"
    assert str(found.custody_as_of) == "2022-12-05"
    assert found.stage == "arrested"


def test_open_detention_without_a_source_is_held_as_of_the_arrest(case: Any):
    detain(case, "2022-04/..^")
    found = standing(case.file)
    assert found.custody == "held"
    assert str(found.custody_as_of) == "2022-04^"


def test_arrest_that_nothing_dates_is_never_held(case: Any):
    detain(case, "")
    assert standing(case.file).custody == "unknown"


def test_arrest_without_a_date_is_held_as_of_its_source(case: Any):
    detain(case, "", reported="2022-12-05")
    found = standing(case.file)
    assert (found.custody, str(found.custody_as_of)) == ("held", "2022-12-05")


@pytest.mark.parametrize(
    ("polarity", "status"), [("denied", "preferred"), ("asserted", "withdrawn")]
)
def test_what_is_denied_or_withdrawn_affirms_nothing(case: Any, polarity: str, status: str):
    detention = detain(case, reported="2022-12-05")
    case.affirm(detention, "2024-01-01", polarity=polarity, status=status)
    assert str(standing(case.file).custody_as_of) == "2022-12-05"


def test_a_later_stay_affirms_its_detention(case: Any):
    detention = detain(case, reported="2022-12-05")
    case.add("stays", StayView, detention_id=detention.id, place="Shklou", reported="2024-03-01")
    assert str(standing(case.file).custody_as_of) == "2024-03-01"


@pytest.mark.parametrize(
    ("end", "custody", "outcome"),
    [
        ("released", "at_liberty", "none"),
        ("acquitted", "at_liberty", "acquitted"),
        ("pardoned", "at_liberty", "pardoned"),
        ("deported", "abroad", "expelled"),
        ("died", "dead", "died"),
        ("changed_measure", "unknown", "none"),
    ],
)
def test_a_detention_that_ended_says_what_its_end_says(
    case: Any, end: str, custody: str, outcome: str
):
    detain(case, ended_on="2022-11", end=end, reported="2022-12-05")
    found = standing(case.file)
    assert (found.custody, found.outcome) == (custody, outcome)
    assert str(found.custody_as_of) == "2022-12-05"


def test_release_without_a_date_comes_after_the_arrest_and_the_sentence_of_the_same_source(
    case: Any,
):
    detain(case, end="released", reported="2022-12-05")
    sentence(case, "prison", reported="2022-12-05")
    assert standing(case.file).custody == "at_liberty"


def test_re_arrest_outweighs_the_release_before_it(case: Any):
    detain(case, "2021-01", ended_on="2021-03", end="released")
    detain(case, "2023-02")
    assert standing(case.file).custody == "held"


def test_sentence_to_home_confinement_replaces_the_cell(case: Any):
    detain(case, "2022-04", reported="2022-12-05")
    sentence(case, "home_confinement", reported="2022-12-05")
    found = standing(case.file)
    assert (found.custody, found.outcome) == ("home_confinement", "convicted")
    assert found.stage == "convicted"


def test_the_heaviest_part_of_a_sentence_counts(case: Any):
    sentence(case, "fine", "prison", "ban_on_office", pronounced_on="2022-11-01")
    assert standing(case.file).custody == "held"


def test_a_superseded_sentence_counts_no_more(case: Any):
    first = sentence(case, "prison", pronounced_on="2022-11-01", reported="2024-01-01")
    sentence(case, "restricted_freedom", pronounced_on="2022-11-01", supersedes_id=first.id)
    assert standing(case.file).custody == "restricted_freedom"


def test_sentence_in_absence_holds_nobody(case: Any):
    case.event("exile", "2021-09", role="subject")
    sentence(case, "prison", pronounced_on="2023-05-01")
    found = standing(case.file)
    assert (found.custody, found.outcome) == ("abroad", "convicted")


def test_acquittal_frees_unless_another_charge_is_open(case: Any):
    detain(case, "2023-02")
    cleared, other = (case.add("charges", ChargeView, case_id=2) for _ in range(2))
    outcome = rule(case, "acquitted", "2023-02-24", reported="2023-03-10")
    found = standing(case.file)
    assert (found.custody, found.stage, found.outcome) == ("at_liberty", "closed", "acquitted")
    assert str(found.custody_as_of) == "2023-03-10"
    case.add("charge_statuses", ChargeStatusView, charge_id=other.id, state="charged")
    only_one = replace(outcome, charge_id=cleared.id)
    assert standing(replace(case.file, outcomes=(only_one,))).custody == "held"


def test_the_charge_that_was_cleared_is_not_open(case: Any):
    detain(case, "2023-02")
    charge = case.add("charges", ChargeView, case_id=2)
    case.add("charge_statuses", ChargeStatusView, charge_id=charge.id, state="suspected")
    rule(case, "acquitted", "2023-02-24")
    assert standing(case.file).custody == "at_liberty"


def test_acquittal_known_from_the_charge_alone_frees_too(case: Any):
    detain(case, "")
    charge = case.add("charges", ChargeView, case_id=2)
    for state in ("suspected", "acquitted"):
        case.add("charge_statuses", ChargeStatusView, charge_id=charge.id, state=state)
    found = standing(case.file)
    assert (found.custody, found.custody_as_of, found.outcome) == ("at_liberty", None, "acquitted")


def test_acquittal_of_somebody_else_changes_nothing(case: Any):
    detain(case, "2023-02")
    proceeding = case.add("proceedings", ProceedingView)
    party = case.add(
        "proceeding_parties", ProceedingPartyView, proceeding_id=proceeding.id, case_id=99
    )
    ruling = case.add("rulings", RulingView, proceeding_id=proceeding.id, pronounced_on="2023-03")
    case.add("outcomes", OutcomeView, ruling_id=ruling.id, party_id=party.id, kind="acquitted")
    assert standing(case.file).custody == "held"


@pytest.mark.parametrize(
    ("kind", "custody", "outcome"),
    [
        ("killing", "dead", "killed"),
        ("death_in_custody", "dead", "died"),
        ("expulsion", "abroad", "expelled"),
        ("exile", "abroad", "none"),
    ],
)
def test_fates_that_are_events(case: Any, kind: str, custody: str, outcome: str):
    case.event(kind, "2023-06")
    found = standing(case.file)
    assert (found.custody, found.outcome) == (custody, outcome)


def test_a_witness_of_a_killing_is_not_dead(case: Any):
    case.event("killing", "2023-06", role="witness")
    assert standing(case.file).custody == "unknown"


def test_death_outweighs_what_is_dated_later(case: Any):
    case.event("killing")
    detain(case, "2030-01", reported="2030-02-01")
    assert standing(case.file).custody == "dead"


def test_stage_moves_with_charges_hearings_and_appeals(case: Any):
    detain(case, "2022-04")
    charge = case.add("charges", ChargeView, case_id=2)
    case.add(
        "charge_statuses",
        ChargeStatusView,
        charge_id=charge.id,
        state="charged",
        since_on="2022-05",
    )
    assert standing(case.file).stage == "charged"
    proceeding = case.add("proceedings", ProceedingView)
    case.add("proceeding_parties", ProceedingPartyView, proceeding_id=proceeding.id, case_id=2)
    case.add(
        "hearings", HearingView, proceeding_id=proceeding.id, kind="trial", held_on="2022-12-06"
    )
    assert standing(case.file).stage == "on_trial"
    rule(case, "convicted", "2022-12-26")
    assert standing(case.file).stage == "convicted"
    rule(case, "upheld", "2023-05-15", kind="appeal_judgment")
    assert standing(case.file).stage == "final"


def test_dropped_charges_close_the_matter_only_when_none_is_left(case: Any):
    dropped = case.add("charges", ChargeView, case_id=2)
    left = case.add("charges", ChargeView, case_id=2)
    case.add(
        "charge_statuses", ChargeStatusView, charge_id=left.id, state="charged", since_on="2022-05"
    )
    case.add(
        "charge_statuses",
        ChargeStatusView,
        charge_id=dropped.id,
        state="dropped",
        since_on="2022-07",
    )
    assert (standing(case.file).stage, standing(case.file).outcome) == ("charged", "none")
    case.add(
        "charge_statuses", ChargeStatusView, charge_id=left.id, state="dropped", since_on="2022-08"
    )
    assert (standing(case.file).stage, standing(case.file).outcome) == ("closed", "dropped")


# ── properties ──────────────────────────────────────────────────────────────────────────────────

days = st.dates(
    min_value=PartialDate.parse("2000").earliest, max_value=PartialDate.parse("2040").latest
)
dated = st.one_of(
    days.map(str), days.map(lambda day: str(day)[:7]), days.map(lambda day: str(day)[:4])
)
steps = st.lists(
    st.tuples(
        st.sampled_from(
            ["arrest", "release", "prison", "home_confinement", "exile", "acquitted", "killing"]
        ),
        st.one_of(st.just(""), dated),
        st.one_of(st.just(""), days.map(str)),
    ),
    max_size=7,
)


def build(case: Any, kinds: Any):
    for kind, happened, reported in kinds:
        if kind in ("exile", "killing"):
            case.event(kind, happened, reported=reported)
        elif kind == "arrest":
            detain(case, happened, reported=reported)
        elif kind == "release":
            detain(case, "", ended_on=happened or None, end=kind + "d", reported=reported)
        elif kind == "acquitted":
            rule(case, kind, happened, reported=reported)
        else:
            sentence(case, kind, pronounced_on=happened, reported=reported)
    return case.file


@given(kinds=steps, seed=st.integers())
def test_the_order_of_the_records_does_not_matter(make_case: Any, kinds: Any, seed: int):
    file = build(make_case(), kinds)
    chance = random.Random(seed)  # noqa: S311  only shuffles
    areas = (
        "detentions",
        "events",
        "event_parties",
        "sentences",
        "components",
        "rulings",
        "outcomes",
    )
    mixed = {
        area: tuple(chance.sample(getattr(file, area), len(getattr(file, area)))) for area in areas
    }
    assert standing(replace(file, **mixed)) == standing(file)


@given(kinds=steps)
def test_nobody_is_held_without_a_day_on_which_it_was_known(make_case: Any, kinds: Any):
    found = standing(build(make_case(), kinds))
    if found.custody in ("held", "home_confinement", "restricted_freedom"):
        assert found.custody_as_of is not None


@given(first=dated, second=dated, kinds=st.permutations(["arrest", "release"]))
def test_a_later_fact_never_loses_to_an_earlier_one(
    make_case: Any, first: str, second: str, kinds: Any
):
    earlier, later = sorted((first, second), key=PartialDate.parse)
    if not PartialDate.parse(earlier).certainly_before(PartialDate.parse(later)):
        return
    found = standing(build(make_case(), [(kinds[0], earlier, ""), (kinds[1], later, "")]))
    assert found.custody == {"arrest": "held", "release": "at_liberty"}[kinds[1]]
    assert found.custody_as_of == PartialDate.parse(later)


@given(kinds=steps, happened=st.one_of(st.just(""), dated))
def test_the_dead_stay_dead(make_case: Any, kinds: Any, happened: str):
    assert standing(build(make_case(), [*kinds, ("killing", happened, "")])).custody == "dead"
