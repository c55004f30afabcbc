"""What the record speaks to is proposed, what a worker recorded stands."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from models.law.allegations import bases, measures, proposals
from models.values.country import Country
from models.views.custody import ChargeStatusView, ChargeView, DetentionView, SentenceView
from models.views.events import EventView, NexusView, UnionActivityView
from models.views.filings import AllegationView, ComplaintFile


def file_of(*builders: Any, **values: Any) -> ComplaintFile:
    return ComplaintFile(
        country=Country("BY"),
        mechanism="cfa",
        as_of=date(2026, 11, 22),
        specimen=False,
        cases=tuple(one.file for one in builders),
        **values,
    )


def codes(file: ComplaintFile) -> list[str]:
    return [basis.topic.code for basis in proposals(file)]


def test_an_empty_record_proposes_nothing():
    assert codes(file_of()) == []


def test_a_detention_without_a_judgment(case: Any):
    case.add("detentions", DetentionView, case_id=2)
    assert codes(file_of(case)) == ["arrest", "trial"]


def test_a_sentence_ends_the_want_of_a_judgment(case: Any):
    case.add("detentions", DetentionView, case_id=2)
    case.add("sentences", SentenceView, case_id=2)
    assert codes(file_of(case)) == ["arrest", "charges"]


@pytest.mark.parametrize(
    ("kind", "topic"),
    [
        ("killing", "life"),
        ("mistreatment", "treatment"),
        ("surveillance", "interference"),
        ("dismissal", "dismissal"),
        ("expulsion", "exile"),
    ],
)
def test_events_propose_their_topic(case: Any, kind: str, topic: str):
    case.event(kind)
    assert codes(file_of(case)) == [topic]


def test_an_event_that_somebody_only_witnessed_proposes_nothing(case: Any):
    case.event("killing", role="witness")
    assert codes(file_of(case)) == []


def test_events_of_organisations_propose_too(case: Any):
    event = EventView(**case.identity(), kind="dissolution")
    (basis,) = proposals(file_of(events=(event,)))
    assert (basis.topic.code, basis.event_ids, basis.case_ids) == ("dissolution", (event.id,), ())


def test_activity_counts_only_with_a_measure_that_follows_from_it(case: Any):
    activity = case.add("activities", UnionActivityView, case_id=2, kind="founding")
    case.add("nexuses", NexusView, case_id=2, union_activity_id=activity.id)
    assert codes(file_of(case)) == []
    case.add("charges", ChargeView, case_id=2)
    assert codes(file_of(case)) == ["founders", "charges"]


def test_a_measure_that_nobody_links_to_an_activity_is_not_for_it(case: Any):
    case.add("activities", UnionActivityView, case_id=2, kind="public_statement")
    case.add("detentions", DetentionView, case_id=2)
    assert codes(file_of(case)) == ["arrest", "trial"]


def test_what_a_worker_recorded_replaces_the_proposals(case: Any):
    case.add("detentions", DetentionView, case_id=2)
    recorded = AllegationView(
        **case.identity(), complaint_id=1, topic="strike", text="Our words.", case_ids=(2,)
    )
    (basis,) = bases(file_of(case, allegations=(recorded,)))
    assert (basis.topic.code, basis.text, basis.proposed) == ("strike", "Our words.", False)


def test_a_topic_nobody_knows_any_more_falls_back_to_the_proposals(case: Any):
    case.add("detentions", DetentionView, case_id=2)
    recorded = AllegationView(**case.identity(), complaint_id=1, topic="gone")
    assert all(basis.proposed for basis in bases(file_of(case, allegations=(recorded,))))


def test_an_ended_detention_is_no_want_of_a_judgment(case: Any):
    case.add("detentions", DetentionView, case_id=2, end="released")
    assert measures(case.file) == {"detention"}
    assert measures(replace(case.file, detentions=())) == frozenset()


def test_an_acquittal_known_from_the_charge_is_a_judgment(case: Any):
    case.add("detentions", DetentionView, case_id=2)
    charge = case.add("charges", ChargeView, case_id=2)
    assert "unsentenced" in measures(case.file)
    case.add("charge_statuses", ChargeStatusView, charge_id=charge.id, state="acquitted")
    assert "unsentenced" not in measures(case.file)
