"""What was typed and not yet saved: a sealed file beside the database.

It is outside the database so that keeping a draft waits for no save and leaves no history. The key
is derived from the data key, so the file opens with the vault and with nothing else.
"""

import hashlib
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from threading import Lock
from uuid import UUID

import msgspec

from models.crypto import sealing
from models.crypto.wiping import wiped
from models.errors import BrokenSealError, VaultError
from models.store.durable import write_durably

NAME = "drafts"
_PURPOSE = b"habeas drafts 1"  # 16 bytes at most: what BLAKE2b takes to tell purposes apart


class Drafts:
    """The drafts of one open vault, by name; every method may be called in any thread."""

    def __init__(
        self, folder: Path, uid: UUID, copy_of_key: Callable[[], bytearray], *, read_only: bool
    ) -> None:
        self._path, self._uid = folder / NAME, uid
        self._copy_of_key, self._read_only = copy_of_key, read_only
        self._lock = Lock()
        self._kept: dict[str, str] | None = None

    def all(self) -> Mapping[str, str]:
        """Return every draft by its name; a file that is damaged holds none."""
        with self._lock:
            return dict(self._drafts())

    def keep(self, name: str, text: str) -> None:
        """Keep ``text`` under ``name`` in place of what was there; on return it is on the disk.

        Empty text is no draft: it discards.

        Raises:
            VaultError: the disk is full, failing or read-only, or the vault is closed; what was
                kept before is still there.
        """
        with self._lock:
            before = self._drafts()
            after = {**before, name: text}
            if not text:
                del after[name]
            if after != before:
                self._write(after)
                self._kept = after

    def discard(self, name: str) -> None:
        """Forget the draft ``name``, if there is one; raises like :meth:`keep`."""
        self.keep(name, "")

    def _drafts(self) -> dict[str, str]:
        if self._kept is None:
            self._kept = {}
            with suppress(OSError, BrokenSealError, msgspec.DecodeError), self._key() as key:
                plain = sealing.unseal(key, self._path.read_bytes(), self._uid.bytes)
                self._kept = msgspec.json.decode(plain, type=dict[str, str])
        return self._kept

    def _write(self, drafts: dict[str, str]) -> None:
        if self._read_only:
            raise VaultError("This vault lies where nothing can be written; drafts are not kept.")
        try:
            with self._key() as key:
                plain = msgspec.json.encode(drafts)
                write_durably(self._path, sealing.seal(key, plain, self._uid.bytes))
        except OSError:
            raise VaultError("The draft could not be kept; is there space on the disk?") from None

    def _key(self) -> AbstractContextManager[bytearray]:
        with wiped(self._copy_of_key()) as data_key:
            derived = hashlib.blake2b(key=data_key, person=_PURPOSE, digest_size=32)
            return wiped(bytearray(derived.digest()))
