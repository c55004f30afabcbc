"""The area "Complaints": which State, by which procedure; then the PDF."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.forms.document_desk import DocumentDesk, Recipe
from desktop.forms.words import country_name, word
from desktop.jobs.jobs import Jobs
from desktop.widgets.choice import Choice
from desktop.widgets.files import FileChooser
from models.values.country import Country
from models.views.filings import ComplaintFile

if TYPE_CHECKING:
    from models.casebook import Casebook

MECHANISMS = ("cfa",)
"""The procedures that a document can be made for."""


class ComplaintsPage(QWidget):
    """Two questions and a button."""

    def __init__(self, casebook: "Casebook", jobs: Jobs, files: FileChooser) -> None:
        super().__init__()
        self._casebook, self._jobs = casebook, jobs
        self._wanted: Country | None = None
        self.country = Choice(self.tr("State"))
        self.mechanism = Choice(self.tr("Procedure"))
        self.mechanism.offer((code, word("mechanism", code)) for code in MECHANISMS)
        self.desk = DocumentDesk(
            self.tr("Complaint"),
            self.tr(
                "Every sentence carries its sources. Who has not agreed to be named is left out."
            ),
            [(self.tr("State"), self.country), (self.tr("Procedure"), self.mechanism)],
            jobs,
            files,
        )
        self.desk.wanted.connect(self._make)
        self.desk.button.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.desk)
        jobs.records_changed.connect(self.read_countries)
        self.read_countries()

    @Slot()
    def read_countries(self) -> None:
        """Read which States have cases."""
        job = self._jobs.read(
            lambda _job: self._casebook.cases.countries(), parent=self, key="complaints.countries"
        )
        job.finished.connect(self._offer)

    @Slot(Country)
    def choose(self, country: Country) -> None:
        """Choose a State, as soon as the list is read."""
        self._wanted = country
        self.country.choose(country)

    @Slot(object)
    def _offer(self, countries: tuple[Country, ...]) -> None:
        named = sorted((country_name(country), country) for country in countries)
        self.country.offer((country, name) for name, country in named)
        if self._wanted is not None:
            self.country.choose(self._wanted)
        self.desk.button.setEnabled(bool(countries) and self.desk.running.isHidden())

    @Slot()
    def _make(self) -> None:
        country, mechanism = self.country.value, self.mechanism.value
        if isinstance(country, Country) and isinstance(mechanism, str):
            self.desk.make(self._recipe(country, mechanism))

    def _recipe(self, country: Country, mechanism: str) -> Recipe:
        complaints = self._casebook.complaints
        remark: Callable[[ComplaintFile], str] = self._remark
        return Recipe(
            file_name=f"complaint-{country.code}-{mechanism}.pdf",
            read=lambda: complaints.file_of(country, mechanism),
            write=complaints.write,
            remark=remark,
        )

    def _remark(self, file: ComplaintFile) -> str:
        if not file.withheld:
            return ""
        left_out = self.tr("%n case(s) left out for want of consent", "", len(file.withheld))
        return f"{left_out}: {', '.join(file.withheld)}"
