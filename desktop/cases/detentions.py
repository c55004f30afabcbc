"""The tab of detentions: each with its days, its places and how it ended."""

from PySide6.QtCore import QObject

from desktop.cases.entry import Entry
from desktop.cases.reader import Reader
from desktop.forms.words import date_words, joined, word
from models.values.vocabulary import vocabulary
from models.views.custody import DetentionView, StayView
from models.views.record import Stored


class Detentions(QObject):
    """One line for each detention, with its stays, then one for each stated length."""

    def entries(self, reader: Reader) -> list[Entry]:
        """Return all lines of the case behind ``reader``."""
        return [self._detention(reader, each) for each in reader.file.detentions]

    def _detention(self, reader: Reader, detention: DetentionView) -> Entry:
        stays = [s for s in reader.file.stays if s.detention_id == detention.id]
        records: tuple[Stored, ...] = (detention, *stays)
        custody = vocabulary("detention_kind").attribute(detention.kind, "custody")
        is_open = detention.ended_on is None and detention.end is None
        return Entry(
            title=word("detention_kind", detention.kind),
            when=self._days(detention),
            body=joined(
                detention.place,
                reader.organisation(detention.authority_id),
                *(self._stay(reader, stay) for stay in stays),
                detention.ground,
            ),
            icon="lock",
            tone="danger" if is_open and custody == "held" else "neutral",
            records=records,
            marks=reader.marks(records),
            disputed=reader.disagrees(records),
        )

    def _days(self, detention: DetentionView) -> str:
        began = date_words(detention.began_on) or self.tr("Beginning not known")
        ended = joined(
            date_words(detention.ended_on), word("detention_end", detention.end), by=", "
        )
        end = ended or self.tr("no end known")
        return self.tr("{began} – {ended}").format(began=began, ended=end)

    def _stay(self, reader: Reader, stay: StayView) -> str:
        place = joined(stay.place, reader.organisation(stay.organisation_id), by=", ")
        return joined(place, date_words(stay.began_on), by=" ")
