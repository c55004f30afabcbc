"""The area "Cases": the list on one side, the case on the other."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.cases.case_page import CasePage, draft_name
from desktop.cases.list_pane import ListPane
from desktop.cases.table import CaseTable
from desktop.cases.vault_reads import PageRead, VaultReads
from desktop.jobs.autosave import Autosave
from desktop.jobs.jobs import Job, Jobs
from desktop.navigation import Navigation
from desktop.theme.tokens import XL, L
from desktop.widgets.banner import Banner
from models.errors import HabeasError
from models.values.partial_date import PartialDate
from models.views.cases import CaseFile, NewNote

if TYPE_CHECKING:
    from array import array

    from models.casebook import Casebook

_SIZES = (348, 736)


class CasesPage(QWidget):
    """Reads through the vault's thread and shows what comes back."""

    def __init__(
        self, casebook: "Casebook", jobs: Jobs, navigation: Navigation, autosave: Autosave
    ) -> None:
        super().__init__()
        self._jobs, self._navigation, self._autosave = jobs, navigation, autosave
        self._casebook = casebook
        self._reads = VaultReads(casebook, jobs, self)
        self._table = CaseTable()
        self.pane, self.case = ListPane(self._table), CasePage()
        self.banner = Banner()
        self._detail = QStackedWidget()
        self._shown = 0
        self._lay_out()
        self._connect()
        self._read_countries()
        self._read_ids()

    @property
    def shown(self) -> int:
        """The id of the case on show, 0 for none."""
        return self._shown

    @property
    def ready(self) -> bool:
        """Whether nothing that was asked of the vault is still on its way."""
        return not self._reads.waiting and bool(self._shown or not self._table.rowCount())

    def dress(self) -> None:
        """Draw icons in the colours in force."""
        self.pane.dress()

    @Slot(int)
    def show_case(self, case_id: int) -> None:
        """Show a case, wherever the filters stand."""
        self.pane.reveal(case_id)

    def _lay_out(self) -> None:
        blank = QWidget()
        blank.setObjectName("page")
        column = QVBoxLayout(blank)
        column.setContentsMargins(XL, L, XL, L)
        column.addWidget(self.banner)
        column.addStretch()
        self._detail.addWidget(blank)
        self._detail.addWidget(self.case)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.pane)
        split.addWidget(self._detail)
        split.setStretchFactor(1, 1)
        split.setSizes(_SIZES)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)

    def _connect(self) -> None:
        self.pane.wanted.connect(self._read_ids)
        self.pane.case_chosen.connect(self._read_case)
        self._table.page_wanted.connect(self._read_page)
        self.case.complaint_wanted.connect(self._navigation.prepare_complaint)
        self.case.letter_wanted.connect(self._navigation.prepare_letter)
        self.case.note_typed.connect(self._autosave.note)
        self.case.note_wanted.connect(self._add_note)
        self._jobs.records_changed.connect(self._reload)

    @Slot()
    def _read_ids(self) -> None:
        job = self._reads.ids(
            self.pane.query, self.pane.country.value, self.pane.custody.value or None
        )
        job.finished.connect(self._show_ids)

    @Slot(object)
    def _show_ids(self, ids: "array[int]") -> None:
        self.pane.show_ids(ids)
        if not ids:
            self._detail.setCurrentIndex(0)

    def _read_countries(self) -> None:
        self._reads.countries().finished.connect(self.pane.offer_countries)

    @Slot(int)
    def _read_page(self, page: int) -> None:
        self._reads.page(page, self._table.ids_of(page)).finished.connect(self._take_page)

    @Slot(object)
    def _take_page(self, answer: PageRead) -> None:
        self._table.take(answer.number, answer.ids, answer.rows)

    @Slot(int)
    def _read_case(self, case_id: int) -> None:
        job = self._reads.case(case_id)
        job.finished.connect(self._show_case)
        job.failed.connect(self._tell)

    @Slot(object)
    def _show_case(self, file: CaseFile) -> None:
        self._shown = file.case.id
        self.banner.clear()
        self.case.show_file(file, self._autosave.draft(draft_name(file)))
        self._detail.setCurrentWidget(self.case)

    @Slot(int, str)
    def _add_note(self, case_id: int, text: str) -> None:
        """Save a note; its draft ends only when the vault has it."""
        new = NewNote(text=text, written_on=PartialDate.of(datetime.now().astimezone().date()))

        def add(_job: Job) -> None:
            self._casebook.notes.add_note(case_id, new)

        job = self._jobs.write(add, parent=self)
        job.finished.connect(self._end_draft)
        job.failed.connect(self._tell_note)

    @Slot()
    def _end_draft(self) -> None:
        self.case.notes.field.clear()

    @Slot(HabeasError)
    def _tell_note(self, error: HabeasError) -> None:
        self.case.notes.tell(error)

    @Slot(HabeasError)
    def _tell(self, error: HabeasError) -> None:
        self.banner.tell("danger", str(error))
        self._detail.setCurrentIndex(0)

    @Slot(frozenset)
    def _reload(self, _changed: frozenset[tuple[str, int]]) -> None:
        """Read again what is on show: any record may move a case in the list."""
        self._read_countries()
        self._read_ids()
        if self._shown:
            self._read_case(self._shown)
