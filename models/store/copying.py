"""Copies of the encrypted database, made through SQLite and checked before anybody trusts them."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from models.errors import DamagedVaultError
from models.store import connection as connections
from models.store.durable import create_file, sync_file

PAGES_PER_SLICE = 4096  # 16 MiB at a time
PAGES_BETWEEN_SAVES = 512  # 2 MiB: what a save may have to wait for
JOURNAL_SUFFIX = "-journal"

_BREATH = 0.002  # seconds between slices, in which a waiting save gets its lock

Progress = Callable[[int, int], None]
"""Told the pages copied and the pages in all."""


def copy_database(
    source: Path, target: Path, data_key: bytearray, progress: Progress | None = None
) -> None:
    """Copy the database ``source`` to the new file ``target``, sealed with the same key.

    On return the copy was checked page by page, holds as many rows as the source, and is on the
    disk.

    Raises:
        FileExistsError: ``target`` is there already.
        DamagedVaultError: the source or the copy is damaged.
    """
    create_empty(target)
    with (
        connections.connected(source, data_key) as reading,
        connections.connected(target, data_key, application_id=0) as writing,
    ):
        # The read transaction keeps the source as it is until the counts are compared.
        reading.execute("BEGIN")
        reading.execute("SELECT count(*) FROM sqlite_master").fetchall()
        reading.backup(writing, pages=PAGES_PER_SLICE, progress=_told(progress))
        check_pages(writing)
        if count_rows(writing) != count_rows(reading):
            raise DamagedVaultError("The copy of the vault is not like the original.")
        reading.execute("COMMIT")
    sync_file(target)


def snapshot(
    source: Path, target: Path, data_key: bytearray, progress: Progress | None = None
) -> None:
    """Copy the database ``source``, which others are using, to the new file ``target``.

    The copy is taken in slices and holds no lock between them, so that a save waits for one slice
    at most. SQLite starts over when a save comes between; each time the slices grow fourfold, so
    that the copy ends however busy the vault is. On return it is one moment's state, on the disk,
    and nobody has checked it yet.

    Raises:
        FileExistsError: ``target`` is there already.
        VaultError: the source is damaged, or the disk is full or failing.
    """
    create_empty(target)
    pages = PAGES_BETWEEN_SAVES
    while not _copied_undisturbed(source, target, data_key, pages, progress):
        # Into a file that is not empty SQLite copies many times slower.
        remove_database(target)
        create_empty(target)
        pages *= 4
    sync_file(target)


class _OvertakenError(Exception):
    """A save came between two slices."""


def _copied_undisturbed(
    source: Path, target: Path, data_key: bytearray, pages: int, progress: Progress | None
) -> bool:
    copied = 0

    def after_slice(status: int, remaining: int, total: int) -> None:
        nonlocal copied
        if status == dbapi2.SQLITE_OK and total - remaining <= copied:
            raise _OvertakenError  # SQLite has begun again from the first page
        copied = total - remaining
        if progress is not None:
            progress(copied, total)
        time.sleep(_BREATH)

    with (
        connections.connected(source, data_key) as reading,
        connections.connected(target, data_key, application_id=0) as writing,
    ):
        try:
            reading.backup(writing, pages=pages, progress=after_slice, sleep=_BREATH)
        except _OvertakenError:
            return False
    return True


def check_database(database: Path, data_key: bytearray) -> None:
    """Check every page of ``database``, as :func:`check_pages` does.

    Raises:
        DamagedVaultError: something does not fit.
    """
    with connections.connected(database, data_key) as connection:
        check_pages(connection)


def create_empty(database: Path) -> None:
    """Create the empty file that a new database grows in, for its owner alone."""
    os.close(create_file(database))


def remove_database(database: Path) -> None:
    """Remove a database that nobody has open, and its journal."""
    database.unlink(missing_ok=True)
    journal_of(database).unlink(missing_ok=True)


def journal_of(database: Path) -> Path:
    """Return where SQLite keeps the rollback journal of ``database``."""
    return database.with_name(database.name + JOURNAL_SUFFIX)


def check_pages(connection: Any) -> None:
    """Check every page: its seal, and how it hangs together with the others.

    Each check misses what the other finds: a cut tail, a changed byte in a page nobody reads.

    Raises:
        DamagedVaultError: something does not fit.
    """
    try:
        sealed = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        sound = connection.execute("PRAGMA integrity_check(1)").fetchall()
    except dbapi2.Error as error:
        raise connections.in_our_words(error) from None
    if sealed or sound != [("ok",)]:
        raise DamagedVaultError("The vault's file is damaged; please restore the last backup.")


def count_rows(connection: Any) -> dict[str, int]:
    """Return how many rows each table has; SQLite's own and those of full text are left out."""
    tables = connection.execute(
        "SELECT name FROM pragma_table_list "
        "WHERE schema = 'main' AND type = 'table' AND substr(name, 1, 7) <> 'sqlite_'"
    ).fetchall()
    return {name: _count(connection, name) for (name,) in tables}


def _count(connection: Any, table: str) -> int:
    quoted = table.replace('"', '""')
    found = connection.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()  # noqa: S608  quoted
    return int(found[0])


def _told(progress: Progress | None) -> Callable[[int, int, int], None] | None:
    if progress is None:
        return None
    return lambda _status, remaining, total: progress(total - remaining, total)
