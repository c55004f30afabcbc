"""The tab of notes: the office's own words on a case, the latest first."""

from PySide6.QtCore import QObject

from desktop.cases.entry import Entry
from desktop.cases.reader import Reader
from desktop.forms.words import date_words
from models.views.cases import NoteView


class Notes(QObject):
    """One line for each note."""

    def entries(self, reader: Reader) -> list[Entry]:
        """Return all lines of the case behind ``reader``."""
        latest_first = sorted(reader.file.notes, key=lambda note: note.id, reverse=True)
        return [self._note(note) for note in latest_first]

    def _note(self, note: NoteView) -> Entry:
        title, _, rest = note.text.partition("\n")
        return Entry(
            title=title or self.tr("Note"),
            when=date_words(note.written_on),
            body=" ".join(rest.split()),
            icon="scroll-text",
            tone="neutral",
            records=(note,),
        )
