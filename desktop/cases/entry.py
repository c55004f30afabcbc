"""One line of a tab on the page of a case: what the eye sees, and which records stand behind it."""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

from desktop.forms.words import joined
from desktop.theme.tokens import Tone
from models.values.partial_date import PartialDate
from models.views.record import Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line with its icon, its marks, and the records whose claims the evidence panel shows.

    ``marks`` are the numbers of the sources; ``disputed`` says that they do not agree.
    """

    title: str
    icon: str
    records: tuple[Stored, ...]
    on: PartialDate | None = None
    when: str = ""
    body: str = ""
    tone: Tone = "neutral"
    marks: tuple[int, ...] = ()
    disputed: bool = False

    @property
    def mark_text(self) -> str:
        """The marks as they are printed: ``[1] [3]``."""
        return " ".join(f"[{number}]" for number in self.marks)

    @property
    def whole(self) -> str:
        """The line in words, for screen readers."""
        return joined(self.when, self.title, self.body, self.mark_text, by=", ")


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """Return ``entries`` by date, the newest first and those without a date last."""
    placed, unplaced = [], []
    for entry in entries:
        if entry.on is None or entry.on.lacks_year:
            unplaced.append(entry)
        else:
            placed.append((entry.on, entry))
    return [entry for _, entry in sorted(placed, key=itemgetter(0), reverse=True)] + unplaced
