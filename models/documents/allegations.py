"""The allegations of a complaint: what is submitted, the facts, the principles, what is asked."""

from collections.abc import Iterator, Sequence
from string import ascii_lowercase, ascii_uppercase

from models.documents.blocks import Heading, Paragraph, Principle, Principles, Sentence
from models.documents.citing import Citer, Told, law_note
from models.documents.english import capital, country_name
from models.documents.person_facts import EVENT_FIELDS, PersonFacts, told_event
from models.views.filings import ComplaintFile
from models.views.law import AllegationBasis, ComplaintLaw, PrincipleView, TopicView

_Block = Heading | Paragraph | Principles


def allegations(file: ComplaintFile, law: ComplaintLaw, citer: Citer) -> Iterator[_Block]:
    """Yield each allegation with its facts and the principles that bear on it."""
    for letter, basis in zip(ascii_uppercase, law.allegations, strict=False):
        yield Heading(f"{letter}. {basis.topic.title}", 1)
        submitted = (_submission(file, basis, citer), convention(file, law, basis.topic))
        yield Paragraph(submitted, numbered=True)
        yield from _facts(file, basis, citer)
        if basis.topic.principles:
            yield _principles(basis.topic.principles)


def _submission(file: ComplaintFile, basis: AllegationBasis, citer: Citer) -> Sentence:
    """Return what a worker wrote, with the claims chosen to carry it, or our own words."""
    chosen = frozenset(basis.claim_ids)
    proofs = (file.proof, *(case.proof for case in file.cases))
    claims = [
        claim
        for proof in proofs
        for about in proof.values()
        for claim in about
        if claim.id in chosen
    ]
    notes = citer.weigh(claims).notes
    return Sentence(basis.text or basis.topic.submission, notes, basis="own")


def _facts(file: ComplaintFile, basis: AllegationBasis, citer: Citer) -> Iterator[Paragraph]:
    for case in file.cases:
        if case.case.id in basis.case_ids:
            facts = PersonFacts(case, citer, named=True)
            told = tuple(_of_person(facts, basis.topic))
            if told:
                yield Paragraph(_introduced(facts.name, told), numbered=True)
    told_already = {event.id for case in file.cases for event in case.events}
    for event in file.events:
        if event.id in basis.event_ids and event.id not in told_already:
            carried = citer.evidence((file, event, EVENT_FIELDS))
            happened = Told(f"{carried.speaker}{told_event(event)}", carried)
            yield Paragraph((happened.sentence(),), numbered=True)


def _of_person(facts: PersonFacts, topic: TopicView) -> Iterator[Told]:
    """Yield what the topic is about, told of one person."""
    if topic.activities:
        yield from facts.activities(topic.activities)
    if topic.measures & {"detention", "unsentenced"} or topic.activities:
        yield from facts.detentions()
    if "charge" in topic.measures:
        yield from facts.charges()
    if "sentence" in topic.measures or topic.activities:
        yield from facts.sentences()
    if topic.events:
        yield from facts.events(topic.events)


def _introduced(name: str, told: Sequence[Told]) -> tuple[Sentence, ...]:
    """Put the name before the first clause, with whoever all the clauses are attributed to."""
    attributed = {one.evidence.attributed for one in told}
    said_by = attributed.pop() if len(attributed) == 1 else ""
    who = f"{name} (according to {said_by})" if said_by else name
    first, *rest = told
    return (first.of(who).sentence(), *(one.sentence() for one in rest))


def convention(file: ComplaintFile, law: ComplaintLaw, topic: TopicView) -> Sentence:
    """Say what binds the State; without ratification the principles only, never a violation."""
    found = next((one for one in law.ratifications if one.convention == topic.convention), None)
    state = country_name(file.country)
    principles = (
        "as a Member of the ILO it is bound to respect the principles of freedom of association"
    )
    if found and found.binds:
        text = f"Convention No. {found.number} ({topic.articles}) binds {state}."
    elif found and found.status == "not_ratified":
        text = f"{capital(state)} has not ratified Convention No. {found.number}; {principles}."
    else:
        return Sentence(f"{capital(principles)}.", basis="law", flag="ratification to be confirmed")
    return Sentence(text, (law_note(found.citation),), basis="law")


def _principles(principles: Sequence[PrincipleView]) -> Principles:
    return Principles(
        "Principles of the Committee on Freedom of Association (paraphrased)",
        tuple(
            Principle(Sentence(one.text, (law_note(one.source),), basis="law"), one.citation)
            for one in principles
        ),
    )


def requests(law: ComplaintLaw) -> Iterator[Paragraph]:
    """Yield what the Committee is asked to urge the Government to do, by letter."""
    asked = [basis.topic.request for basis in law.allegations]
    asked.append("to keep the Committee informed of the measures taken in each of these respects")
    ends = [*(";" for _ in asked[:-2]), "; and", "."][-len(asked) :]
    for letter, request, end in zip(ascii_lowercase, asked, ends, strict=False):
        yield Paragraph((Sentence(request + end, basis="own"),), label=f"({letter})")
