"""What the office holds or knows that can support facts, and the files of it."""

from typing import BinaryIO

from sqlalchemy import select
from uuid6 import uuid7

from models.casework import recording
from models.casework.areas import Area
from models.casework.reading import read, table
from models.entities.proof import Attachment, Source
from models.errors import UnknownRecordError
from models.store.attachments import Attachments, SealedFile
from models.store.work import Store
from models.views.proof import AttachmentView, NewSource, SourceView


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
        with self._store.work() as session:
            recording.found(session, Source, source_id)
            # A commit that fails leaves a sealed file that no row names: health removes those.
            sealed = self._files.add(stream)
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
            return row.id

    def attachments(self, source_id: int) -> tuple[AttachmentView, ...]:
        """Return the files of a source, the oldest first; a source without files has none."""
        with self._store.reading() as connection:
            of_source = table("attachment").c.source_id == source_id
            return read(connection, "attachment", AttachmentView, of_source)

    def read_attachment(self, attachment_id: int) -> bytes:
        """Return the content of a file, in memory and nowhere else, its hashes checked.

        Raises:
            UnknownRecordError: there is no such file.
            DamagedVaultError: the sealed file is missing or changed.
        """
        with self._store.reading() as connection:
            wanted = table("attachment").c.id == attachment_id
            found = read(connection, "attachment", AttachmentView, wanted)
        if not found:
            raise UnknownRecordError("This file is no longer in the vault.")
        return self._files.read(sealed_file(found[0]))


def sealed_file(view: AttachmentView) -> SealedFile:
    """Return what the store must know of a recorded file to open it."""
    return SealedFile(
        name=view.sealed_name,
        length=view.length,
        sha256_plain=view.sha256_plain,
        sha256_sealed=view.sha256_sealed,
    )
