"""Bringing a vault to the shape this program works with; Alembic runs the steps.

The steps run on a verified copy in one transaction, with foreign keys off: SQLite changes a table
by building it anew, and dropping the old one would empty every table that refers to it.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect, text

from models.errors import DamagedVaultError, NewerVaultError, VaultError
from models.store import copying
from models.store.connection import make_engine
from models.store.durable import NEW_SUFFIX, replace_durably, sync_file

FOLDER = Path(__file__).parent / "migrations"
_STEP = re.compile(r"(\d{4})_\w+\.py")


class Migrations:
    """The steps in a folder of Alembic's; their numbers are read from the names of the files.

    Alembic itself is loaded only when a step must run, so that an everyday unlock stays quick.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        names = (_STEP.fullmatch(path.name) for path in (folder / "versions").iterdir())
        self.revisions = sorted(name[1] for name in names if name)

    @property
    def head(self) -> str:
        """Return the revision that this program works with."""
        return self.revisions[-1]

    def is_due(self, revision: str | None) -> bool:
        """Tell whether a vault at ``revision`` must be migrated before use.

        Raises:
            NewerVaultError: this program does not know the revision.
            DamagedVaultError: the vault does not say where it stands.
        """
        if revision is None:
            raise DamagedVaultError("The vault was never finished; please restore a backup.")
        if revision not in self.revisions:
            raise NewerVaultError("This vault was used with a newer Habeas; please install it.")
        return revision != self.head

    def run(self, connection: Connection) -> None:
        """Run the steps that are missing, in the transaction of ``connection``."""
        # Alembic and Mako take a tenth of a second to load.
        from alembic import command  # noqa: PLC0415

        command.upgrade(self.config(connection), "head")

    def config(self, connection: Connection) -> Any:
        """Return Alembic's configuration for these steps; there is no file of it."""
        from alembic.config import Config  # noqa: PLC0415  see run()

        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(self._folder).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        return config


def revision_of(connection: Connection) -> str | None:
    """Return the revision of the last step that the vault has had."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def fill(database: Path, data_key: bytearray, migrations: Migrations) -> None:
    """Run all steps on the new ``database``, which then is a complete and empty vault's.

    Raises:
        VaultError: the file cannot be written.
    """
    with _changing(database, data_key) as connection:
        migrations.run(connection)


def migrate(database: Path, data_key: bytearray, migrations: Migrations) -> None:
    """Bring ``database`` up to date through a copy; nobody may have it open.

    The copy takes the place of ``database`` only when it is complete, checked and on the disk;
    until then ``database`` stays as it was.

    Raises:
        DamagedVaultError: the vault is damaged, or a step lost rows.
        VaultError: the disk is full or failing.
    """
    fresh = database.with_name(database.name + NEW_SUFFIX)
    copying.remove_database(fresh)
    try:
        copying.copy_database(database, fresh, data_key)
        _step_on(fresh, data_key, migrations)
        sync_file(fresh)
    except BaseException:
        copying.remove_database(fresh)
        raise
    _require_quiet(database)
    _require_quiet(fresh)
    replace_durably(fresh, database)
    copying.journal_of(fresh).unlink(missing_ok=True)


def _step_on(fresh: Path, data_key: bytearray, migrations: Migrations) -> None:
    with _changing(fresh, data_key) as connection:
        before = copying.count_rows(connection.connection)
        migrations.run(connection)
        _require_all_rows(before, copying.count_rows(connection.connection))
    copying.check_database(fresh, data_key)


@contextmanager
def _changing(database: Path, data_key: bytearray) -> Iterator[Connection]:
    """Yield a connection inside one write transaction without foreign keys, then check them."""
    engine = make_engine(database, data_key, foreign_keys=False)
    try:
        with engine.execution_options(write=True).begin() as connection:
            yield connection
            if connection.execute(text("PRAGMA foreign_key_check")).first() is not None:
                raise DamagedVaultError("Bringing the vault up to date broke a link in it.")
    finally:
        engine.dispose()


def _require_all_rows(before: dict[str, int], after: dict[str, int]) -> None:
    """Refuse a step that emptied or thinned out a table it kept."""
    if any(after[table] < rows for table, rows in before.items() if table in after):
        raise DamagedVaultError(
            "Bringing the vault up to date would have lost rows; nothing was changed."
        )


def _require_quiet(database: Path) -> None:
    """Refuse to switch beside a journal: SQLite would play it into the wrong file."""
    journal = copying.journal_of(database)
    if journal.exists() and journal.stat().st_size:
        raise VaultError("The vault is still being written; please start Habeas again.")
