"""The anchor: what a vault last held, noted outside its database.

No cipher notices that a whole older file was put back, or that the end of one is gone. So the
number and the head of the last change set are noted in the file ``anchor`` beside the database,
and in every backup; six groups of signs on paper say the same. When a vault is opened its own
history must still lead through the place that was noted.

The note is sealed with the data key: nobody without it can write one, and none fits another vault.
The moment of the last proven backup stands in it readable, for there is nothing to hide in it.
"""

import hashlib
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import msgspec
from sqlalchemy import Connection, select

from models.crypto import sealing
from models.crypto.recovery_code import ALPHABET
from models.entities.history import ChangeSet
from models.errors import BrokenSealError
from models.store.durable import write_durably

NAME = "anchor"
MOST_BYTES = 4096
WORDS = 6
_WORD_LENGTH = 4
_BITS = 5  # one character of Crockford's base 32
_BOUND_TO = b"habeas-anchor 1 "


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """The last change set of a vault: its number (0 for none), head and signature, and when."""

    number: int
    head: bytes
    signature: bytes
    noted_at: datetime


class Anchor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What lies in the file: the sealed standing, and when a backup was last proven."""

    vault_uid: UUID
    backed_up_at: datetime | None
    sealed: bytes


def standing(connection: Connection) -> Standing:
    """Return where the history in the record ends now."""
    columns = select(ChangeSet.id, ChangeSet.head, ChangeSet.signature)
    last = connection.execute(columns.order_by(ChangeSet.id.desc()).limit(1)).first()
    number, head, signature = (0, b"", b"") if last is None else last
    now = datetime.now(UTC).replace(microsecond=0)
    return Standing(number=number, head=head, signature=signature, noted_at=now)


def write(
    folder: Path,
    uid: UUID,
    data_key: bytearray,
    noted: Standing,
    backed_up_at: datetime | None,
) -> None:
    """Note ``noted`` in the vault ``folder``; on return it is on the disk.

    Raises:
        OSError: the disk is full or failing; the old note is still there.
    """
    bound = _bound_to(uid, backed_up_at)
    sealed = sealing.seal(data_key, msgspec.json.encode(noted), bound)
    anchor = Anchor(vault_uid=uid, backed_up_at=backed_up_at, sealed=sealed)
    write_durably(folder / NAME, msgspec.json.encode(anchor) + b"\n")


def read(folder: Path) -> Anchor | None:
    """Return the note in ``folder``, or None where there is none that can be read."""
    try:
        with (folder / NAME).open("rb") as file:
            return msgspec.json.decode(file.read(MOST_BYTES), type=Anchor, strict=True)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def opened(anchor: Anchor, uid: UUID, data_key: bytearray) -> Standing | None:
    """Return the standing sealed in ``anchor``, or None where somebody else made or changed it."""
    try:
        bound = _bound_to(uid, anchor.backed_up_at)
        return msgspec.json.decode(sealing.unseal(data_key, anchor.sealed, bound), type=Standing)
    except (BrokenSealError, msgspec.MsgspecError):
        return None


def difference(connection: Connection, noted: Standing) -> str:
    """Return a sentence when the record's history does not lead through ``noted``; else ""."""
    now = standing(connection)
    day = noted.noted_at.date().isoformat()
    if now.number < noted.number:
        missing = noted.number - now.number
        changes = "1 change is" if missing == 1 else f"{missing} changes are"
        return f"This vault is older than it was on {day}: {changes} missing."
    if noted.number == 0:
        return ""
    there = connection.scalar(select(ChangeSet.head).where(ChangeSet.id == noted.number))
    if there == noted.head:
        return ""
    return f"This vault has another history than the one it had on {day}."


def words(uid: UUID, head: bytes) -> str:
    """Return the six words that stand for a history up to ``head``, to be written on paper."""
    size = WORDS * _WORD_LENGTH * _BITS // 8
    digest = hashlib.blake2b(head, digest_size=size, key=uid.bytes, person=b"habeas-anchor")
    number = int.from_bytes(digest.digest())
    places = range(WORDS * _WORD_LENGTH - 1, -1, -1)
    signs = "".join(ALPHABET[number >> _BITS * place & 31] for place in places)
    return " ".join(signs[at : at + _WORD_LENGTH] for at in range(0, len(signs), _WORD_LENGTH))


def find_words(connection: Connection, uid: UUID, typed: str) -> int | None:
    """Return how many change sets came after those that ``typed`` stands for; None if it is none.

    O is read as 0, I and L as 1; case, hyphens and spaces do not matter.
    """
    wanted = _bare(typed)
    if wanted == _bare(words(uid, b"")):
        return standing(connection).number
    heads = connection.execute(select(ChangeSet.head).order_by(ChangeSet.id.desc())).scalars()
    return next(
        (after for after, head in enumerate(heads) if _bare(words(uid, head)) == wanted), None
    )


def _bare(typed: str) -> str:
    letters = typed.upper().translate(str.maketrans("OIL", "011"))
    return "".join(letter for letter in letters if letter in ALPHABET)


def _bound_to(uid: UUID, backed_up_at: datetime | None) -> bytes:
    moment = "" if backed_up_at is None else backed_up_at.isoformat()
    return _BOUND_TO + uid.bytes + moment.encode()
