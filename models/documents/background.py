"""The background of a complaint: organisations, situation, trials of the unnamed, figures."""

from collections.abc import Iterator, Sequence

from models.documents.blocks import Chronology, Entry, Heading, Paragraph, Sentence
from models.documents.citing import Citer, Told
from models.documents.english import capital, label, listed, organisation, thousands, when
from models.documents.person_facts import told_event
from models.values.vocabulary import vocabulary
from models.views.events import EventView, SituationView, TallyView
from models.views.filings import ComplaintFile

_PARTIES = (
    ("Organisations concerned", frozenset({"affected"})),
    ("Authority", frozenset({"ordered", "responsible", "carried_out"})),
)
_Block = Heading | Paragraph | Chronology


def background(file: ComplaintFile, citer: Citer) -> Iterator[_Block]:
    """Yield what the record says of the country beyond single cases, as far as it does."""
    parts = (
        ("Trade union organisations", _paragraphs(_organisations(file, citer))),
        ("Situation", _paragraphs(_situations(file, citer))),
        ("Proceedings against people nobody has named", _paragraphs(_trials(file, citer))),
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
            carried = citer.evidence((file, event, ("summary", "occurred_on")))
            yield [Told(told_event(event), carried).sentence(), *_parties(file, event, citer)]


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
        who = f"According to {carried.attributed}: " if carried.attributed else ""
        told = f"{who}{situation.statement.rstrip('.')}{_since(situation)}"
        yield [Told(told, carried).sentence(), *_fate(file, situation, citer)]


def _since(situation: SituationView) -> str:
    """Say since when a statement holds, unless its own words tell the year."""
    since = situation.since_on
    if since is None or any(point.year in situation.statement for point in since.points):
        return ""
    words = since.in_words("en")
    return f" ({words})" if since.is_ongoing else f" (since {words})"


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
            if proceeding.accused_count:
                told += f"; number of accused: {proceeding.accused_count}"
            carried = citer.evidence((file, proceeding, ("title", "accused_count", "began_on")))
            yield [Told(told, carried).sentence()]


def _figures(file: ComplaintFile, citer: Citer) -> list[Chronology]:
    """Return the numbers of a kind that a complaint is about; the record holds others too."""
    telling = [one for one in file.tallies if one.kind != "other"]
    ordered = sorted(
        telling, key=lambda one: (one.as_of is None, one.as_of.sort_key if one.as_of else ())
    )
    entries = tuple(_figure(file, tally, citer) for tally in ordered)
    return [Chronology(("As of", "Figure", "Source"), entries)] if entries else []


def _figure(file: ComplaintFile, tally: TallyView, citer: Citer) -> Entry:
    bound = "" if tally.bound in (None, "exact") else f"{label('bound', tally.bound)} "
    counted = tally.counted or label("tally_kind", tally.kind)
    number = f"{bound}{thousands(tally.number)} " if tally.number is not None else ""
    said_by = f", according to {tally.said_by}" if tally.said_by else ""
    carried = citer.evidence((file, tally, ("number", "counted", "bound", "as_of", "said_by")))
    reported = f"Reported {carried.reported.in_words('en')}" if carried.reported else "Not dated"
    return Entry(
        tally.as_of.in_words("en") if tally.as_of else reported,
        (Told(capital(f"{number}{counted}{said_by}"), carried).sentence(),),
    )
