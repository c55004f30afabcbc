"""A new data key, for after a leak: the whole vault again, under keys that nobody has seen.

Changing a passphrase keeps who knows the old *passphrase* out of this vault, but not out of old
copies of its header; and who got the *data key* itself reads on. So everything is copied into a new
vault: record, sealed files, signing device, each under a new key. What the thief holds opens only
what was there before; the old vault and its backups stay until the worker erases them.
"""

import os
import secrets
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from models.crypto.header import Header
from models.crypto.kdf import Argon2id, calibrate
from models.crypto.wiping import wiped
from models.entities.proof import Attachment
from models.errors import DamagedVaultError, VaultError
from models.store import anchor, copying, history, office
from models.store.attachments import Attachments, SealedFile
from models.store.connection import connected, make_engine
from models.store.durable import FOLDER_MODE, sync_folder
from models.store.header_file import write_header
from models.store.keys import new_keys
from models.store.vault import Vault
from models.store.vault_folder import ATTACHMENTS, DATABASE, vault_folder
from models.store.work import Changed, Store

REMAINS = (
    "The old vault and every backup of it still open with the old keys. Please open the new vault, "
    "make a backup of it, and then erase the old ones. Whoever copied them keeps what was in them."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewedVault:
    """A vault under a new data key: where it lies, its recovery code, and how much it holds.

    ``remains`` says in plain words what the new key does not undo. No key of the old vault opens
    the new one: other passphrases, key files, keyring and office are added again.
    """

    folder: Path
    code: str = field(repr=False)
    records: int
    files: int
    remains: str = REMAINS


def renew(
    vault: Vault, folder: Path, passphrase: str, *, kdf: Argon2id | None = None
) -> RenewedVault:
    """Copy the open ``vault`` into the new vault ``folder`` under a new data key.

    ``vault`` stays as it is, and saving into it waits meanwhile. On return the copy has been
    checked: every page, the rows of every table, the signed history, every sealed file. It appears
    whole or not at all.

    Raises:
        VaultError: the name is taken, the passphrase is empty, or nothing can be written.
        DamagedVaultError: the vault is damaged; a damaged copy would help nobody.
    """
    folder = vault_folder(folder)
    if folder.exists():
        raise VaultError("Something of this name exists already; please choose another name.")
    header, data_key, code = new_keys(passphrase, kdf or calibrate(), demo=vault.demo)
    build = folder.with_name(f"{folder.name}.{secrets.token_hex(4)}.new")
    try:
        with wiped(data_key):
            records, files = _build(build, vault, header, data_key)
        build.rename(folder)
        sync_folder(folder.parent)
    except OSError:
        raise VaultError("A vault cannot be written there; is there space on it?") from None
    finally:
        shutil.rmtree(build, ignore_errors=True)
    return RenewedVault(folder=folder, code=code.text, records=records, files=files)


def _build(build: Path, vault: Vault, header: Header, data_key: bytearray) -> tuple[int, int]:
    build.mkdir(FOLDER_MODE)
    (build / ATTACHMENTS).mkdir(FOLDER_MODE)
    records = _copy_record(vault, build / DATABASE, data_key, header.generation)
    with vault.engine.connect() as connection:
        old_files = Attachments(vault.folder / ATTACHMENTS, office.attachment_key(connection))
    engine = make_engine(build / DATABASE, data_key)
    try:
        office.renew_office(engine)
        files = _copy_files(engine, old_files, build / ATTACHMENTS)
        with engine.connect() as connection:
            history.verify(connection)
            noted = anchor.standing(connection)
        anchor.write(build, header.vault_uid, data_key, noted, None)
    finally:
        engine.dispose()
    copying.check_database(build / DATABASE, data_key)
    write_header(build, header)
    return records, files


def _copy_record(vault: Vault, target: Path, data_key: bytearray, generation: int) -> int:
    """Copy page by page, each sealed with the new key; return how many rows there are."""
    copying.create_empty(target)
    with (
        wiped(vault.copy_of_key()) as old_key,
        connected(vault.folder / DATABASE, old_key) as reading,
        connected(target, data_key, application_id=0) as writing,
    ):
        # The read transaction keeps the source as it is until the counts are compared.
        reading.execute("BEGIN")
        reading.execute("SELECT count(*) FROM sqlite_master").fetchall()
        reading.backup(writing, pages=copying.PAGES_PER_SLICE)
        rows = copying.count_rows(writing)
        if rows != copying.count_rows(reading):
            raise DamagedVaultError("The copy of the vault is not like the original.")
        reading.execute("COMMIT")
        writing.execute(f"PRAGMA user_version={generation:d}")
    return sum(rows.values())


def _copy_files(engine: Engine, old: Attachments, folder: Path) -> int:
    """Seal every file anew, under a new name and key; return how many there are."""
    with engine.connect() as connection:
        new = Attachments(folder, office.attachment_key(connection))
        author = office.author(connection)
    with Store(engine, author, _project_nothing).work() as session:
        rows = session.scalars(select(Attachment)).all()
        for row in rows:
            sealed = _sealed_anew(_sealed(row), old, new)
            row.sealed_name, row.sha256_sealed = sealed.name, sealed.sha256_sealed
    with Session(engine) as session:
        _verify(session.scalars(select(Attachment)).all(), new)
    return len(rows)


def _project_nothing(_session: Session, _changed: Changed) -> None:
    """No list and no search shows where a file lies."""


def _sealed_anew(file: SealedFile, old: Attachments, new: Attachments) -> SealedFile:
    """Pour a file from one seal into the other, never as a whole in memory."""
    reading, writing = os.pipe()
    failed: list[VaultError] = []

    def pour() -> None:
        with os.fdopen(writing, "wb", buffering=0) as target:
            try:
                old.copy_to(file, target)
            except VaultError as error:
                failed.append(error)

    pouring = Thread(target=pour, name="seal-anew")
    pouring.start()
    try:
        with os.fdopen(reading, "rb") as source:
            sealed = new.add(source)
    finally:
        pouring.join()
    if failed:
        raise failed[0]
    if sealed.sha256_plain != file.sha256_plain:
        raise DamagedVaultError("A copied file is not like the original.")
    return sealed


def _verify(rows: Sequence[Attachment], files: Attachments) -> None:
    for row in rows:
        files.verify(_sealed(row))


def _sealed(row: Attachment) -> SealedFile:
    return SealedFile(
        name=row.sealed_name,
        length=row.length,
        sha256_plain=row.sha256_plain,
        sha256_sealed=row.sha256_sealed,
    )
