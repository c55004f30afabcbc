"""The vault's header: its uid, its generation and its key slots, as one strictly read text.

The first line is the same for ever: what it is, the format, and the SHA-256 of all that matters,
so that damage shows without any key. The JSON below it also carries a seal made with the data key:
it shows, once unlocked, that nobody put a slot or a generation there by hand.
"""

import hashlib
import hmac
import re
from collections.abc import Iterable
from typing import Annotated
from uuid import UUID

import msgspec

from models.crypto.kdf import KIB_PER_MIB
from models.crypto.slots import FORMAT, GuessedSlot, Slot
from models.errors import DamagedVaultError, NewerVaultError, NotAVaultError

MOST_BYTES = 64 * 1024
MOST_SLOTS = 32
MOST_WORK_KIB = 16 * 1024 * KIB_PER_MIB
"""What all slots together may ask of a wrong guess, in passes times KiB.

Twenty of the slots that Habeas makes; 11 s on the machine it was measured on, 30 s on a slow one.
"""
_FIRST_LINE = re.compile(rb"habeas-header ([1-9][0-9]{0,3}) ([0-9a-f]{64})\n")
_START = b"habeas-header "
_SEAL_BYTES = 32

Slots = Annotated[tuple[Slot, ...], msgspec.Meta(min_length=1, max_length=MOST_SLOTS)]
Generation = Annotated[int, msgspec.Meta(ge=1, le=2**31 - 1)]
Seal = Annotated[bytes, msgspec.Meta(min_length=_SEAL_BYTES, max_length=_SEAL_BYTES)]


class Header(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What must be known before a vault can be unlocked; none of it is secret.

    ``generation`` grows by one with every change of the slots. ``demo`` marks a vault of seeded
    cases, for ever. ``seal`` is a keyed BLAKE2b of the rest.
    """

    vault_uid: UUID
    generation: Generation
    demo: bool
    slots: Slots
    seal: Seal = bytes(_SEAL_BYTES)

    def sealed(self, data_key: bytearray) -> "Header":
        """Return this header with the seal that only a holder of ``data_key`` can make."""
        return msgspec.structs.replace(self, seal=self._expected_seal(data_key))

    def verify(self, data_key: bytearray) -> None:
        """Check the seal.

        Raises:
            DamagedVaultError: the header was changed by somebody without the data key.
        """
        if not hmac.compare_digest(self.seal, self._expected_seal(data_key)):
            raise DamagedVaultError(
                "The key file of this vault was changed by something other than Habeas; "
                "please restore the last backup."
            )

    def _expected_seal(self, data_key: bytearray) -> bytes:
        body = msgspec.json.encode(msgspec.structs.replace(self, seal=bytes(_SEAL_BYTES)))
        keyed = hashlib.blake2b(
            body, key=data_key, digest_size=_SEAL_BYTES, person=b"habeas-header"
        )
        return keyed.digest()


def encode(header: Header) -> bytes:
    """Return the bytes of a header file."""
    body = msgspec.json.format(msgspec.json.encode(header), indent=1) + b"\n"
    return _first_line(FORMAT, body) + body


def decode(content: bytes) -> Header:
    """Return the header in the bytes of a header file, which may come from an enemy.

    Raises:
        NotAVaultError: it is some other file.
        NewerVaultError: it is whole, and of a later format.
        DamagedVaultError: it is ours and broken.
    """
    if not content.startswith(_START):
        raise NotAVaultError("This is not the key file of a Habeas vault.")
    line = _FIRST_LINE.match(content)
    if line is None or len(content) > MOST_BYTES:
        raise _damaged()
    body, stated_format = content[line.end() :], int(line[1])
    if line[0] != _first_line(stated_format, body):
        raise _damaged()
    if stated_format > FORMAT:
        raise NewerVaultError("This vault was made by a newer Habeas; please install that one.")
    try:
        header = msgspec.json.decode(body, type=Header, strict=True)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise _damaged() from None
    if work_kib(header.slots) > MOST_WORK_KIB:
        raise _damaged()
    return header


def work_kib(slots: Iterable[Slot]) -> int:
    """Return what a wrong guess at all of ``slots`` costs, in passes times KiB of memory."""
    return sum(slot.work_kib for slot in slots if isinstance(slot, GuessedSlot))


def _first_line(stated_format: int, body: bytes) -> bytes:
    start = b"%s%d " % (_START, stated_format)
    return start + hashlib.sha256(start + body).hexdigest().encode() + b"\n"


def _damaged() -> DamagedVaultError:
    return DamagedVaultError("The key file of this vault is damaged.")
