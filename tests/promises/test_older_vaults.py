"""D13, G3: vaults of every schema open with all their rows; one that was put back is noticed."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from models.casebook import Casebook
from models.crypto.kdf import CHEAP
from models.errors import NewerVaultError
from models.store import anchor, migrating
from models.store.connection import connected
from models.store.vault import Vault
from models.views.people import NewPerson
from tests.promises import vaults
from tests.samples.make_vault import PASSPHRASE

SAMPLES = Path(__file__).parents[1] / "samples"
GOLDEN = sorted(SAMPLES.glob("vault-*"))
ROLLBACKS = 100
STATES = 12
_BACKED_UP = b'"2026-01-01T00:00:00Z"'

Rows = dict[str, list[dict[str, Any]]]


def rows_of(folder: Path, key: bytearray) -> Rows:
    """Return all rows of all tables of a closed vault, by column."""
    with connected(folder / "record.db", key, read_only=True) as connection:
        told = connection.execute("PRAGMA table_list").fetchall()
        tables = [row[1] for row in told if row[0] == "main" and row[2] == "table"]
        ours = [name for name in tables if not name.startswith(("sqlite_", "alembic_"))]
        return {name: _rows(connection, name) for name in ours}


def _rows(connection: Any, name: str) -> list[dict[str, Any]]:
    found = connection.execute(f'SELECT * FROM "{name}" ORDER BY 1')  # noqa: S608  a table's own name
    columns = [column[0] for column in found.description]
    return [dict(zip(columns, row, strict=True)) for row in found.fetchall()]


def lost_rows(before: Rows, after: Rows) -> list[str]:
    """Return the tables in which a row is gone or one of its old columns says something else."""
    return [
        name
        for name, rows in before.items()
        if [{column: row[column] for column in rows[0]} for row in after.get(name, [])] != rows
        and rows
    ]


def key_of(folder: Path) -> bytearray:
    """Return the key of a vault without bringing the vault itself up to date."""
    copy = vaults.copy(folder, folder.with_name("for-the-key.habeas"))
    with Vault.open(copy, PASSPHRASE) as vault:
        return vault.copy_of_key()


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.name)
def test_d13_a_vault_of_every_schema_opens_with_all_its_rows(golden: Path, tmp_path: Path) -> None:
    folder = vaults.copy(golden, tmp_path / "old.habeas")
    key = key_of(folder)
    before = rows_of(folder, key)
    assert sum(map(len, before.values())) > 100
    with Casebook.open(folder, PASSPHRASE) as casebook:
        assert casebook.health.check().findings == ()
        assert casebook.problems == ()
        (source,) = casebook.sources.all()
        (file,) = casebook.sources.attachments(source.id)
        assert casebook.sources.read_attachment(file.id) == b"A made-up verdict."
    after = rows_of(folder, key)
    assert lost_rows(before, after | _grown(before, after)) == []


def _grown(before: Rows, after: Rows) -> Rows:
    """Reading a file is logged: of the tables that only grow, compare what was there before."""
    grows = ("change_set", "change", "change_payload")
    return {name: after[name][: len(before[name])] for name in grows}


def test_d13_control_a_lost_row_is_seen(tmp_path: Path) -> None:
    folder = vaults.copy(GOLDEN[0], tmp_path / "old.habeas")
    key = key_of(folder)
    before = rows_of(folder, key)
    with connected(folder / "record.db", key) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("DELETE FROM person WHERE id = 2")
    assert lost_rows(before, rows_of(folder, key)) == ["person"]


def test_d13_there_is_a_sample_of_every_schema_but_the_newest() -> None:
    kept = [folder.name.removeprefix("vault-") for folder in GOLDEN]
    assert set(migrating.Migrations().revisions) - set(kept) <= {migrating.Migrations().head}


def test_d13_a_newer_vault_is_refused_untouched(tmp_path: Path) -> None:
    casebook, _ = Casebook.create(tmp_path / "v", vaults.PASSPHRASE, kdf=CHEAP)
    with casebook._vault.engine.execution_options(write=True).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    casebook.close()
    before = (casebook.folder / "record.db").read_bytes()
    with pytest.raises(NewerVaultError):
        Casebook.open(casebook.folder, vaults.PASSPHRASE)
    assert (casebook.folder / "record.db").read_bytes() == before


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The same vault, closed, after each of some sessions."""
    place = tmp_path_factory.mktemp("states")
    casebook, _ = Casebook.create(place / "v", vaults.PASSPHRASE, kdf=CHEAP)
    with casebook:
        casebook.people.add_person(NewPerson())
    kept = []
    for number in range(STATES):
        kept.append(vaults.copy(casebook.folder, place / f"state-{number}.habeas"))
        with Casebook.open(casebook.folder, vaults.PASSPHRASE) as again:
            for _ in range(random.randint(1, 3)):  # noqa: S311
                again.people.add_person(NewPerson())
    return kept


