"""Complaints: what is being prepared, what it is built from, and the PDF that comes of it."""

from collections.abc import Sequence
from pathlib import Path

from models.casework import recording
from models.casework.areas import Area
from models.casework.complaint_files import complaint_file
from models.casework.saving import Cancelled, Progress, save_pdf
from models.casework.today import today
from models.documents import complaint
from models.documents.blocks import Document
from models.errors import ConsentError, UnknownRecordError
from models.law import brief
from models.store.work import Store
from models.values.country import Country
from models.views.filings import ComplaintFile, NewAllegation, NewAnnexItem, NewComplaint
from models.views.record import NewRecord


class Complaints(Area):
    """Complaints in preparation, and their documents."""

    def __init__(self, store: Store, *, specimen: bool) -> None:
        super().__init__(store)
        self._specimen = specimen

    def draft(self, new: NewComplaint) -> int:
        """Begin a complaint; return its local id."""
        return self._add("complaint", new, None)

    def add_allegation(
        self,
        complaint_id: int,
        new: NewAllegation,
        case_ids: Sequence[int] = (),
        claim_ids: Sequence[int] = (),
    ) -> int:
        """Add an allegation carried by cases and claims; return its local id."""
        with self._store.work() as session:
            added = recording.add(session, "allegation", new, complaint_id=complaint_id)
            for case_id in case_ids:
                link = {"allegation_id": added, "case_id": case_id}
                recording.add(session, "allegation_case", NewRecord(), None, **link)
            for claim_id in claim_ids:
                link = {"allegation_id": added, "claim_id": claim_id}
                recording.add(session, "allegation_claim", NewRecord(), None, **link)
            return added

    def add_annex(self, complaint_id: int, new: NewAnnexItem) -> int:
        """Add an annex under its number; return its local id."""
        return self._add("annex_item", new, None, complaint_id=complaint_id)

    def file_of(
        self, country: Country, mechanism: str = "cfa", case_ids: Sequence[int] = ()
    ) -> ComplaintFile:
        """Return what a complaint against ``country`` is built from, with consent applied.

        Raises:
            ConsentError: cases were named one by one and somebody in them may not be named.
            UnknownRecordError: one of these cases is of another State, or no longer there.
        """
        with self._store.reading() as connection:
            file = complaint_file(
                connection,
                country,
                mechanism,
                case_ids=case_ids,
                as_of=today(),
                specimen=self._specimen,
            )
        if case_ids and len(file.cases) + len(file.withheld) < len(set(case_ids)):
            raise UnknownRecordError(
                f"Not every case chosen is one against {country.name('en')}; please choose again."
            )
        if case_ids and file.withheld:
            raise ConsentError(
                "Not everybody chosen has agreed to be named to the ILO: "
                f"see {', '.join(file.withheld)}."
            )
        return file

    def document(self, file: ComplaintFile) -> Document:
        """Return the complaint that ``file`` gives, as blocks."""
        return complaint.complaint(file, brief.for_complaint(file))

    def write(
        self,
        file: ComplaintFile,
        out: Path,
        on_progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> None:
        """Write the complaint as a PDF to ``out``; raises like :func:`save_pdf`."""
        save_pdf(self.document(file), out, on_progress, cancelled)
