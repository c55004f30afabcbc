"""The chronology is in the order of time, and what has no day says so."""

from dataclasses import replace
from typing import Any

from models.documents.chronology import chronology
from models.documents.citing import Citer
from models.views.custody import DetentionView, HearingView, SentenceView
from models.views.events import EventPartyView, EventView


def lines(person: Any, **values: Any) -> list[tuple[str, str]]:
    file = person.complaint(**values)
    made = chronology(file, Citer.of(file))
    return [(entry.date, entry.words[0].text) for entry in made.entries]


def test_steps_are_sorted_and_told_of_their_person(person: Any):
    person.add("hearings", HearingView, proceeding_id=1, kind="verdict", held_on="2022-12-26")
    person.add("detentions", DetentionView, case_id=2, began_on="2022-04^", end="released")
    person.add("sentences", SentenceView, case_id=2, reported_as="five years")
    assert lines(person) == [
        ("April [2022]", "Ivan Example: deprived of liberty."),
        ("26 December 2022", "Ivan Example: verdict."),
        ("Reported 5 December 2022", "Ivan Example: released."),
        (
            "Reported 5 December 2022",
            "Ivan Example: sentenced to five years; the day of the judgment is not known.",
        ),
    ]


def test_an_undated_arrest_is_not_told_after_its_own_end(person: Any):
    person.add("detentions", DetentionView, case_id=2, end="released", ended_on="2022-11")
    assert lines(person) == [("November 2022", "Ivan Example: released.")]


def test_an_undated_step_of_an_undated_source_says_that_too(make: Any):
    person = make(published="").named()
    person.add("detentions", DetentionView, case_id=2)
    assert lines(person) == [("Not dated", "Ivan Example: deprived of liberty.")]


def test_an_event_of_two_cases_is_told_once_with_both_names(make: Any):
    first, second = make().named("A. One"), make(case_id=3).named("B. Two")
    event = first.add("events", EventView, kind="search", summary="Searched", occurred_on="2022")
    for builder in (first, second):
        if builder is second:
            builder.file = replace(builder.file, events=(event,))
        builder.add(
            "event_parties",
            EventPartyView,
            event_id=event.id,
            case_id=builder.case_id,
            organisation_id=None,
            role="affected",
        )
    cases = (first.file, second.file)
    assert lines(first, cases=cases) == [("2022", "Searched (A. One and B. Two).")]
