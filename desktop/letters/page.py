"""The area "Letters": in which case, of which kind, in which language; then the PDF."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.forms.document_desk import DocumentDesk, Recipe
from desktop.forms.words import isolated, joined, word
from desktop.jobs.jobs import Jobs
from desktop.theme.tokens import S
from desktop.widgets.buttons import Button
from desktop.widgets.choice import Choice
from desktop.widgets.files import FileChooser
from models.views.cases import CaseSummary
from models.views.filings import AddresseeView

if TYPE_CHECKING:
    from models.casebook import Casebook

PRISONER = "prisoner"
TEMPLATES = ("authority", PRISONER)
"""The kinds of letters that a document can be made for."""


class LettersPage(QWidget):
    """The case, two questions and a button."""

    case_list_wanted = Signal()

    def __init__(self, casebook: "Casebook", jobs: Jobs, files: FileChooser) -> None:
        super().__init__()
        self._casebook, self._jobs = casebook, jobs
        self._case: CaseSummary | None = None
        self._name = QLineEdit(readOnly=True)
        self._name.setAccessibleName(self.tr("Case"))
        self._name.setPlaceholderText(self.tr("No case chosen"))
        self._choose = Button(self.tr("Choose in Cases"), "plain", "folder", shown="")
        self._choose.setToolTip(self._choose.accessibleName())
        self._choose.clicked.connect(self.case_list_wanted)
        self.template = Choice(self.tr("Kind of letter"))
        self.template.offer((code, word("letter_kind", code)) for code in TEMPLATES)
        self.template.picked.connect(self._offer_languages)
        self.language = Choice(self.tr("Language of the letter"))
        self.addressee = Choice(self.tr("Addressee"))
        self.desk = DocumentDesk(
            self.tr("Letter"),
            self.tr("Built from the facts of one case. Read it before it leaves the office."),
            [
                (self.tr("Case"), self._case_field()),
                (self.tr("Kind of letter"), self.template),
                (self.tr("Language of the letter"), self.language),
                (self.tr("Addressee"), self.addressee),
            ],
            jobs,
            files,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.desk)
        self._offer_languages(TEMPLATES[0])
        self._read_addressees()
        jobs.records_changed.connect(self._read_addressees)
        self.desk.wanted.connect(self._make)
        self.desk.button.setEnabled(False)

    @Slot(int)
    def choose(self, case_id: int) -> None:
        """Take the case that the letter is about."""
        job = self._jobs.read(
            lambda _job: self._casebook.cases.page([case_id]), parent=self, key="letters.case"
        )
        job.finished.connect(self._show_case)

    def _case_field(self) -> QWidget:
        case = QWidget()
        row = QHBoxLayout(case)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(self._name, 1)
        row.addWidget(self._choose)
        return case

    @Slot(object)
    def _offer_languages(self, template: object) -> None:
        codes = self._casebook.letters.languages(str(template))
        self.language.offer((code, word("language", code)) for code in codes)
        self.addressee.setEnabled(template != PRISONER)

    @Slot()
    def _read_addressees(self) -> None:
        job = self._jobs.read(
            lambda _job: self._casebook.letters.addressees(), parent=self, key="letters.addressees"
        )
        job.finished.connect(self._offer_addressees)

    @Slot(object)
    def _offer_addressees(self, addressees: tuple[AddresseeView, ...]) -> None:
        nobody = (None, self.tr("Nobody chosen yet"))
        known = ((each.id, joined(each.office, each.name)) for each in addressees)
        self.addressee.offer([nobody, *known])

    @Slot(object)
    def _show_case(self, rows: tuple[CaseSummary, ...]) -> None:
        self._case = rows[0] if rows else None
        shown = joined(self._case.name, isolated(self._case.reference)) if self._case else ""
        self._name.setText(shown)
        self._name.setCursorPosition(0)
        self.desk.banner.clear()
        self.desk.preview.clear()
        self.desk.button.setEnabled(self._case is not None)

    @Slot()
    def _make(self) -> None:
        if self._case is None:
            return
        letters, case_id = self._casebook.letters, self._case.id
        template, language = str(self.template.value), str(self.language.value)
        addressee = None if template == PRISONER else cast("int | None", self.addressee.value)
        self.desk.make(
            Recipe(
                file_name=f"letter-{self._case.reference}-{template}-{language}.pdf",
                read=lambda: letters.file_of(case_id, template, language, addressee),
                write=letters.write,
                remark=lambda file: "\n".join(letters.cautions(file)),
            )
        )
