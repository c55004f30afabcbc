"""The background tells what was recorded of the country, and what became of it."""

from typing import Any

import pytest

from models.documents.background import background
from models.documents.blocks import Chronology, Heading, Paragraph
from models.documents.citing import Citer
from models.values.country import Country
from models.values.term import Term
from models.views.cases import OrganisationName
from models.views.custody import ProceedingView
from models.views.events import EventPartyView, EventView, SituationView, TallyView


def told(person: Any, **values: Any) -> list[Any]:
    proof = person.file.proof
    file = person.complaint(cases=(), sources=person.file.sources, proof=proof, **values)
    return list(background(file, Citer.of(file)))


def texts(blocks: list[Any]) -> list[str]:
    return [one.text for block in blocks for one in block.sentences]


def situation(person: Any, **values: Any) -> SituationView:
    made = SituationView(**person.identity(), country=Country("BY"), **values)
    person.claim(made)
    return made


def test_nothing_recorded_is_nothing_told(person: Any):
    assert told(person) == []


def test_a_bill_that_was_blocked_is_told_as_blocked(person: Any):
    bill = situation(person, statement="A bill would ban strikes.", kind="bill", fate="blocked")
    assert texts(told(person, situations=(bill,))) == [
        "A bill would ban strikes (reported 5 December 2022).",
        "What became of it: blocked.",
    ]


def test_what_is_only_reported_has_no_fate(person: Any):
    said = situation(person, statement="Unions are watched.", fate="reported")
    assert texts(told(person, situations=(said,))) == [
        "Unions are watched (reported 5 December 2022)."
    ]


def test_statements_are_attributed(person: Any):
    said = SituationView(**person.identity(), statement="Unions are watched.")
    person.claim(said, attributed_to="a union")
    assert texts(told(person, situations=(said,))) == [
        "According to a union: Unions are watched (reported 5 December 2022)."
    ]


def test_a_dissolution_names_organisations_and_authority(person: Any):
    event = EventView(**person.identity(), kind="dissolution", summary="A court closed it")
    parties = tuple(
        EventPartyView(
            **person.identity(), event_id=event.id, case_id=None, organisation_id=number, role=role
        )
        for number, role in ((1, "affected"), (2, "ordered"))
    )
    for record in (event, *parties):
        person.claim(record)
    names = {1: OrganisationName(full="Union", acronym="U"), 2: OrganisationName(full="Court")}
    blocks = told(person, events=(event,), event_parties=parties, organisations=names)
    assert texts(blocks) == [
        "A court closed it.",
        "Organisations concerned: Union (U).",
        "Authority: Court.",
    ]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            {"kind": "arrests", "counted": "people arrested", "number": 5, "bound": "at_least"},
            "At least 5 people arrested.",
        ),
        (
            {
                "kind": "political_prisoners",
                "counted": "political prisoners",
                "number": 1500,
                "bound": "almost",
                "said_by": "a federation",
            },
            "Almost 1,500 political prisoners, according to a federation.",
        ),
        ({"kind": "trend", "counted": "ever more"}, "Ever more."),
    ],
)
def test_figures_keep_their_bound_and_speaker(person: Any, values: Any, expected: str):
    tally = TallyView(**person.identity(), **values)
    person.claim(tally)
    heading, table = told(person, tallies=(tally,))
    assert isinstance(heading, Heading)
    assert isinstance(table, Chronology)
    assert texts([table]) == [expected]
    assert table.entries[0].date == "Reported 5 December 2022"


def test_figures_of_other_matters_are_left_out(person: Any):
    tally = TallyView(**person.identity(), kind="other", counted="inspectors", number=30)
    assert told(person, tallies=(tally,)) == []


def test_a_trial_of_the_unnamed_is_told_with_its_count(person: Any):
    trial = ProceedingView(**person.identity(), title="Trial of ten people", accused_count=10)
    person.claim(trial)
    blocks = told(person, proceedings=(trial,))
    assert isinstance(blocks[1], Paragraph)
    assert texts(blocks) == [
        "Trial of ten people; number of accused: 10 (reported 5 December 2022)."
    ]
    assert blocks[0].text == "A. Proceedings against people who are not named"


def test_what_all_accused_face_is_told_with_its_bound(person: Any):
    trial = ProceedingView(
        **person.identity(),
        title="Trial",
        accusation="high treason",
        term_faced=Term(15),
        faced_bound="up_to",
    )
    person.claim(trial)
    (only,) = texts(told(person, proceedings=(trial,)))
    assert only.startswith("Trial; accused of high treason; said to face up to 15 years in prison")


def test_dozens_are_no_number_and_are_told(person: Any):
    tally = TallyView(
        **person.identity(), kind="journalists_detained", bound="dozens", counted="journalists held"
    )
    person.claim(tally)
    _, table = told(person, tallies=(tally,))
    assert isinstance(table, Chronology)
    assert table.entries[0].words[0].text == "Dozens of journalists held."