def roll_back(states: list[Path], folder: Path, *, anchored: bool = True) -> int:
    """Make ``folder`` a late state whose record is an early one; return how far it was set back."""
    early, late = sorted(random.sample(range(len(states)), 2))
    vaults.copy(states[late], folder)
    shutil.copy(states[early] / "record.db", folder / "record.db")
    if not anchored:
        shutil.copy(states[early] / anchor.NAME, folder / anchor.NAME)
    return late - early


def problems_of(folder: Path) -> tuple[str, ...]:
    with Casebook.open(folder, vaults.PASSPHRASE) as casebook:
        return casebook.problems


def test_g3_an_older_record_put_back_is_always_noticed(states: list[Path], tmp_path: Path) -> None:
    for _ in range(ROLLBACKS):
        roll_back(states, tmp_path / "v.habeas")
        (problem,) = problems_of(tmp_path / "v.habeas")
        assert "older than it was on" in problem
        assert "missing" in problem


def test_g3_control_without_a_newer_anchor_it_is_not(states: list[Path], tmp_path: Path) -> None:
    for _ in range(ROLLBACKS // 10):
        roll_back(states, tmp_path / "v.habeas", anchored=False)
        assert problems_of(tmp_path / "v.habeas") == ()


def test_g3_the_telling_goes_on_until_it_is_accepted(states: list[Path], tmp_path: Path) -> None:
    roll_back(states, folder := tmp_path / "v.habeas")
    first = problems_of(folder)
    with Casebook.open(folder, vaults.PASSPHRASE) as casebook:
        casebook.people.add_person(NewPerson())  # told, not locked out
        assert casebook.problems == first
        casebook.safekeeping.accept_as_it_is()
        assert casebook.problems == ()
    assert problems_of(folder) == ()


def test_g3_another_history_after_the_same_past_is_noticed(
    states: list[Path], tmp_path: Path
) -> None:
    folder = vaults.copy(states[0], tmp_path / "v.habeas")
    with Casebook.open(folder, vaults.PASSPHRASE) as casebook:
        for _ in range(4 * STATES):
            casebook.people.add_person(NewPerson())
    shutil.copy(states[-1] / anchor.NAME, folder / anchor.NAME)
    (problem,) = problems_of(folder)
    assert "another history" in problem


@pytest.mark.parametrize("harm", ["gone", "changed", "of another vault"])
def test_g3_a_note_that_is_not_the_vaults_own_is_told(
    states: list[Path], tmp_path: Path, harm: str
) -> None:
    folder = vaults.copy(states[-1], tmp_path / "v.habeas")
    note = folder / anchor.NAME
    spoil: dict[str, Callable[[], object]] = {
        "gone": note.unlink,
        "changed": lambda: note.write_bytes(
            note.read_bytes().replace(b"null", b'"2026-01-01T00:00:00Z"')
        ),
        "of another vault": lambda: shutil.copy(GOLDEN[0] / anchor.NAME, note),
    }
    spoil[harm]()
    (problem,) = problems_of(folder)
    assert "six words" in problem


def test_g3_the_six_words_on_paper_tell_a_whole_older_folder(
    states: list[Path], tmp_path: Path
) -> None:
    late, early = (
        vaults.copy(one, tmp_path / f"{one.stem}.habeas") for one in (states[-1], states[0])
    )
    with Casebook.open(late, vaults.PASSPHRASE) as casebook:
        words = casebook.safekeeping.words()
        assert casebook.safekeeping.changes_since_words(words.lower()) == 0
        casebook.people.add_person(NewPerson())
        assert casebook.safekeeping.changes_since_words(words) == 1
    assert problems_of(early) == ()  # a whole older folder: no file of it can tell
    with Casebook.open(early, vaults.PASSPHRASE) as casebook:
        assert casebook.safekeeping.changes_since_words(words) is None
