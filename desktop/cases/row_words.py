"""What a row of the list says about a case."""

from PySide6.QtCore import QObject

from desktop.forms.words import country_name, date_words, isolated, joined, word
from desktop.theme.tokens import Tone
from models.values.vocabulary import vocabulary
from models.views.cases import CaseSummary, Standing

_TONES: dict[str, Tone] = {
    "danger": "danger",
    "warning": "warn",
    "good": "ok",
    "neutral": "neutral",
    "mourning": "neutral",
}


def custody_tone(code: str) -> Tone:
    """Return the colour in which a custody is shown."""
    return _TONES[vocabulary("custody").attribute(code, "tone", "neutral")]


class RowWords(QObject):
    """Says a row, for the eye in parts and for a reader as a whole."""

    def state(self, standing: Standing) -> str:
        """Return the word of the badge."""
        return word("custody", standing.custody)

    def line(self, row: CaseSummary) -> str:
        """Return the muted line: where, and by whom the person was known."""
        return joined(country_name(row.country), row.organisation or row.office)

    def as_of(self, standing: Standing) -> str:
        """Return the day of the newest source on the custody: no state is shown without it."""
        if standing.custody_as_of is None:
            return self.tr("undated")
        return self.tr("as of {date}").format(date=date_words(standing.custody_as_of))

    def whole(self, row: CaseSummary) -> str:
        """Return the whole row in words, for screen readers."""
        state = f"{self.state(row.standing)}, {self.as_of(row.standing)}"
        return joined(row.name, isolated(row.reference), state, self.line(row), by=", ")
