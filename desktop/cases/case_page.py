"""The page of one case: who, where things stand, and every fact beside what it rests on."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTabBar, QVBoxLayout, QWidget

from desktop.cases.charges import Charges
from desktop.cases.detentions import Detentions
from desktop.cases.entry import Entry
from desktop.cases.entry_list import EntryList
from desktop.cases.evidence import Evidence
from desktop.cases.evidence_panel import EvidencePanel
from desktop.cases.facts_card import FactsCard
from desktop.cases.glance import Glance
from desktop.cases.note_editor import NoteEditor
from desktop.cases.notes import Notes
from desktop.cases.people import People
from desktop.cases.reader import Reader
from desktop.cases.row_words import custody_tone
from desktop.cases.sources import Sources
from desktop.cases.timeline import Timeline
from desktop.forms.words import word
from desktop.theme.tokens import XL, XS, L, M
from desktop.widgets.badge import Badge
from desktop.widgets.buttons import Button, primary
from desktop.widgets.labels import ElidedLabel
from models.values.country import Country
from models.views.cases import CaseFile

_NOTES = 5
"""The tab with the editor."""


def draft_name(file: CaseFile) -> str:
    """Return the name under which the note begun on a case is kept."""
    return f"note:{file.case.uid}"


class CasePage(QWidget):
    """Shows the case file it is given."""

    complaint_wanted = Signal(Country)
    letter_wanted = Signal(int)
    note_typed = Signal(str, str)
    """A draft changed: its name, its text."""
    note_wanted = Signal(int, str)
    """Add a note to the case with this id."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self._reader: Reader | None = None
        self._tabs: list[list[Entry]] = []
        self._name = ElidedLabel("", "title", "semibold", snug=True)
        self._badge = Badge()
        self._line = ElidedLabel("", ink="muted")
        self._complaint = Button(self.tr("Complaint"), "plain", "file-text")
        self._letter = primary(self.tr("Letter"), "mail")
        self._facts = FactsCard()
        self._bar = QTabBar()
        self.notes = NoteEditor()
        self.entries = EntryList()
        self.evidence = EvidencePanel()
        self._lay_out()
        self._connect()
        self.setTabOrder(self._complaint, self._letter)
        self.setTabOrder(self._letter, self._bar)
        self.setTabOrder(self._bar, self.notes)
        self.setTabOrder(self.notes, self.entries)

    def show_file(self, file: CaseFile, draft: str = "") -> None:
        """Show a case with the note begun on it; the tab that was chosen stays chosen."""
        reader = Reader(file)
        if draft != self.notes.text:
            self.notes.show_text(draft)
        self._reader = reader
        glance = Glance()
        self._name.setText(file.name or self.tr("Name not known"))
        self._badge.show_state(
            word("custody", file.standing.custody), custody_tone(file.standing.custody)
        )
        self._line.setText(glance.line(file))
        self._facts.show_facts(glance.facts(reader))
        gather: list[Callable[[Reader], list[Entry]]] = [
            Timeline().entries,
            Charges().entries,
            Detentions().entries,
            People().entries,
            Sources().entries,
            Notes().entries,
        ]
        self._tabs = [entries(reader) for entries in gather]
        self.evidence.hide()
        self._count_tabs()
        self._turn(self._bar.currentIndex())

    def show_tab(self, at: int) -> None:
        """Turn to the tab at this place."""
        self._bar.setCurrentIndex(at)

    def open_first(self) -> None:
        """Show the evidence for the first line of the tab, as Enter does."""
        if self._tabs and self._tabs[self._bar.currentIndex()]:
            self.entries.open_row(0)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L + XS, XL, L)
        column.setSpacing(L)
        column.addWidget(self._head())
        column.addWidget(self._facts)
        column.addWidget(self._tab_bar())
        column.addWidget(self.notes)
        column.addWidget(self.entries, 1)
        column.addWidget(self.evidence)

    def _head(self) -> QWidget:
        top = QHBoxLayout()
        top.setSpacing(M)
        top.addWidget(self._name)
        top.addWidget(self._badge)
        top.addStretch()
        left = QVBoxLayout()
        left.setSpacing(XS)
        left.addLayout(top)
        left.addWidget(self._line)
        head = QWidget()
        head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(M)
        row.addLayout(left, 1)
        row.addWidget(self._complaint, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._letter, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _tab_bar(self) -> QTabBar:
        self._bar.setExpanding(False)
        self._bar.setDrawBase(False)
        self._bar.setAccessibleName(self.tr("Parts of the case"))
        for _ in self._titles():
            self._bar.addTab("")
        return self._bar

    def _titles(self) -> list[str]:
        return [
            self.tr("Timeline"),
            self.tr("Charges"),
            self.tr("Detentions"),
            self.tr("People"),
            self.tr("Sources"),
            self.tr("Notes"),
        ]

    def _count_tabs(self) -> None:
        for at, (title, entries) in enumerate(zip(self._titles(), self._tabs, strict=True)):
            self._bar.setTabText(at, f"{title}  {len(entries)}")
        if self.notes.text:
            said = self.tr("{tab} and a draft").format(tab=self._bar.tabText(_NOTES))
            self._bar.setTabText(_NOTES, said)

    def _connect(self) -> None:
        self._bar.currentChanged.connect(self._turn)
        self.entries.opened.connect(self._show_evidence)
        self.entries.passed.connect(self._follow)
        self.evidence.closed.connect(self.entries.setFocus)
        self.notes.typed.connect(self._tell_typed)
        self.notes.wanted.connect(self._want_note)
        self._complaint.clicked.connect(self._want_complaint)
        self._letter.clicked.connect(self._want_letter)

    @Slot(int)
    def _turn(self, at: int) -> None:
        if not self._tabs:
            return
        self.notes.setVisible(at == _NOTES)
        self.entries.setAccessibleName(self._titles()[at])
        self.entries.show_entries(self._tabs[at])
        self.evidence.hide()

    @Slot(object)
    def _show_evidence(self, entry: Entry) -> None:
        if self._reader is not None:
            self.evidence.show_findings(entry.title, Evidence(self._reader).of(entry))

    @Slot(object)
    def _follow(self, entry: Entry) -> None:
        """Keep the open panel with the line that the arrow keys move to."""
        if not self.evidence.isHidden():
            self._show_evidence(entry)

    @Slot(str)
    def _tell_typed(self, text: str) -> None:
        if self._reader is not None:
            self.note_typed.emit(draft_name(self._reader.file), text)

    @Slot(str)
    def _want_note(self, text: str) -> None:
        if self._reader is not None:
            self.note_wanted.emit(self._reader.file.case.id, text)

    @Slot()
    def _want_complaint(self) -> None:
        if self._reader is not None:
            self.complaint_wanted.emit(self._reader.file.case.country)

    @Slot()
    def _want_letter(self) -> None:
        if self._reader is not None:
            self.letter_wanted.emit(self._reader.file.case.id)
