import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from models.crypto.slots import new_data_key
from models.entities import Base
from models.errors import DamagedVaultError, NewerVaultError, VaultError
from models.store import copying, migrating
from models.store.connection import APPLICATION_ID, connect, make_engine
from models.store.migrating import Migrations
from tests.models.store.conftest import Steps

KEY = new_data_key()
STEP = """
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade():
    {body}
"""


@pytest.fixture
def database(tmp_path: Path, steps: Steps) -> Path:
    """A database after the first step, with two things and their three parts."""
    path = tmp_path / "record.db"
    empty_database(path)
    migrating.fill(path, KEY, steps.all)
    live = connect(path, KEY)
    live.execute("INSERT INTO thing VALUES (1, 'one'), (2, 'two')")
    live.execute("INSERT INTO part VALUES (1, 1), (2, 1), (3, 2)")
    live.close()
    return path


def empty_database(path: Path) -> None:
    copying.create_empty(path)
    made = connect(path, KEY, application_id=0)
    made.execute(f"PRAGMA application_id={APPLICATION_ID}")
    made.close()


def rows(database: Path, query: str) -> list[tuple[object, ...]]:
    live = connect(database, KEY)
    try:
        return list(live.execute(query).fetchall())
    finally:
        live.close()


def test_rebuilding_a_table_keeps_the_rows_that_refer_to_it(database: Path, steps: Steps):
    later = steps.add(
        STEP.format(
            body='with op.batch_alter_table("thing", recreate="always") as batch:\n'
            '        batch.add_column(sa.Column("more", sa.Text, server_default="m"))'
        )
    )
    migrating.migrate(database, KEY, later)
    assert rows(database, "SELECT * FROM thing") == [(1, "one", "m"), (2, "two", "m")]
    assert rows(database, "SELECT count(*) FROM part") == [(3,)]
    assert rows(database, "SELECT version_num FROM alembic_version") == [("0002",)]
    assert not list(database.parent.glob("*.new*"))


def test_the_control_with_foreign_keys_on_loses_them(
    database: Path, steps: Steps, monkeypatch: pytest.MonkeyPatch
):
    real = migrating.make_engine

    def with_foreign_keys(*arguments: object, **_options: object) -> Engine:
        return real(*arguments, foreign_keys=True)

    monkeypatch.setattr(migrating, "make_engine", with_foreign_keys)
    later = steps.add(
        STEP.format(
            body='with op.batch_alter_table("thing", recreate="always") as batch:\n'
            '        batch.add_column(sa.Column("more", sa.Text))'
        )
    )
    with pytest.raises(DamagedVaultError, match="lost rows"):
        migrating.migrate(database, KEY, later)
    assert rows(database, "SELECT count(*) FROM part") == [(3,)]


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("raise RuntimeError", RuntimeError),
        ('op.execute("DELETE FROM part WHERE id = 3")', DamagedVaultError),
        ('op.execute("UPDATE part SET thing_id = 99")', DamagedVaultError),
        ('op.execute("ALTER TABLE thing ADD COLUMN b"); op.execute("nonsense")', Exception),
    ],
)
def test_a_step_that_fails_leaves_the_vault_as_it_was(
    database: Path, steps: Steps, body: str, error: type[Exception]
):
    before = database.read_bytes()
    with pytest.raises(error):
        migrating.migrate(database, KEY, steps.add(STEP.format(body=body)))
    assert database.read_bytes() == before
    assert not list(database.parent.glob("*.new*"))


def test_a_vault_beside_a_hot_journal_is_not_switched(database: Path):
    copying.journal_of(database).write_bytes(b"")
    migrating._require_quiet(database)
    copying.journal_of(database).write_bytes(b"hot")
    with pytest.raises(VaultError, match="still being written"):
        migrating._require_quiet(database)


def test_a_leftover_copy_is_replaced(database: Path, steps: Steps):
    database.with_name("record.db.new").write_bytes(b"half a copy")
    migrating.migrate(database, KEY, steps.add(STEP.format(body="pass")))
    assert rows(database, "SELECT count(*) FROM thing") == [(2,)]


def test_what_is_due_what_is_newer_and_what_was_never_finished(steps: Steps):
    two = steps.add(STEP.format(body="pass"))
    assert two.is_due("0001")
    assert not two.is_due("0002")
    with pytest.raises(NewerVaultError):
        two.is_due("0003")
    with pytest.raises(DamagedVaultError):
        two.is_due(None)


def test_a_folder_with_a_percent_sign_is_a_folder(tmp_path: Path):
    steps = Steps(tmp_path / "100%d")
    empty_database(tmp_path / "record.db")
    migrating.fill(tmp_path / "record.db", KEY, steps.all)
    assert rows(tmp_path / "record.db", "SELECT count(*) FROM thing") == [(0,)]


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Engine]:
    """A database made by the steps of Habeas itself."""
    path = tmp_path / "own.db"
    empty_database(path)
    migrating.fill(path, KEY, Migrations())
    engine = make_engine(path, KEY)
    yield engine
    engine.dispose()


def test_the_steps_lead_to_the_mapped_classes(record: Engine):
    def ours(_object: object, name: str | None, kind: str, *_more: object) -> bool:
        # Full text lives in virtual tables, which no mapped class describes.
        return kind != "table" or re.match("name_(trigram|prefix)", name or "") is None

    with record.connect() as connection:
        options = {"compare_type": True, "include_object": ours}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Base.metadata) == []


def test_alembic_sees_one_line_of_steps_with_our_numbers(record: Engine):
    with record.connect() as connection:
        scripts = ScriptDirectory.from_config(Migrations().config(connection))
        assert migrating.revision_of(connection) == Migrations().head
    assert scripts.get_heads() == [Migrations().head]
    assert sorted(step.revision for step in scripts.walk_revisions()) == Migrations().revisions


def test_every_step_is_named_by_number_and_deed():
    for path in (migrating.FOLDER / "versions").glob("*.py"):
        assert re.fullmatch(r"__init__\.py|\d{4}(_[a-z]+){2,}\.py", path.name), path.name


def test_a_new_record_is_empty(record: Engine):
    with record.connect() as connection:
        counted = copying.count_rows(connection.connection.driver_connection)
        assert connection.execute(text("PRAGMA foreign_key_check")).first() is None
    filled = {table for table, count in counted.items() if count}
    assert filled == {"alembic_version"}
