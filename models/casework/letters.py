"""Letters: to whom, in which mailing, what one is built from, and the PDF that comes of it."""

from collections.abc import Sequence
from pathlib import Path

from models.casework import recording
from models.casework.areas import Area
from models.casework.case_files import open_file
from models.casework.consent_gate import may_be_named
from models.casework.reading import read, table
from models.casework.saving import Cancelled, Progress, save_pdf
from models.casework.today import today
from models.documents import letter_wording, letters
from models.documents.blocks import Document
from models.errors import ConsentError, UnknownRecordError
from models.law import library
from models.store.work import Store
from models.views.filings import (
    AddresseeView,
    LetterFile,
    NewAddressee,
    NewLetter,
    NewMailing,
    NewMailingStep,
    NewTemplate,
)
from models.views.record import NewRecord

AUTHORITY, PRISONER = "authority", "prisoner"


class Letters(Area):
    """Letters about, and to, the people of the cases."""

    def __init__(self, store: Store, *, specimen: bool) -> None:
        super().__init__(store)
        self._specimen = specimen

    def add_addressee(self, new: NewAddressee) -> int:
        """Record somebody to write to; return the local id."""
        return self._add("addressee", new, None)

    def record_letter(
        self, new: NewLetter, case_ids: Sequence[int] = (), *, mailing_id: int | None = None
    ) -> int:
        """Record a letter about these cases, alone or as part of a mailing; return its local id."""
        with self._store.work() as session:
            added = recording.add(session, "letter", new, mailing_id=mailing_id)
            for case_id in case_ids:
                recording.add(session, "letter_case", NewRecord(), letter_id=added, case_id=case_id)
            return added

    def begin_mailing(self, new: NewMailing) -> int:
        """Record a batch of letters that go out together; return its local id."""
        return self._add("mailing", new, None)

    def log_step(self, letter_id: int, new: NewMailingStep) -> int:
        """Record that a letter was sent, returned or answered; return the local id of that."""
        return self._add("mailing_step", new, None, letter_id=letter_id)

    def add_template(self, new: NewTemplate) -> int:
        """Record the office's own wording of a letter; return its local id."""
        return self._add("template", new, None)

    def addressees(self) -> tuple[AddresseeView, ...]:
        """Return everybody whom the office writes to."""
        with self._store.reading() as connection:
            return read(connection, "addressee", AddresseeView)

    def file_of(
        self,
        case_id: int,
        template: str = AUTHORITY,
        language: str = "en",
        addressee_id: int | None = None,
        sender: str = "",
    ) -> LetterFile:
        """Return what a letter about (or, by the template ``prisoner``, to) a person is built from.

        Raises:
            ConsentError: an authority would learn the name of somebody who has not agreed to it.
            UnknownRecordError: there is no such case or addressee.
        """
        with self._store.reading() as connection:
            file = open_file(connection, case_id)
            at = table("addressee").c.id == addressee_id
            found = read(connection, "addressee", AddresseeView, at)
        if addressee_id is not None and not found:
            raise UnknownRecordError("This addressee is no longer in the vault.")
        as_of = today()
        if template != PRISONER and not may_be_named(
            file, "government", specimen=self._specimen, on=as_of
        ):
            raise ConsentError(
                f"Nobody has agreed that authorities read this name: see {file.case.reference}."
            )
        return LetterFile(
            template=template,
            language=language,
            case=file,
            as_of=as_of,
            specimen=self._specimen,
            sender=sender,
            addressee=found[0] if found else None,
        )

    def document(self, file: LetterFile) -> Document:
        """Return the letter that ``file`` gives, as blocks."""
        return letters.letter(file, library.ratifications(file.case.case.country))

    def languages(self, template: str) -> tuple[str, ...]:
        """Return the languages in which there is a letter of this kind, ours first."""
        return letter_wording.languages(template)

    def cautions(self, file: LetterFile) -> tuple[str, ...]:
        """Return what the worker should know before this letter is sent, a sentence each."""
        return letters.cautions(file)

    def write(
        self,
        file: LetterFile,
        out: Path,
        on_progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> None:
        """Write the letter as a PDF to ``out``; raises like :func:`save_pdf`."""
        save_pdf(self.document(file), out, on_progress, cancelled)
