"""What happened in a case, the newest first. Only a view: every fact lives elsewhere."""

from collections.abc import Iterator

from PySide6.QtCore import QObject

from desktop.cases.entry import Entry, newest_first
from desktop.cases.penalties import Penalties
from desktop.cases.reader import Reader
from desktop.forms.words import date_words, joined, word
from desktop.theme.tokens import Tone
from models.values.partial_date import PartialDate
from models.values.vocabulary import vocabulary
from models.views.custody import DetentionView, RulingView
from models.views.record import Stored


class Timeline(QObject):
    """Gathers the lines from every dated record of a case."""

    def entries(self, reader: Reader) -> list[Entry]:
        """Return all lines of the case behind ``reader``."""
        return newest_first(
            [
                *self._detentions(reader),
                *self._durations(reader),
                *self._charges(reader),
                *self._courts(reader),
                *self._sentences(reader),
                *self._activities(reader),
                *self._events(reader),
                *self._deadlines(reader),
            ]
        )

    def _detentions(self, reader: Reader) -> Iterator[Entry]:
        for detention in reader.file.detentions:
            kind = word("detention_kind", detention.kind)
            where = joined(detention.place, reader.organisation(detention.authority_id))
            body = joined(kind, where, detention.ground)
            if detention.began_on or not detention.ended_on:
                title = self.tr("Detained")
                yield self._entry(
                    reader, detention.began_on, title, body, "lock", "danger", detention
                )
            yield from self._end(reader, detention, kind)
        yield from self._stays(reader)

    def _end(self, reader: Reader, detention: DetentionView, kind: str) -> Iterator[Entry]:
        if detention.ended_on is None and detention.end is None:
            return
        title = word("detention_end", detention.end) or self.tr("Detention ended")
        custody = vocabulary("detention_end").attribute(detention.end or "unknown", "custody")
        tone: Tone = "ok" if custody == "at_liberty" else "neutral"
        yield self._entry(reader, detention.ended_on, title, kind, "door-open", tone, detention)

    def _stays(self, reader: Reader) -> Iterator[Entry]:
        for stay in reader.file.stays:
            place = joined(stay.place, reader.organisation(stay.organisation_id))
            title = self.tr("Held at {place}").format(place=place)
            yield self._entry(reader, stay.began_on, title, "", "map-pin", "neutral", stay)

    def _durations(self, reader: Reader) -> Iterator[Entry]:
        for stated in reader.file.durations:
            days = self.tr("%n day(s)", "", stated.days or 0)
            bound = word("bound", stated.bound)
            title = self.tr("In custody for {bound} {days}").format(bound=bound, days=days)
            body = self.tr("as the source counts")
            yield self._entry(reader, stated.period, title, body, "calendar", "neutral", stated)

    def _charges(self, reader: Reader) -> Iterator[Entry]:
        charges = {charge.id: charge for charge in reader.file.charges}
        for status in reader.file.charge_statuses:
            charge = charges[status.charge_id]
            body = joined(charge.wording, charge.provisions)
            title = self.tr("Charge: {state}").format(state=word("charge_state", status.state))
            yield self._entry(
                reader, status.since_on, title, body, "scroll-text", "warn", status, charge
            )

    def _courts(self, reader: Reader) -> Iterator[Entry]:
        courts = {p.id: reader.organisation(p.court_id) for p in reader.file.proceedings}
        for hearing in reader.file.hearings:
            court = joined(courts.get(hearing.proceeding_id, ""), hearing.place, hearing.result)
            title = self.tr("Hearing: {kind}").format(kind=word("hearing_kind", hearing.kind))
            yield self._entry(reader, hearing.held_on, title, court, "gavel", "info", hearing)
        for ruling in reader.file.rulings:
            court = courts.get(ruling.proceeding_id, "")
            yield self._ruling(reader, ruling, court)

    def _ruling(self, reader: Reader, ruling: RulingView, court: str) -> Entry:
        outcomes = [o for o in reader.file.outcomes if o.ruling_id == ruling.id]
        ended = joined(*dict.fromkeys(word("outcome_kind", o.kind) for o in outcomes), by=", ")
        title = joined(word("ruling_kind", ruling.kind), ended, by=": ")
        body = joined(court, ruling.summary)
        on = ruling.pronounced_on or ruling.served_on
        return self._entry(reader, on, title, body, "gavel", "danger", ruling, *outcomes)

    def _sentences(self, reader: Reader) -> Iterator[Entry]:
        penalties = Penalties()
        for sentence in reader.file.sentences:
            parts = [c for c in reader.file.components if c.sentence_id == sentence.id]
            title = self.tr("Sentence: {parts}").format(parts=penalties.all(parts))
            body = joined(penalties.reported(sentence), sentence.ground)
            on = sentence.pronounced_on
            yield self._entry(reader, on, title, body, "gavel", "danger", sentence, *parts)

    def _activities(self, reader: Reader) -> Iterator[Entry]:
        for activity in reader.file.activities:
            title = word("union_activity_kind", activity.kind)
            links = [n for n in reader.file.nexuses if n.union_activity_id == activity.id]
            body = joined(activity.summary, *(nexus.argument for nexus in links))
            on = activity.began_on or activity.ended_on
            yield self._entry(reader, on, title, body, "megaphone", "info", activity, *links)

    def _events(self, reader: Reader) -> Iterator[Entry]:
        for event in reader.file.events:
            parties = [p for p in reader.file.event_parties if p.event_id == event.id]
            title = word("event_kind", event.kind)
            body = joined(event.summary, event.place)
            yield self._entry(
                reader, event.occurred_on, title, body, "flag", "neutral", event, *parties
            )

    def _deadlines(self, reader: Reader) -> Iterator[Entry]:
        for due in reader.file.deadlines:
            title = self.tr("Due: {kind}").format(kind=word("deadline_kind", due.kind))
            yield self._entry(reader, due.due_on, title, due.rule, "calendar-clock", "warn", due)

    def _entry(  # noqa: PLR0917  the columns of a table
        self,
        reader: Reader,
        on: PartialDate | None,
        title: str,
        body: str,
        icon: str,
        tone: Tone,
        *records: Stored,
    ) -> Entry:
        return Entry(
            on=on,
            when=date_words(on) or self.tr("Date not known"),
            title=title,
            body=body,
            icon=icon,
            tone=tone,
            records=records,
            marks=reader.marks(records),
            disputed=reader.disagrees(records),
        )
