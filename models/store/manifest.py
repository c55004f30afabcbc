"""The manifest of a backup: its files with their checksums, and what its record held.

The files stand readable, so that a backup can be checked without a key; what the record held is
sealed with the vault's data key and bound to that list, so that no list can be swapped.
"""

import hashlib
import re
from datetime import datetime
from pathlib import Path
from uuid import UUID

import msgspec

from models.crypto import sealing
from models.errors import BrokenSealError, DamagedVaultError, NewerVaultError, NotAVaultError
from models.store.durable import write_durably

NAME = "manifest"
FORMAT = 1
MOST_BYTES = 64 * 1024 * 1024
_FIRST_LINE = re.compile(rb"habeas-backup ([1-9][0-9]{0,3}) ([0-9a-f]{64})\n")
_PLAIN_NAME = re.compile(r"(attachments/)?[A-Za-z0-9][A-Za-z0-9.-]*")


class FileNote(msgspec.Struct, frozen=True, kw_only=True):
    """Length and SHA-256 of one file as it lies in the backup."""

    length: int
    sha256: str


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """What lies in the backup, for everybody to check.

    ``serial`` counts a vault's backups in one place: which is newer is no matter for a clock.
    """

    vault_uid: UUID
    serial: int
    made_at: datetime
    files: dict[str, FileNote]


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """What the record holds: the end of its history, its migration, the rows of each table."""

    number: int
    head: bytes
    revision: str
    rows: dict[str, int]


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The contents, and the sealed tally."""

    contents: Contents
    sealed: bytes


def files_in(folder: Path) -> dict[str, FileNote]:
    """Return a note of each file that lies in ``folder`` now, but for the manifest."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != NAME)
    return {path.relative_to(folder).as_posix(): note_of(path) for path in found}


def note_of(path: Path) -> FileNote:
    """Return length and checksum of the file ``path``."""
    length, digest = 0, hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(1024 * 1024):
            length += len(chunk)
            digest.update(chunk)
    return FileNote(length=length, sha256=digest.hexdigest())


def write(folder: Path, contents: Contents, tally: Tally, data_key: bytearray) -> None:
    """Write the manifest of the backup ``folder``; on return it is on the disk."""
    sealed = sealing.seal(data_key, msgspec.json.encode(tally), _bound_to(contents))
    body = msgspec.json.encode(Manifest(contents=contents, sealed=sealed)) + b"\n"
    write_durably(folder / NAME, _first_line(FORMAT, body) + body)


def read(folder: Path) -> Manifest:
    """Return the manifest of the backup ``folder``, which may come from an enemy.

    Raises:
        NotAVaultError: there is none, so it is no finished backup.
        NewerVaultError: a newer Habeas made it.
        DamagedVaultError: it is broken.
    """
    try:
        with (folder / NAME).open("rb") as file:
            content = file.read(MOST_BYTES)
    except OSError:
        raise NotAVaultError("This folder is not a finished backup of Habeas.") from None
    line = _FIRST_LINE.match(content)
    if line is None:
        raise NotAVaultError("This folder is not a finished backup of Habeas.")
    body = content[line.end() :]
    if line[0] != _first_line(int(line[1]), body):
        raise _damaged()
    if int(line[1]) > FORMAT:
        raise NewerVaultError("This backup was made by a newer Habeas; please install that one.")
    try:
        told = msgspec.json.decode(body, type=Manifest, strict=True)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise _damaged() from None
    if not all(_PLAIN_NAME.fullmatch(name) for name in told.contents.files):
        raise _damaged()  # a name that leads out of the folder
    return told


def opened(told: Manifest, data_key: bytearray) -> Tally:
    """Return the sealed tally of a manifest.

    Raises:
        DamagedVaultError: it was not made with this key, or the list was changed since.
    """
    try:
        plain = sealing.unseal(data_key, told.sealed, _bound_to(told.contents))
        return msgspec.json.decode(plain, type=Tally, strict=True)
    except (BrokenSealError, msgspec.MsgspecError):
        raise _damaged() from None


def _bound_to(contents: Contents) -> bytes:
    return b"habeas-backup 1 " + hashlib.sha256(msgspec.json.encode(contents)).digest()


def _first_line(stated_format: int, body: bytes) -> bytes:
    start = b"habeas-backup %d " % stated_format
    return start + hashlib.sha256(start + body).hexdigest().encode() + b"\n"


def _damaged() -> DamagedVaultError:
    return DamagedVaultError("The list of this backup is damaged; please take another backup.")
