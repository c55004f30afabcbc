"""Which allegations a record supports; a worker confirms or replaces what is proposed here."""

from collections.abc import Iterable

from models.law import library
from models.views.cases import CaseFile
from models.views.filings import ComplaintFile
from models.views.law import AllegationBasis, TopicView

_SETTLED = frozenset({"convicted", "acquitted", "dropped"})
_CONCERNED = frozenset({"affected", "subject", "participant"})


def bases(file: ComplaintFile) -> tuple[AllegationBasis, ...]:
    """Return the allegations a worker recorded; where there are none, those the record proposes."""
    topics = library.topics()
    recorded = tuple(
        AllegationBasis(
            topic=topics[one.topic],
            case_ids=one.case_ids,
            claim_ids=one.claim_ids,
            text=one.text,
            proposed=False,
        )
        for one in file.allegations
        if one.topic in topics
    )
    return recorded or proposals(file)


def proposals(file: ComplaintFile) -> tuple[AllegationBasis, ...]:
    """Return the topics that something in the record speaks to, with the records that do."""
    found = (_basis(topic, file) for topic in library.topics().values())
    return tuple(basis for basis in found if basis.case_ids or basis.event_ids)


def _basis(topic: TopicView, file: ComplaintFile) -> AllegationBasis:
    events = {event.id for event in file.events if event.kind in topic.events}
    return AllegationBasis(
        topic=topic,
        case_ids=tuple(case.case.id for case in file.cases if _speaks(topic, case)),
        event_ids=tuple(sorted(events | _of_cases(topic, file.cases))),
    )


def _of_cases(topic: TopicView, cases: Iterable[CaseFile]) -> set[int]:
    return {
        event.id
        for case in cases
        for event in case.events
        if event.kind in topic.events and event.id in _concerning(case)
    }


def _concerning(case: CaseFile) -> set[int]:
    return {
        party.event_id
        for party in case.event_parties
        if party.case_id == case.case.id and party.role in _CONCERNED
    }


def _speaks(topic: TopicView, case: CaseFile) -> bool:
    """Return whether measure, event or activity is of the topic; the last needs its nexus."""
    taken = measures(case)
    if taken & topic.measures:
        return True
    if any(event.kind in topic.events and event.id in _concerning(case) for event in case.events):
        return True
    linked = {nexus.union_activity_id for nexus in case.nexuses}
    activities = (one for one in case.activities if one.id in linked)
    return bool(taken) and any(one.kind in topic.activities for one in activities)


def measures(case: CaseFile) -> frozenset[str]:
    """Return what was done to the person, as topics name it."""
    settled = any(status.state in _SETTLED for status in case.charge_statuses)
    judged = bool(case.sentences or case.outcomes or settled)
    open_detention = any(one.ended_on is None and one.end is None for one in case.detentions)
    taken = {
        "detention": bool(case.detentions),
        "charge": bool(case.charges),
        "sentence": bool(case.sentences),
        "unsentenced": open_detention and not judged,
    }
    return frozenset(name for name, is_so in taken.items() if is_so)
