"""The chronology: every dated or reported step of the record, in the order of time."""

from collections.abc import Iterator

from models.documents.blocks import Chronology, Entry
from models.documents.citing import Citer, Told
from models.documents.english import capital, listed
from models.documents.person_facts import EVENT_FIELDS, PersonFacts, told_event
from models.values.partial_date import PartialDate
from models.views.cases import CaseFile
from models.views.filings import ComplaintFile

_Step = tuple[PartialDate | None, Told]


def chronology(file: ComplaintFile, citer: Citer) -> Chronology:
    """Return dated lines; what has no date stands at the end with the day of its source."""
    steps = list(_events(file, citer))
    for case in file.cases:
        steps += _of_person(PersonFacts(case, citer, named=True))
    steps.sort(key=lambda step: (step[0] is None, step[0].sort_key if step[0] else ()))
    return Chronology(
        head=("Date", "Event", "Source"),
        entries=tuple(Entry(_label(moment, told), (told.sentence(),)) for moment, told in steps),
    )


def _label(moment: PartialDate | None, told: Told) -> str:
    if moment:
        return capital(moment.in_words("en"))
    reported = told.evidence.reported
    return f"Reported {reported.in_words('en')}" if reported else "Not dated"


def _events(file: ComplaintFile, citer: Citer) -> Iterator[_Step]:
    """Yield each event once, with the people and organisations it concerns."""
    seen: set[int] = set()
    holders: tuple[ComplaintFile | CaseFile, ...] = (file, *file.cases)
    for holder in holders:
        for event in holder.events:
            if event.id not in seen:
                seen.add(event.id)
                who = _concerned(file, event.id)
                told = told_event(event, dated=False) + (f" ({who})" if who else "")
                carried = citer.evidence((holder, event, EVENT_FIELDS))
                yield event.occurred_on, Told(told, carried)


def _concerned(file: ComplaintFile, event_id: int) -> str:
    people = [
        case.name
        for case in file.cases
        if any(party.event_id == event_id for party in case.event_parties)
    ]
    organisations = [
        file.organisations[party.organisation_id].short
        for party in file.event_parties
        if party.event_id == event_id and party.role == "affected" and party.organisation_id
    ]
    return listed([*people, *organisations])


def _of_person(facts: PersonFacts) -> Iterator[_Step]:
    """Yield the steps of one person; an undated arrest before a dated release has no line."""
    for detention in facts.file.detentions:
        ended = facts.end(detention, dated=False)
        if detention.began_on or not (ended and detention.ended_on):
            yield detention.began_on, facts.arrest(detention, dated=False).of(facts.name)
        if ended:
            yield detention.ended_on, ended.of(facts.name)
    for sentence, told in zip(facts.file.sentences, facts.sentences(), strict=True):
        yield sentence.pronounced_on, told.of(facts.name)
    for moment, told in (*facts.hearings(), *facts.rulings(dated=False)):
        yield moment, told.of(facts.name)
