"""What is known of one person, clause by clause: each made from a record and the claims on it."""

from collections.abc import Iterable, Iterator

from models.documents.blocks import Row, Sheet
from models.documents.citing import Citer, Evidence, Ground, Told
from models.documents.english import (
    as_last_known,
    bounded,
    capital,
    counted,
    label,
    organisation,
    when,
)
from models.values.partial_date import PartialDate
from models.values.vocabulary import vocabulary
from models.views.cases import CaseFile
from models.views.custody import (
    ChargeView,
    DetentionView,
    SentenceView,
    StatedDurationView,
)
from models.views.events import EventView
from models.views.record import Stored

EVENT_FIELDS = ("summary", "occurred_on", "place", "unnamed_count", "unnamed_bound")
"""The fields that :func:`told_event` tells."""

_SUFFERED = frozenset({"affected", "subject", "participant"})


class PersonFacts:
    """Tells one case file in English.

    With ``named``, each clause also rests on what carries the person's name: for use where the
    name is put before it.
    """

    def __init__(self, file: CaseFile, citer: Citer, *, named: bool = False) -> None:
        self.file = file
        self._citer = citer
        self._named: tuple[Ground, ...] = (
            tuple((file, name, ("full",)) for name in file.names[:1]) if named else ()
        )

    @property
    def name(self) -> str:
        """The name shown first, or the reference of the case."""
        return self.file.name or self.file.case.reference

    def evidence(self, record: Stored, *names: str) -> Evidence:
        """Return what carries some fields of a record of this case."""
        return self._citer.evidence((self.file, record, names), *self._named)

    # ── the person ───────────────────────────────────────────────────────────────────────────

    def names(self) -> Iterator[Told]:
        """Yield each recorded spelling."""
        for name in self.file.names:
            kind = "" if name.kind == "press" else f" ({label('person_name_kind', name.kind)})"
            yield Told(name.full + kind, self.evidence(name, "full"))

    def offices(self) -> Iterator[Told]:
        """Yield office and organisation of each membership."""
        for membership in self.file.memberships:
            found = self.file.organisations.get(membership.organisation_id)
            parts = (capital(membership.office) or "Member", organisation(found) if found else "")
            yield Told(", ".join(filter(None, parts)), self.evidence(membership, "office"))

    def particulars(self) -> Iterator[Told]:
        """Yield birth, occupation and family, where recorded."""
        person = self.file.person
        if person.born_on:
            yield Told(f"Born{when(person.born_on)}", self.evidence(person, "born_on"))
        if person.occupation:
            yield Told(capital(person.occupation), self.evidence(person, "occupation"))
        if person.family_situation:
            yield Told(capital(person.family_situation), self.evidence(person, "family_situation"))

    def activities(self, kinds: Iterable[str] = ()) -> Iterator[Told]:
        """Yield what the person did as a trade unionist; of some kinds only if any are given."""
        wanted = frozenset(kinds)
        for activity in self.file.activities:
            if not wanted or activity.kind in wanted:
                said = vocabulary("union_activity_kind").label(activity.kind, "en")
                told = f"{activity.summary.rstrip('.') or said}{when(activity.began_on)}"
                yield Told(told, self.evidence(activity, "summary", "kind", "began_on"))

    def links(self) -> Iterator[Told]:
        """Yield why measures follow from union activity, as the office argues."""
        for nexus in self.file.nexuses:
            ground = vocabulary("nexus_ground").label(nexus.ground, "en")
            argued = f"{ground}: {nexus.argument}" if nexus.argument else ground
            if nexus.ground == "other":
                argued = nexus.argument
            yield Told(argued, self.evidence(nexus, "argument", "ground"))

    # ── custody ──────────────────────────────────────────────────────────────────────────────

    def custody(self) -> Iterator[Told]:
        """Yield where the person stands as to liberty, with the day on which it was known."""
        standing = self.file.standing
        fates = tuple(event for event in self.suffered() if _is_fate(event))
        seen = any(_says(one) == standing.custody for one in self.file.detentions) or fates
        records: tuple[Stored, ...] = (*self.file.detentions, *fates) if seen else ()
        inferred = ""
        if not records and standing.outcome == "acquitted":
            records, inferred = self._acquittals(), " (inferred from the acquittal)"
        elif not records:
            records, inferred = self.file.sentences, " (inferred from the sentence)"
        if standing.custody == "unknown" or not records:
            return
        words = vocabulary("custody").label(standing.custody, "en")
        if standing.custody == "dead":
            known = standing.custody_as_of
            told = f"{words}, as of {known.in_words('en')}" if known else words
        else:
            told = f"{words}{inferred}, {as_last_known(standing.custody_as_of)}"
        grounds: tuple[Ground, ...] = tuple((self.file, record, ("",)) for record in records)
        yield Told(told, self._citer.evidence(*grounds, *self._named))

    def detentions(self) -> Iterator[Told]:
        """Yield beginning and end of each detention, or the day on which it still lasted."""
        for detention in self.file.detentions:
            yield self.arrest(detention)
            yield self.end(detention) or self._still(detention)

    def arrest(self, detention: DetentionView, *, dated: bool = True) -> Told:
        """Return how a detention began."""
        place = f" at {detention.place}" if detention.place else ""
        kind = detention.kind
        told = f"Deprived of liberty{when(detention.began_on) if dated else ''}{place}"
        told += "" if kind == "unspecified" else f" ({label('detention_kind', kind)})"
        if dated and not detention.began_on:
            told += "; the day of the arrest is not known"
        return Told(told, self._arrest_evidence(detention))

    def _arrest_evidence(self, detention: DetentionView) -> Evidence:
        return self.evidence(detention, "began_on", "kind", "place")

    def end(self, detention: DetentionView, *, dated: bool = True) -> Told | None:
        """Return how a detention ended; None where it did not, as far as is known."""
        if not (detention.end or detention.ended_on):
            return None
        ended = vocabulary("detention_end").label(detention.end or "unknown", "en")
        told = ended + (when(detention.ended_on) if dated else "")
        return Told(told, self.evidence(detention, "end", "ended_on"))

    def _acquittals(self) -> tuple[Stored, ...]:
        return tuple(one for one in self.file.charge_statuses if one.state == "acquitted")

    def _still(self, detention: DetentionView) -> Told:
        acquittals = self._acquittals()
        if acquittals and self.file.standing.outcome == "acquitted":
            grounds: tuple[Ground, ...] = tuple((self.file, one, ("state",)) for one in acquittals)
            carried = self._citer.evidence(*grounds, *self._named)
            return Told("Acquitted since; the release itself is not recorded", carried)
        carried = self._arrest_evidence(detention)
        known = max((d for d in (carried.reported, _begin(detention)) if d), default=None)
        lasted = f", {as_last_known(known)}" if known else ""
        return Told(f"No release is recorded{lasted}", carried)

    def durations(self) -> Iterator[Told]:
        """Yield lengths of custody as sources state them."""
        for duration in self.file.durations:
            carried = self.evidence(duration, "days", "bound", "period", "consecutive")
            yield Told(_duration(duration), carried)

    # ── courts ───────────────────────────────────────────────────────────────────────────────

    def charges(self) -> Iterator[Told]:
        """Yield accusations with their state; a term faced is never called a sentence."""
        for charge in self.file.charges:
            carried = self.evidence(charge, "wording", "provisions", "term_faced", "faced_bound")
            yield Told(self._charge(charge), carried)

    def _charge(self, charge: ChargeView) -> str:
        what = [f"“{charge.wording}”"] if charge.wording else []
        what += [f"article(s) {charge.provisions}"] if charge.provisions else []
        told = f"Charge: {', '.join(what)}" if what else "The charge is not named"
        if charge.term_faced:
            told += f"; said to face {_faced(charge)} in prison"
        states = [
            f"{label('charge_state', status.state)}{when(status.since_on)}"
            for status in self.file.charge_statuses
            if status.charge_id == charge.id
        ]
        return told + (f"; {', then '.join(states)}" if states else "")

    def sentences(self) -> Iterator[Told]:
        """Yield sentences in the words of the source."""
        for sentence in self.file.sentences:
            parts = [part for part in self.file.components if part.sentence_id == sentence.id]
            grounds: list[Ground] = [(self.file, part, ("kind", "term")) for part in parts]
            own = (self.file, sentence, ("reported_as", "pronounced_on", "ground"))
            carried = self._citer.evidence(own, *grounds, *self._named)
            yield Told(self._sentence(sentence), carried)

    def _sentence(self, sentence: SentenceView) -> str:
        what = sentence.reported_as or self._components(sentence)
        told = f"Sentenced to {what}{when(sentence.pronounced_on)}"
        told += f", for {sentence.ground}" if sentence.ground else ""
        return told if sentence.pronounced_on else f"{told}; the day of the judgment is not known"

    def _components(self, sentence: SentenceView) -> str:
        parts = []
        for part in self.file.components:
            if part.sentence_id == sentence.id:
                term = part.term.in_words("en") if part.term else ""
                amount = part.amount.in_words() if part.amount else ""
                parts.append(
                    " of ".join(filter(None, (label("sentence_kind", part.kind), term, amount)))
                )
        return " and ".join(parts) or "a penalty that is not described"

    def rulings(self, *, dated: bool = True) -> Iterator[tuple[PartialDate | None, Told]]:
        """Yield how rulings ended for this person, with the day of each."""
        mine = {one.id for one in self.file.proceeding_parties if one.case_id == self.file.case.id}
        rulings = {ruling.id: ruling for ruling in self.file.rulings}
        for outcome in self.file.outcomes:
            ruling = rulings.get(outcome.ruling_id)
            if ruling is None or outcome.party_id not in mine:
                continue
            ended = vocabulary("outcome_kind").label(outcome.kind, "en")
            told = f"{ended} ({label('ruling_kind', ruling.kind)})"
            told += when(ruling.pronounced_on) if dated else ""
            grounds = ((self.file, outcome, ("kind",)), (self.file, ruling, ("pronounced_on",)))
            carried = self._citer.evidence(*grounds, *self._named)
            yield ruling.pronounced_on, Told(told, carried)

    def hearings(self) -> Iterator[tuple[PartialDate | None, Told]]:
        """Yield sessions of courts with the day of each."""
        for hearing in self.file.hearings:
            kind = vocabulary("hearing_kind").label(hearing.kind, "en")
            yield hearing.held_on, Told(kind, self.evidence(hearing, "kind", "held_on"))

    # ── events ───────────────────────────────────────────────────────────────────────────────

    def events(self, kinds: Iterable[str] = ()) -> Iterator[Told]:
        """Yield what happened to the person; of some kinds only if any are given."""
        wanted = frozenset(kinds)
        for event in self.suffered():
            if not wanted or event.kind in wanted:
                yield Told(told_event(event), self.evidence(event, *EVENT_FIELDS))

    def suffered(self) -> tuple[EventView, ...]:
        """Return the events that concern the person and not only involve them."""
        ids = {
            party.event_id
            for party in self.file.event_parties
            if party.case_id == self.file.case.id and party.role in _SUFFERED
        }
        return tuple(event for event in self.file.events if event.id in ids)


