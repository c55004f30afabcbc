"""What the office holds or knows that can support facts, and the files of it."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import select
from sqlalchemy.orm import Session
from uuid6 import uuid7

from models.casework import recording
from models.casework.areas import Area
from models.casework.reading import read, table
from models.entities.proof import Attachment, Handling, Source
from models.errors import UnknownRecordError, VaultError
from models.store.attachments import Attachments, SealedFile
from models.store.work import Store
from models.views.proof import AttachmentView, HandlingView, NewSource, SourceView


class Sources(Area):
    """The office's sources and their sealed files."""

    def __init__(self, store: Store, files: Attachments) -> None:
        super().__init__(store)
        self._files = files

    def add_source(self, new: NewSource, text: str = "") -> int:
        """Record a source, with its text where the office has it; return its local id."""
        return self._add("source", new, None, text=text)

    def text(self, source_id: int) -> str:
        """Return the text of a source; it is empty where the office has none.

        Raises:
            UnknownRecordError: there is no such source.
        """
        with self._store.reading() as connection:
            found = connection.scalar(select(Source.text).where(Source.id == source_id))
        if found is None:
            raise UnknownRecordError("This source is no longer in the vault.")
        return found

    def all(self) -> tuple[SourceView, ...]:
        """Return every source, the oldest record first."""
        with self._store.reading() as connection:
            return read(connection, "source", SourceView)

    def attach(self, source_id: int, stream: BinaryIO, file_name: str, media_type: str = "") -> int:
        """Seal all that ``stream`` yields into the vault as a file of a source; return its id.

        Args:
            source_id: the source that the file belongs to.
            stream: the file, open for reading; it is read in small pieces and not closed.
            file_name: what the file was called. It came from outside: show it, never open it.
            media_type: such as ``application/pdf``, where it is known.

        Raises:
            UnknownRecordError: there is no such source.
            VaultError: the file cannot be read, or the disk is full.
        """
        with self._store.reading() as connection:
            if not read(connection, "source", SourceView, table("source").c.id == source_id):
                raise UnknownRecordError("This source is no longer in the vault.")
        # Sealed before the unit of work begins: a large file must not keep others from saving. A
        # commit that fails leaves a sealed file that no row names: health removes those.
        sealed = self._files.add(stream)
        with self._store.work() as session:
            recording.found(session, Source, source_id)
            row = Attachment(
                uid=uuid7(),
                source_id=source_id,
                file_name=file_name,
                media_type=media_type,
                length=sealed.length,
                sha256_plain=sealed.sha256_plain,
                sha256_sealed=sealed.sha256_sealed,
                sealed_name=sealed.name,
            )
            session.add(row)
            session.flush()
            self._log(session, row.id, "taken_in")
            session.flush()
            return row.id

    def attachments(self, source_id: int) -> tuple[AttachmentView, ...]:
        """Return the files of a source, the oldest first; a source without files has none."""
        with self._store.reading() as connection:
            of_source = table("attachment").c.source_id == source_id
            return read(connection, "attachment", AttachmentView, of_source)

    def read_attachment(self, attachment_id: int) -> bytes:
        """Return the content of a file, in memory and nowhere else, its hashes checked.

        That it was viewed is logged where anything can be written.

        Raises:
            UnknownRecordError: there is no such file.
            DamagedVaultError: the sealed file is missing or changed.
        """
        content = self._files.read(sealed_file(self._attachment(attachment_id)))
        # A full disk or read-only media must not keep anybody from reading.
        with suppress(VaultError), self._store.work() as session:
            self._log(session, attachment_id, "viewed")
        return content

    def export_attachment(self, attachment_id: int, path: Path) -> str:
        """Write the content of a file, readable for everybody, to the new file ``path``.

        It is logged first; what cannot be logged is not exported.

        Returns:
            The sentence that tells the worker what was done.

        Raises:
            UnknownRecordError: there is no such file.
            DamagedVaultError: the sealed file is missing or changed.
            VaultError: something of this name is there, or nothing can be written.
        """
        sealed = sealed_file(self._attachment(attachment_id))
        self._files.verify(sealed)
        if path.exists():
            raise VaultError("Something of this name exists already; please choose another name.")
        with self._store.work() as session:
            self._log(session, attachment_id, "exported")
        self._files.export(sealed, path)
        return f"“{path.name}” now lies outside the vault, and anybody can read it there."

    def handlings(self, attachment_id: int) -> tuple[HandlingView, ...]:
        """Return who took in, viewed and exported a file, and when; the oldest first."""
        with self._store.reading() as connection:
            of_file = table("handling").c.attachment_id == attachment_id
            return read(connection, "handling", HandlingView, of_file)

    def _attachment(self, attachment_id: int) -> AttachmentView:
        with self._store.reading() as connection:
            wanted = table("attachment").c.id == attachment_id
            found = read(connection, "attachment", AttachmentView, wanted)
        if not found:
            raise UnknownRecordError("This file is no longer in the vault.")
        return found[0]

    def _log(self, session: Session, attachment_id: int, act: str) -> None:
        session.add(
            Handling(
                uid=uuid7(),
                attachment_id=attachment_id,
                act=act,
                worker=self._store.worker,
                handled_at=datetime.now(UTC).isoformat(timespec="seconds"),
            )
        )


def sealed_file(view: AttachmentView) -> SealedFile:
    """Return what the store must know of a recorded file to open it."""
    return SealedFile(
        name=view.sealed_name,
        length=view.length,
        sha256_plain=view.sha256_plain,
        sha256_sealed=view.sha256_sealed,
    )
