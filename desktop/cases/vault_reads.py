"""The reads of this area, each run on the vault's thread; a newer one overtakes its elder."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desktop.jobs.jobs import Job, Jobs
from models.views.cases import CaseSummary

if TYPE_CHECKING:
    from array import array

    from models.casebook import Casebook


@dataclass(frozen=True, slots=True)
class PageRead:
    """Rows that were read, and what they were asked for."""

    number: int
    ids: "array[int]"
    rows: tuple[CaseSummary, ...]


class VaultReads:
    """Asks the casebook for ids, rows and files."""

    def __init__(self, casebook: "Casebook", jobs: Jobs, parent: QObject) -> None:
        self._casebook, self._jobs, self._parent = casebook, jobs, parent
        self._asked: list[Job] = []

    @property
    def waiting(self) -> bool:
        """Whether an answer is still on its way."""
        self._asked = [job for job in self._asked if not job.over]
        return bool(self._asked)

    def ids(self, query: str, country: Any, custody: str | None) -> Job:
        """Ask which cases match; the answer is an array of ids in the order of the list."""
        from models.casebook import CaseFilter  # noqa: PLC0415  loaded already, with the vault

        wanted = CaseFilter(query=query, country=country, custody=custody)
        return self._read(lambda _job: self._casebook.cases.ids(wanted), "cases.ids")

    def page(self, number: int, ids: "array[int]") -> Job:
        """Ask for the rows of one page of the list."""
        return self._read(lambda _job: PageRead(number, ids, self._casebook.cases.page(ids)))

    def case(self, case_id: int) -> Job:
        """Ask for one case; the answer is its file."""
        return self._read(lambda _job: self._casebook.cases.open_file(case_id), "cases.file")

    def countries(self) -> Job:
        """Ask which countries have cases; the answer is a tuple of them."""
        return self._read(lambda _job: self._casebook.cases.countries(), "cases.countries")

    def _read(self, work: Any, key: str = "") -> Job:
        job = self._jobs.read(work, parent=self._parent, key=key)
        self._asked = [each for each in self._asked if not each.over] + [job]
        return job
