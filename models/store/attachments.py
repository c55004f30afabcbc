"""The sealed files of a vault: age files under random names, which only the vault's own key opens.

The key (an age X25519 identity) lies inside the encrypted record. Nothing here ever writes plain
text to a disk: a file is read into memory, or copied to where the worker chose.
"""

import hashlib
import io
import itertools
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

import pyrage

from models.errors import DamagedVaultError, VaultError
from models.store.durable import NEW_SUFFIX, create_file, sync_folder

PART_BYTES = 1000 * 1024 * 1024
"""Plain bytes per part: sealed, a part stays below 1 GiB and fits every file system."""

CHUNK_BYTES = 64 * 1024
_PART = re.compile(r"([0-9a-f]{32})\.[0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedFile:
    """What the record must keep of a sealed file to find it again and to know it unchanged."""

    name: str
    length: int
    sha256_plain: str
    sha256_sealed: str


class _Sink(Protocol):
    def write(self, content: bytes, /) -> int: ...


def new_identity() -> str:
    """Return a new key for attachments; keep it inside the encrypted record and nowhere else."""
    return str(pyrage.x25519.Identity.generate())


class Attachments:
    """The folder of sealed files, with the key that closes and opens them."""

    def __init__(self, folder: Path, identity: str, *, part_bytes: int = PART_BYTES) -> None:
        self._folder = folder
        self._identity = pyrage.x25519.Identity.from_str(identity)
        self._part_bytes = part_bytes

    def add(self, source: BinaryIO) -> SealedFile:
        """Seal all that ``source`` yields; on return it is on the disk.

        Raises:
            VaultError: the source cannot be read, or the disk is full; nothing is left behind.
        """
        name = secrets.token_hex(16)
        plain = _Reader(source)
        try:
            sealed = self._write_parts(name, plain)
        except (OSError, pyrage.EncryptError):
            with suppress(OSError):  # a disk that is gone cannot be cleaned up either
                self.remove(name)
            raise VaultError(
                "The file could not be taken into the vault; can it be read, and is there space?"
            ) from None
        return SealedFile(
            name=name,
            length=plain.length,
            sha256_plain=plain.digest.hexdigest(),
            sha256_sealed=sealed.hexdigest(),
        )

    def read(self, sealed: SealedFile) -> bytes:
        """Return the content of a sealed file, in memory.

        Raises:
            DamagedVaultError: it is missing or changed.
        """
        memory = io.BytesIO()
        self.copy_to(sealed, memory)
        return memory.getvalue()

    def copy_to(self, sealed: SealedFile, target: _Sink) -> None:
        """Write the content of a sealed file to ``target``, which a worker chose.

        The sealed bytes are checked before the first plain one is written.

        Raises:
            DamagedVaultError: it is missing or changed.
            VaultError: ``target`` cannot be written.
        """
        self.verify(sealed)
        plain = _Writer(target)
        for part in self._parts(sealed.name):
            with part.open("rb") as file:
                self._unseal(file, plain)
        if plain.digest.hexdigest() != sealed.sha256_plain:
            raise _damaged()

    def export(self, sealed: SealedFile, path: Path) -> None:
        """Write the content of a sealed file to the new file ``path``, which a worker chose.

        Raises:
            DamagedVaultError: it is missing or changed.
            VaultError: ``path`` is there already or cannot be written; nothing is left behind.
        """
        try:
            with os.fdopen(create_file(path), "wb") as file:
                self.copy_to(sealed, file)
                file.flush()
                os.fsync(file.fileno())
        except FileExistsError:
            raise VaultError("Something of this name exists already; choose another.") from None
        except OSError:
            path.unlink(missing_ok=True)
            raise VaultError("The copy cannot be written there; is there space?") from None
        except VaultError:
            path.unlink(missing_ok=True)
            raise

    def verify(self, sealed: SealedFile) -> None:
        """Check the sealed bytes of a file against what the record keeps.

        Raises:
            DamagedVaultError: it is missing or changed.
        """
        digest = hashlib.sha256()
        for part in self._parts(sealed.name):
            with part.open("rb") as file:
                while chunk := file.read(CHUNK_BYTES):
                    digest.update(chunk)
        if digest.hexdigest() != sealed.sha256_sealed:
            raise _damaged()

    def remove(self, name: str) -> None:
        """Remove a sealed file; that it is gone already does not matter."""
        for path in self._folder.glob(f"{name}.*"):
            path.unlink(missing_ok=True)
        sync_folder(self._folder)

    def names(self) -> frozenset[str]:
        """Return the names of all sealed files, so that forgotten ones can be removed."""
        parts = (_PART.fullmatch(path.name) for path in self._folder.glob("*"))
        return frozenset(part[1] for part in parts if part)

    def _write_parts(self, name: str, plain: "_Reader") -> "hashlib._Hash":
        sealed = hashlib.sha256()
        for number in itertools.count(1):
            plain.begin_part(self._part_bytes)
            self._write_part(self._folder / f"{name}.{number}", plain, sealed)
            if plain.ended():
                break
        sync_folder(self._folder)
        return sealed

    def _write_part(self, path: Path, plain: "_Reader", sealed: "hashlib._Hash") -> None:
        fresh = path.with_name(path.name + NEW_SUFFIX)
        with os.fdopen(create_file(fresh), "wb") as file:
            pyrage.encrypt_io(plain, _Writer(file, sealed), [self._identity.to_public()])
            file.flush()
            os.fsync(file.fileno())
        fresh.rename(path)

    def _parts(self, name: str) -> Iterator[Path]:
        numbered = (self._folder / f"{name}.{number}" for number in itertools.count(1))
        return itertools.takewhile(Path.is_file, numbered)

    def _unseal(self, sealed: BinaryIO, plain: "_Writer") -> None:
        try:
            pyrage.decrypt_io(sealed, plain, [self._identity])
        except (OSError, pyrage.DecryptError):
            if plain.failed:
                raise VaultError("The copy cannot be written there; is there space?") from None
            raise _damaged() from None


class _Reader:
    """Hands on the source in parts, and counts and hashes what went through."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._left = 0
        self._ahead = b""
        self.length = 0
        self.digest = hashlib.sha256()

    def begin_part(self, part_bytes: int) -> None:
        self._left = part_bytes

    def read(self, size: int) -> bytes:
        chunk = self._ahead or self._source.read(min(size, self._left))
        self._ahead = b""
        self._left -= len(chunk)
        self.length += len(chunk)
        self.digest.update(chunk)
        return chunk

    def ended(self) -> bool:
        """Tell whether the source has no more; at most one byte is read ahead for it."""
        self._ahead = self._source.read(1)
        return not self._ahead


class _Writer:
    """Hands bytes on and hashes them; remembers whether it was the target that failed."""

    def __init__(self, target: _Sink, digest: "hashlib._Hash | None" = None) -> None:
        self._target = target
        self.digest = digest or hashlib.sha256()
        self.failed = False

    def write(self, content: bytes) -> int:
        self.digest.update(content)
        try:
            self._target.write(content)
        except OSError:
            self.failed = True
            raise
        return len(content)

    def flush(self) -> None:
        """Do nothing: whoever opened the target flushes it."""


def _damaged() -> DamagedVaultError:
    return DamagedVaultError("A file of this vault is damaged; please restore the last backup.")