def sheet(facts: PersonFacts) -> Sheet:
    """Return the sheet of one person; a row without anything recorded is left out."""
    rows = (
        ("Name", facts.names(), ""),
        ("Union office", facts.offices(), ""),
        ("Person", facts.particulars(), ""),
        ("Union activity", facts.activities(), "."),
        ("Custody", facts.custody(), "."),
        ("Detention", facts.detentions(), "."),
        ("Stated duration", facts.durations(), "."),
        ("Charges", facts.charges(), "."),
        ("Rulings", (told for _, told in facts.rulings()), "."),
        ("Sentence", facts.sentences(), "."),
        ("Events", facts.events(), "."),
        ("Link to union activity", facts.links(), "."),
    )
    told = ((name, tuple(one.sentence(stop=stop) for one in items)) for name, items, stop in rows)
    return Sheet("No photograph", tuple(Row(name, values) for name, values in told if values))


def told_event(event: EventView, *, dated: bool = True) -> str:
    """Return an event as a clause: its summary, else its kind, then how many, where and when."""
    what = event.summary.rstrip(".") or vocabulary("event_kind").label(event.kind, "en")
    count = event.unnamed_count
    people = counted(count, event.unnamed_bound, "people") if count else ""
    place = event.place if event.place not in what else ""
    aside = ", ".join(filter(None, (people, place)))
    return f"{what}{f' ({aside})' if aside else ''}{when(event.occurred_on) if dated else ''}"


def _is_fate(event: EventView) -> bool:
    """Return whether an event tells where a person is by itself: a death or an exile."""
    field = vocabulary("event_kind").attribute(event.kind, "field")
    return field == "exile" or event.kind in ("killing", "death_in_custody")


def _says(detention: DetentionView) -> str:
    """Return what a detention by itself says of liberty."""
    if detention.end or detention.ended_on:
        ended = detention.end or "unknown"
        return vocabulary("detention_end").attribute(ended, "custody", "unknown")
    return vocabulary("detention_kind").attribute(detention.kind, "custody", "held")


def _duration(duration: StatedDurationView) -> str:
    days = "an unknown number of" if duration.days is None else str(duration.days)
    in_a_row = " consecutive" if duration.consecutive else ""
    stated = bounded(duration.bound, f"{days}{in_a_row} days in custody")
    return capital(f"{stated}{when(duration.period)}")


def _faced(charge: ChargeView) -> str:
    return (
        bounded(charge.faced_bound, charge.term_faced.in_words("en")) if charge.term_faced else ""
    )


def _begin(detention: DetentionView) -> PartialDate | None:
    """Return the beginning when it is a single date."""
    began = detention.began_on
    return None if began is None or began.is_ongoing else began
