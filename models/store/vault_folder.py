"""What lies in a vault's folder, and what can be told of it without a key.

::

    NAME.habeas/
        record.db               the record, encrypted with a random data key
        header-1, header-2      the data key, wrapped once per way of unlocking
        attachments/            sealed age files
        anchor                  what the record last held, so that an older one is noticed
        lock                    held while a Habeas has the vault open
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from models.crypto.slots import FORMAT
from models.errors import DamagedVaultError, NotAVaultError
from models.store import anchor, drafts
from models.store.durable import NEW_SUFFIX
from models.store.header_file import COPIES, read_header

SUFFIX = ".habeas"
DATABASE = "record.db"
ATTACHMENTS = "attachments"
_PLAINTEXT = b"SQLite format 3\0"
_LEFTOVERS = (
    *(name + NEW_SUFFIX for name in (*COPIES, anchor.NAME, drafts.NAME)),
    f"{DATABASE}{NEW_SUFFIX}*",
    f"{ATTACHMENTS}/*{NEW_SUFFIX}",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultFacts:
    """What can be told of a vault without its key; sizes are in bytes.

    ``backed_up_at`` is what the note of the last proven backup says; only the open vault can tell
    that nobody else wrote it.
    """

    folder: Path
    uid: UUID
    format: int
    generation: int
    demo: bool
    slot_kinds: tuple[str, ...]
    database_bytes: int
    attachment_files: int
    attachment_bytes: int
    backed_up_at: datetime | None
    problems: tuple[str, ...]


def vault_info(folder: Path) -> VaultFacts:
    """Return what can be told of the vault ``folder`` without its key; it may be open elsewhere.

    Raises:
        NotAVaultError, NewerVaultError, DamagedVaultError: as they say.
    """
    folder = vault_folder(folder)
    require_vault(folder)
    found = read_header(folder)
    sealed = [path.stat().st_size for path in (folder / ATTACHMENTS).glob("*")]
    return VaultFacts(
        folder=folder,
        uid=found.header.vault_uid,
        format=FORMAT,
        generation=found.header.generation,
        demo=found.header.demo,
        slot_kinds=tuple(str(slot.__struct_config__.tag) for slot in found.header.slots),
        database_bytes=_size_of_database(folder / DATABASE),
        attachment_files=len(sealed),
        attachment_bytes=sum(sealed),
        backed_up_at=None if (noted := anchor.read(folder)) is None else noted.backed_up_at,
        problems=found.problems,
    )


def vault_folder(folder: Path) -> Path:
    """Return ``folder`` with the suffix of vaults, which people may leave out."""
    return folder if folder.suffix == SUFFIX else folder.with_name(folder.name + SUFFIX)


def require_vault(folder: Path) -> None:
    """Refuse a folder that is no vault, before anything is written into it.

    Raises:
        NotAVaultError: there is nothing of ours.
        DamagedVaultError: there is a record, and nothing to open it with.
    """
    if any((folder / name).is_file() for name in COPIES):
        return
    if (folder / DATABASE).is_file():
        raise DamagedVaultError(
            "Both key files of this vault are missing; please put them back from a backup."
        )
    raise NotAVaultError("There is no Habeas vault of this name.")


def require_database(database: Path) -> None:
    """Refuse a file that SQLCipher would open as a new vault, or that is not encrypted.

    Nobody may have the file open in this process: closing it here would drop SQLite's locks.

    Raises:
        NotAVaultError: it is missing, empty or plaintext.
    """
    if _size_of_database(database) == 0:
        raise NotAVaultError("The record of this vault is empty; please restore the last backup.")
    with database.open("rb") as file:
        if file.read(len(_PLAINTEXT)) == _PLAINTEXT:
            raise NotAVaultError("The record in this folder is not encrypted, so it is not ours.")


def sweep(folder: Path) -> None:
    """Remove what an interrupted write left behind; only the holder of the lock may do so."""
    for pattern in _LEFTOVERS:
        for leftover in folder.glob(pattern):
            leftover.unlink()


def _size_of_database(database: Path) -> int:
    try:
        return database.stat().st_size
    except FileNotFoundError:
        raise NotAVaultError(
            "The record of this vault is missing; please restore the last backup."
        ) from None
