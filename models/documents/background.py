"""The background of a complaint: organisations, situation, trials of the unnamed, figures."""

from collections.abc import Iterator, Sequence

from models.documents.blocks import Chronology, Entry, Heading, Paragraph, Sentence
from models.documents.citing import Citer, Evidence, Told
from models.documents.english import bounded, capital, counted, label, listed, organisation, when
from models.documents.person_facts import EVENT_FIELDS, told_event
from models.values.vocabulary import vocabulary
from models.views.custody import ProceedingView
from models.views.events import EventView, SituationView, TallyView
from models.views.filings import ComplaintFile

_PARTIES = (
    ("Organisations concerned", frozenset({"affected"})),
    ("Authority", frozenset({"ordered", "responsible", "carried_out"})),
)
_TRIAL_FIELDS = ("title", "accused_count", "accusation", "term_faced", "faced_bound", "began_on")
_Block = Heading | Paragraph | Chronology


def background(file: ComplaintFile, citer: Citer) -> Iterator[_Block]:
    """Yield what the record says of the country beyond single cases, as far as it does."""
    parts = (
        ("Trade union organisations", _paragraphs(_organisations(file, citer))),
        ("Situation", _paragraphs(_situations(file, citer))),
        ("Proceedings against people who are not named", _paragraphs(_trials(file, citer))),
        ("Stated figures", _figures(file, citer)),
    )
    told = [(title, blocks) for title, blocks in parts if blocks]
    for letter, (title, blocks) in zip("ABCD", told, strict=False):
        yield Heading(f"{letter}. {title}", 1)
        yield from blocks


def _paragraphs(told: Iterator[Sequence[Sentence]]) -> list[Paragraph]:
    return [Paragraph(tuple(sentences), numbered=True) for sentences in told]


def _organisations(file: ComplaintFile, citer: Citer) -> Iterator[Sequence[Sentence]]:
    kinds = vocabulary("event_kind")
    for event in file.events:
        if kinds.attribute(event.kind, "field") == "organisation":
            carried = citer.evidence((file, event, EVENT_FIELDS))
            told = Told(f"{carried.speaker}{told_event(event)}", carried)
            yield [told.sentence(), *_parties(file, event, citer)]


def _parties(file: ComplaintFile, event: EventView, citer: Citer) -> Iterator[Sentence]:
    """Say which organisations an event concerns."""
    for words, roles in _PARTIES:
        parties = {
            party.organisation_id: party
            for party in file.event_parties
            if party.event_id == event.id and party.role in roles and party.organisation_id
        }
        if parties:
            names = listed([organisation(file.organisations[one]) for one in parties])
            carried = citer.evidence(*((file, party, ("",)) for party in parties.values()))
            yield Told(f"{words}: {names}", carried).sentence()


def _situations(file: ComplaintFile, citer: Citer) -> Iterator[Sequence[Sentence]]:
    for situation in file.situations:
        carried = citer.evidence((file, situation, ("statement", "since_on")))
        told = f"{carried.speaker}{situation.statement.rstrip('.')}{_when(situation, carried)}"
        yield [Told(told, carried).sentence(), *_fate(file, situation, citer)]


def _when(situation: SituationView, carried: Evidence) -> str:
    """Say of when a statement is: as reported on a day, and since when it holds."""
    return f" ({'; '.join(filter(None, (_since(situation), _reported(carried))))})"


def _since(situation: SituationView) -> str:
    """Return since when a statement holds, unless its own words tell the year."""
    since = situation.since_on
    if since is None or any(point.year in situation.statement for point in since.points):
        return ""
    words = since.in_words("en")
    return words if since.is_ongoing else f"since {words}"


def _reported(carried: Evidence) -> str:
    """Return the day of the latest source: what was so then need not be so today."""
    return f"reported {carried.reported.in_words('en')}" if carried.reported else "not dated"


def _fate(file: ComplaintFile, situation: SituationView, citer: Citer) -> Iterator[Sentence]:
    """Say what became of it: a bill that was blocked is not law."""
    if situation.fate not in (None, "reported"):
        fate = label("situation_fate", situation.fate)
        carried = citer.evidence((file, situation, ("fate", "fate_on")))
        yield Told(f"What became of it: {fate}{when(situation.fate_on)}", carried).sentence()


def _trials(file: ComplaintFile, citer: Citer) -> Iterator[Sequence[Sentence]]:
    ours = {case.case.id for case in file.cases}
    for proceeding in file.proceedings:
        parties = [one for one in file.proceeding_parties if one.proceeding_id == proceeding.id]
        if not any(party.case_id in ours for party in parties):
            kind = vocabulary("proceeding_kind").label(proceeding.kind, "en")
            told = f"{proceeding.title or kind}{when(proceeding.began_on)}"
            told += "; ".join(("", *_accused(proceeding)))
            carried = citer.evidence((file, proceeding, _TRIAL_FIELDS))
            told = f"{carried.speaker}{told} ({_reported(carried)})"
            yield [Told(told, carried).sentence()]


def _accused(proceeding: ProceedingView) -> Iterator[str]:
    """Say how many stand accused, of what, and which term they face."""
    if proceeding.accused_count:
        yield f"number of accused: {proceeding.accused_count}"
    if proceeding.accusation:
        yield f"accused of {proceeding.accusation}"
    if proceeding.term_faced:
        term = bounded(proceeding.faced_bound, proceeding.term_faced.in_words("en"))
        yield f"said to face {term} in prison"


def _figures(file: ComplaintFile, citer: Citer) -> list[Chronology]:
    """Return the numbers of a kind that a complaint is about; the record holds others too."""
    telling = [one for one in file.tallies if one.kind != "other"]
    ordered = sorted(
        telling, key=lambda one: (one.as_of is None, one.as_of.sort_key if one.as_of else ())
    )
    entries = tuple(_figure(file, tally, citer) for tally in ordered)
    return [Chronology(("As of", "Figure", "Source"), entries)] if entries else []


def _figure(file: ComplaintFile, tally: TallyView, citer: Citer) -> Entry:
    what = tally.counted or label("tally_kind", tally.kind)
    told = capital(counted(tally.number, tally.bound, what))
    told += f", according to {tally.said_by}" if tally.said_by else ""
    carried = citer.evidence((file, tally, ("number", "counted", "bound", "as_of", "said_by")))
    return Entry(
        tally.as_of.in_words("en") if tally.as_of else capital(_reported(carried)),
        (Told(told, carried).sentence(),),
    )
