"""Clauses about a person hold nothing that the record does not."""

from dataclasses import replace
from typing import Any

import pytest

from models.documents.citing import Citer
from models.documents.person_facts import PersonFacts, sheet, told_event
from models.values.term import Term
from models.views.cases import Standing
from models.views.custody import (
    ChargeStatusView,
    ChargeView,
    DetentionView,
    SentenceComponentView,
    SentenceView,
    StatedDurationView,
)
from models.views.events import EventPartyView, EventView


def facts(person: Any) -> PersonFacts:
    return PersonFacts(person.file, Citer(person.file.sources))


def texts(told: Any) -> list[str]:
    return [one.sentence().text for one in told]


def test_an_open_detention_says_until_when_it_is_known(person: Any):
    person.add("detentions", DetentionView, case_id=2, began_on="2022-04^")
    assert texts(facts(person).detentions()) == [
        "Deprived of liberty in April [2022].",
        "No release is recorded, as last known on 5 December 2022.",
    ]


def test_an_arrest_without_a_date_says_so(person: Any):
    person.add("detentions", DetentionView, case_id=2, kind="pretrial")
    first, _ = texts(facts(person).detentions())
    assert first == (
        "Deprived of liberty (pre-trial detention); the day of the arrest is not known."
    )


def test_a_detention_that_ended_tells_how(person: Any):
    person.add("detentions", DetentionView, case_id=2, end="released", ended_on="2022-11")
    assert texts(facts(person).detentions())[1] == "Released in November 2022."


def test_custody_is_never_said_without_its_day(person: Any):
    person.add("detentions", DetentionView, case_id=2)
    person.standing("held", "2022-12-05")
    assert texts(facts(person).custody()) == ["Held, as last known on 5 December 2022."]


def test_custody_inferred_from_a_sentence_says_so(person: Any):
    person.add("sentences", SentenceView, case_id=2, reported_as="five years in prison")
    person.standing("held", "2022-12-05")
    (told,) = texts(facts(person).custody())
    assert told == "Held (inferred from the sentence), as last known on 5 December 2022."


def test_home_confinement_after_an_arrest_is_known_from_the_sentence_only(person: Any):
    person.add("detentions", DetentionView, case_id=2, began_on="2022-04^")
    person.add("sentences", SentenceView, case_id=2, reported_as="home confinement")
    person.standing("home_confinement", "2022-12-05")
    (told,) = texts(facts(person).custody())
    assert told.startswith("Home confinement (inferred from the sentence), as last known")


def test_after_an_acquittal_nobody_is_told_to_be_held_still(person: Any):
    person.add("detentions", DetentionView, case_id=2)
    person.add("charge_statuses", ChargeStatusView, charge_id=1, state="acquitted")
    person.file = replace(person.file, standing=Standing(custody="at_liberty", outcome="acquitted"))
    (custody,) = texts(facts(person).custody())
    assert custody.startswith("At liberty (inferred from the acquittal)")
    _, end = texts(facts(person).detentions())
    assert end == "Acquitted since; the release itself is not recorded."


def test_a_death_is_told_as_of_its_day(person: Any):
    person.add("detentions", DetentionView, case_id=2, end="died")
    person.standing("dead", "2023-05-01")
    assert texts(facts(person).custody()) == ["Dead, as of 1 May 2023."]


def test_unknown_custody_is_left_out(person: Any):
    assert texts(facts(person).custody()) == []


def test_a_sentence_keeps_the_words_of_its_source(person: Any):
    person.add(
        "sentences", SentenceView, case_id=2, reported_as="two and a half years’ imprisonment"
    )
    (told,) = texts(facts(person).sentences())
    assert told == (
        "Sentenced to two and a half years’ imprisonment; the day of the judgment is not known."
    )


def test_a_sentence_without_such_words_is_told_from_its_parts(person: Any):
    made = person.add("sentences", SentenceView, case_id=2, pronounced_on="2022-12-26")
    for kind, term in (("prison", Term(4)), ("fine", None)):
        person.add("components", SentenceComponentView, sentence_id=made.id, kind=kind, term=term)
    (told,) = texts(facts(person).sentences())
    assert told == "Sentenced to prison of 4 years and fine on 26 December 2022."


def test_a_term_faced_is_no_sentence(person: Any):
    person.add("charges", ChargeView, case_id=2, term_faced=Term(14))
    (told,) = texts(facts(person).charges())
    assert told == "The charge is not named; said to face 14 years in prison."
    assert "entenced" not in told


def test_up_to_is_said_only_where_the_source_says_so(person: Any):
    person.add("charges", ChargeView, case_id=2, term_faced=Term(15), faced_bound="up_to")
    (told,) = texts(facts(person).charges())
    assert told == "The charge is not named; said to face up to 15 years in prison."


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            {"days": 105, "bound": "more_than", "period": "2022^"},
            "More than 105 days in custody in [2022].",
        ),
        (
            {"days": 75, "bound": "exact", "consecutive": True},
            "75 consecutive days in custody.",
        ),
    ],
)
def test_stated_durations_keep_their_bound(person: Any, values: Any, expected: str):
    person.add("durations", StatedDurationView, case_id=2, **values)
    assert texts(facts(person).durations()) == [expected]


@pytest.mark.parametrize(("role", "times"), [("affected", 1), ("witness", 0)])
def test_only_what_concerns_the_person_is_told(person: Any, role: str, times: int):
    event = person.add("events", EventView, kind="search", summary="The flat was searched")
    person.add(
        "event_parties",
        EventPartyView,
        event_id=event.id,
        case_id=2,
        organisation_id=None,
        role=role,
    )
    assert texts(facts(person).events()) == ["The flat was searched."] * times


def test_a_hedge_stands_behind_what_it_weakens(person: Any):
    record = person.add("detentions", DetentionView, case_id=2, claimed=False, began_on="2022-04")
    person.claim(record, hedge="reportedly")
    assert texts(facts(person).detentions())[0] == (
        "Deprived of liberty in April 2022 (“reportedly”)."
    )


def test_a_sheet_leaves_out_what_is_not_recorded(person: Any):
    person.member("President", "Union of Examples", "UE")
    made = sheet(facts(person))
    assert [row.label for row in made.rows] == ["Name", "Union office"]
    assert made.rows[1].values[0].text == "President, Union of Examples (UE)"


def test_the_name_is_cited_where_it_is_put_before_a_clause(person: Any):
    record = person.add("detentions", DetentionView, case_id=2, claimed=False, began_on="2022-04")
    person.claim(record, paragraph=9)
    plain = PersonFacts(person.file, Citer(person.file.sources)).arrest(record)
    named = PersonFacts(person.file, Citer(person.file.sources), named=True).arrest(record)
    assert [note.short for note in plain.evidence.notes] == ["S1, para. 9"]
    assert [note.short for note in named.evidence.notes] == ["S1, para. 9", "S1, para. 3"]


def test_people_whom_nobody_names_are_counted(person: Any):
    arrests = EventView(
        **person.identity(),
        kind="arrests",
        summary="People were arrested",
        place="a steel plant",
        unnamed_count=5,
        unnamed_bound="at_least",
    )
    assert told_event(arrests) == "People were arrested (at least 5 people, a steel plant)"
