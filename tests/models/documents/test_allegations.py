"""Allegations: submission, facts, what binds, principles with and without a number."""

from dataclasses import replace
from typing import Any

import pytest

from models.documents import allegations
from models.documents.blocks import Paragraph, Principles
from models.documents.citing import Citer
from models.law import brief, library
from models.values.country import Country
from models.views.custody import DetentionView
from models.views.filings import AllegationView
from models.views.law import AllegationBasis, ComplaintLaw


def told(person: Any, **values: Any) -> list[Any]:
    file = person.complaint(**values)
    return list(allegations.allegations(file, brief.for_complaint(file), Citer.of(file)))


def test_facts_name_person_and_speaker(make: Any):
    person = make().named()
    record = person.add("detentions", DetentionView, case_id=2, claimed=False, began_on="2022-04")
    person.claim(record, attributed_to="a union")
    name = person.file.names[0]
    person.file = replace(
        person.file,
        proof={key: value for key, value in person.file.proof.items() if key[0] != name.uid},
    )
    person.claim(name, attributed_to="a union")
    paragraphs = [block for block in told(person) if isinstance(block, Paragraph)]
    assert paragraphs[1].words[0].text == (
        "Ivan Example (according to a union): deprived of liberty in April 2022."
    )


def test_numbers_of_principles_are_printed_only_where_verified(make: Any):
    person = make().named()
    person.add("detentions", DetentionView, case_id=2, began_on="2022-04")
    printed = [
        (item.words.text, item.citation)
        for block in told(person)
        if isinstance(block, Principles)
        for item in block.items
    ]
    verified = {one.text: one.citation for one in library.principles()}
    assert printed
    assert any(citation for _, citation in printed)
    assert any(not citation for _, citation in printed)
    assert all(verified[text] == citation for text, citation in printed)


@pytest.mark.parametrize(
    ("country", "words", "flag"),
    [
        ("BY", "Convention No. 87 (articles 3 and 11) binds Belarus.", ""),
        ("IN", "India has not ratified Convention No. 87; as a Member of the ILO", ""),
        ("VA", "As a Member of the ILO", "ratification to be confirmed"),
    ],
)
def test_wording_follows_ratification(make: Any, country: str, words: str, flag: str):
    file = make(country=country).complaint()
    law = ComplaintLaw(ratifications=library.ratifications(Country(country)))
    sentence = allegations.convention(file, law, library.topics()["arrest"])
    assert sentence.text.startswith(words)
    assert sentence.flag == flag
    assert bool(sentence.notes) != bool(flag)


def test_requests_end_as_a_list_does():
    topics = list(library.topics().values())[:2]
    basis = [AllegationBasis(topic=topic) for topic in topics]
    asked = list(allegations.requests(ComplaintLaw(allegations=tuple(basis))))
    assert [one.words[0].text[-5:] for one in asked][-1].endswith(".")
    assert asked[0].words[0].text.endswith(";")
    assert asked[1].words[0].text.endswith("; and")
    (only,) = allegations.requests(ComplaintLaw())
    assert only.words[0].text.startswith("to keep the Committee informed")


def test_what_a_worker_wrote_carries_the_claims_chosen_for_it(make: Any):
    person = make().named()
    record = person.add("detentions", DetentionView, case_id=2, claimed=False, began_on="2022-04")
    person.claim(record, quotation="the chosen words")
    claim = person.file.claims(record)[0]
    written = AllegationView(
        **person.identity(),
        complaint_id=1,
        topic="arrest",
        text="Our words.",
        case_ids=(2,),
        claim_ids=(claim.id,),
    )
    paragraph = next(
        block for block in told(person, allegations=(written,)) if isinstance(block, Paragraph)
    )
    assert paragraph.words[0].text == "Our words."
    assert "the chosen words" in paragraph.words[0].notes[0].full
