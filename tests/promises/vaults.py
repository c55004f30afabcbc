"""Vaults for the harnesses: made once with cheap keys, filled with rows that look like cases."""

import io
import random
import shutil
from pathlib import Path

from sqlalchemy import Connection, text

from models.crypto.kdf import CHEAP
from models.store import copying
from models.store.attachments import Attachments, new_identity
from models.store.vault import Vault

PASSPHRASE = "words of the harness"
ROWS_PER_BATCH = 20


def make(folder: Path, *, text_bytes: int = 0, attachment_bytes: int = 0, word: str = "") -> Path:
    """Make a closed vault holding ``word`` over and over; return its folder."""
    vault, _ = Vault.create(folder, PASSPHRASE, kdf=CHEAP)
    with vault:
        with vault.engine.execution_options(write=True).begin() as connection:
            for number in range(text_bytes // 1000):
                put(connection, f"row-{number}", filled(1000, word))
        sealed = Attachments(vault.folder / "attachments", new_identity())
        if attachment_bytes:
            sealed.add(io.BytesIO(filled(attachment_bytes, word).encode()[:attachment_bytes]))
    return vault.folder


def check_pages(folder: Path) -> None:
    """Check every page of a closed vault's record.

    Raises:
        VaultError: it does not open, or something in it is damaged.
    """
    with Vault.open(folder, PASSPHRASE) as vault, vault.engine.connect() as connection:
        copying.check_pages(connection.connection.driver_connection)


def copy(folder: Path, to: Path) -> Path:
    """Copy a closed vault; what stood at ``to`` goes."""
    shutil.rmtree(to, ignore_errors=True)
    return Path(shutil.copytree(folder, to))


def filled(length: int, word: str = "") -> str:
    """Return text of that many letters, made of ``word``s."""
    return (f"{word} " * (length // (len(word) + 1) + 1))[:length]


def put(connection: Connection, name: str, value: str) -> None:
    connection.execute(
        text("INSERT INTO setting (name, value) VALUES (:name, :value)"),
        {"name": name, "value": value},
    )


def put_batch(connection: Connection, batch: int) -> None:
    """Write one batch, some of it longer than a page, as one unit of work would."""
    for row in range(ROWS_PER_BATCH):
        put(connection, f"{batch}/{row}", filled(random.randrange(10, 9000), "fact"))  # noqa: S311


def batches(vault: Vault) -> dict[int, int]:
    """Return how many rows of each batch the vault holds."""
    counted = text(
        "SELECT CAST(substr(name, 1, instr(name, '/') - 1) AS INTEGER), count(*) FROM setting "
        "WHERE instr(name, '/') GROUP BY 1"
    )
    with vault.engine.connect() as connection:
        return {int(batch): int(rows) for batch, rows in connection.execute(counted)}
