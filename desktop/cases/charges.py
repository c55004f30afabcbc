"""The tab of charges: what a person is accused of, under which provision, and where it stands."""

from PySide6.QtCore import QObject

from desktop.cases.entry import Entry
from desktop.cases.penalties import Penalties
from desktop.cases.reader import Reader
from desktop.forms.words import date_words, joined, language, word
from models.values.vocabulary import vocabulary
from models.views.custody import ChargeStatusView, ChargeView, SentenceView
from models.views.record import Stored


class Charges(QObject):
    """One line for each charge, then one for each sentence."""

    def entries(self, reader: Reader) -> list[Entry]:
        """Return all lines of the case behind ``reader``."""
        charges = [self._charge(reader, charge) for charge in reader.file.charges]
        return [*charges, *(self._sentence(reader, each) for each in reader.file.sentences)]

    def _charge(self, reader: Reader, charge: ChargeView) -> Entry:
        statuses = [s for s in reader.file.charge_statuses if s.charge_id == charge.id]
        is_open = any(_is_open(status) for status in statuses[-1:])
        records: tuple[Stored, ...] = (charge, *statuses)
        return Entry(
            title=charge.wording or charge.provisions or self.tr("Charge not known"),
            when=joined(*(self._status(status) for status in statuses), by=" → "),
            body=joined(charge.provisions if charge.wording else "", self._faced(charge)),
            icon="scroll-text",
            tone="warn" if is_open else "neutral",
            records=records,
            marks=reader.marks(records),
            disputed=reader.disagrees(records),
        )

    def _status(self, status: ChargeStatusView) -> str:
        return joined(word("charge_state", status.state), date_words(status.since_on), by=", ")

    def _faced(self, charge: ChargeView) -> str:
        if charge.term_faced is None:
            return ""
        term = charge.term_faced.in_words(language())
        bound = "" if charge.faced_bound == "exact" else word("bound", charge.faced_bound)
        return self.tr("may bring {term}").format(term=joined(bound, term, by=" "))

    def _sentence(self, reader: Reader, sentence: SentenceView) -> Entry:
        parts = [c for c in reader.file.components if c.sentence_id == sentence.id]
        penalties = Penalties()
        records: tuple[Stored, ...] = (sentence, *parts)
        title = self.tr("Sentence: {parts}").format(parts=penalties.all(parts))
        return Entry(
            title=title,
            when=date_words(sentence.pronounced_on) or self.tr("Date not known"),
            body=joined(penalties.reported(sentence), sentence.ground),
            icon="gavel",
            tone="danger",
            records=records,
            marks=reader.marks(records),
            disputed=reader.disagrees(records),
        )


def _is_open(status: ChargeStatusView) -> bool:
    return vocabulary("charge_state").attribute(status.state, "open") == "yes"
