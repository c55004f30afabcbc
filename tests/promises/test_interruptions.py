"""D2, D3, D5, D11, D12: struck at every write, sync and rename, a vault is old or new.

Each operation runs on a fresh copy of a vault, once per point. What was acknowledged must be there;
what was not may be there whole or not at all.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from models.crypto.kdf import CHEAP
from models.errors import VaultError, WrongPassphraseError
from models.store import connection as connections
from models.store import durable, header_file, migrating, office, renewing
from models.store.migrating import Migrations
from models.store.vault import Vault
from tests.promises import vaults
from tests.promises.interrupting import DONE, FAULT, REFUSED, Point, points_of, strike

pytestmark = pytest.mark.slow

NEW_WORDS = "quite other words"
OLD, NEW = "old", "new"
MOST_OF_A_CALL = 25

SECOND_STEP = """
from alembic import op

revision = "9999"
down_revision = "0002"


def upgrade():
    op.execute("CREATE TABLE later (id INTEGER PRIMARY KEY)")
"""


@dataclass(frozen=True, slots=True)
class Operation:
    """What is struck, and how one tells afterwards which of the two states the disk holds."""

    do: Callable[[Path], object]
    state: Callable[[Path], str]


def change_passphrase(folder: Path) -> None:
    with Vault.open(folder, vaults.PASSPHRASE) as vault:
        vault.keys.change_passphrase(NEW_WORDS, kdf=CHEAP)


def which_passphrase(folder: Path) -> str:
    """Tell which passphrase opens; a copy of the header that is damaged counts as neither."""
    opening = []
    for state, words in ((OLD, vaults.PASSPHRASE), (NEW, NEW_WORDS)):
        try:
            with Vault.open(folder, words) as vault:
                opening += [state, *vault.problems]
        except WrongPassphraseError:
            continue
    return " and ".join(opening)


def add_key(folder: Path) -> None:
    with Vault.open(folder, vaults.PASSPHRASE) as vault:
        vault.keys.add_key_file(NEW_WORDS, folder.parent / "key", kdf=CHEAP)


def which_keys(folder: Path) -> str:
    """Tell whether the added key opens; the one that was there must, whatever happened."""
    try:
        with Vault.open(folder, vaults.PASSPHRASE) as vault:
            kinds = [key.kind for key in vault.keys.list()]
            if vault.problems or kinds == ["passphrase", "recovery"]:
                return " and ".join([OLD, *vault.problems])
        Vault.open(folder, NEW_WORDS, key_file=folder.parent / "key").close()
    finally:
        (folder.parent / "key").unlink(missing_ok=True)
    return NEW


def renew(folder: Path) -> None:
    with Vault.open(folder, vaults.PASSPHRASE) as vault:
        office.found_office(vault.engine, worker="")
        renewing.renew(vault, folder / "another", NEW_WORDS, kdf=CHEAP)


def whether_renewed(folder: Path) -> str:
    vaults.check_pages(folder)
    if not (folder / "another.habeas").exists():
        return OLD
    with Vault.open(folder / "another", NEW_WORDS) as vault:
        return NEW if not vault.problems else "damaged"


def write_rows(folder: Path) -> None:
    with (
        Vault.open(folder, vaults.PASSPHRASE) as vault,
        vault.engine.execution_options(write=True).begin() as connection,
    ):
        vaults.put_batch(connection, 7)


def which_rows(folder: Path) -> str:
    vaults.check_pages(folder)
    with Vault.open(folder, vaults.PASSPHRASE) as vault:
        found = vaults.batches(vault)
    return {0: OLD, vaults.ROWS_PER_BATCH: NEW}.get(found.get(7, 0), f"torn: {found}")


def create(folder: Path) -> None:
    made, _ = Vault.create(folder / "another", vaults.PASSPHRASE, kdf=CHEAP)
    made.close()


def whether_created(folder: Path) -> str:
    if not (folder / "another.habeas").exists():
        return OLD
    vaults.check_pages(folder / "another")
    return NEW


def steps_beside(folder: Path) -> Migrations:
    """Return Habeas's own steps and one more, which a later program would have."""
    later = folder.parent / "steps"
    if not later.exists():
        shutil.copytree(migrating.FOLDER, later, ignore=shutil.ignore_patterns("__pycache__"))
        (later / "versions" / "9999_add_later.py").write_text(SECOND_STEP, encoding="utf-8")
    return Migrations(later)


def migrate(folder: Path) -> None:
    Vault.open(folder, vaults.PASSPHRASE, migrations=steps_beside(folder)).close()


def which_shape(folder: Path) -> str:
    """Tell whether today's program still opens the vault, or only the later one."""
    try:
        vaults.check_pages(folder)
    except VaultError:
        with Vault.open(folder, vaults.PASSPHRASE, migrations=steps_beside(folder)):
            return NEW
    return OLD


OPERATIONS = {
    "changing the passphrase": Operation(change_passphrase, which_passphrase),
    "adding a key": Operation(add_key, which_keys),
    "renewing the data key": Operation(renew, whether_renewed),
    "writing rows": Operation(write_rows, which_rows),
    "making a vault": Operation(create, whether_created),
    "bringing a vault up to date": Operation(migrate, which_shape),
}


@dataclass
class Trial:
    """One operation, struck again and again on fresh copies of the same vault."""

    made: Path
    operation: Operation
    log: Path
    folder: Path = field(init=False)

    def __post_init__(self) -> None:
        self.folder = self.made.with_name("struck.habeas")

    def points(self) -> list[Point]:
        self._refresh()
        return points_of(lambda: self.operation.do(self.folder), self.log, at_most=MOST_OF_A_CALL)

    def broken_by(self, inject: str) -> str:
        """Strike once and return what is wrong then, or ""."""
        self._refresh()
        ended = strike(lambda: self.operation.do(self.folder), self.log, inject)
        state = self._state()
        if ended == DONE and state != NEW:
            return f"{inject}: acknowledged, yet {state}"
        if state not in {OLD, NEW}:
            return f"{inject}: neither old nor new but {state}"
        return f"{inject}: {ended}" if ended.startswith(FAULT) else ""

    def _state(self) -> str:
        try:
            return self.operation.state(self.folder)
        except VaultError as error:
            return f"unusable: {error}"

    def _refresh(self) -> None:
        vaults.copy(self.made, self.folder)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return vaults.make(tmp_path_factory.mktemp("made") / "v", text_bytes=20_000)


@pytest.fixture
def trial(made: Path, tmp_path: Path) -> Callable[[str], Trial]:
    return lambda name: Trial(made, OPERATIONS[name], tmp_path / "strace.log")


@pytest.mark.parametrize("name", OPERATIONS)
def test_d2_d5_d11_d12_a_kill_leaves_old_or_new(trial: Callable[[str], Trial], name: str) -> None:
    struck = trial(name)
    points = struck.points()
    assert len(points) > 10
    assert {point.call for point in points} >= {"fsync", "rename"} or name == "writing rows"
    assert [broken for point in points if (broken := struck.broken_by(point.killing()))] == []


@pytest.mark.parametrize("error", ["ENOSPC", "EIO"])
@pytest.mark.parametrize("name", OPERATIONS)
def test_d3_a_failing_disk_is_told_and_nothing_false_is_acknowledged(
    trial: Callable[[str], Trial], name: str, error: str
) -> None:
    struck = trial(name)
    for point in struck.points()[::3]:
        assert struck.broken_by(point.failing(error)) == ""


def test_d5_control_writing_in_place_breaks_a_header(
    trial: Callable[[str], Trial], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(header_file, "write_durably", Path.write_bytes)
    struck = trial("changing the passphrase")
    assert any(struck.broken_by(point.killing()) for point in struck.points())


def test_d2_control_without_a_journal_rows_are_torn(
    trial: Callable[[str], Trial], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = connections.SETTINGS | {"journal_mode": ("OFF", "off")}
    monkeypatch.setattr(connections, "SETTINGS", settings)
    struck = trial("writing rows")
    assert any(struck.broken_by(point.killing()) for point in struck.points())


def test_d3_control_swallowing_the_error_acknowledges_falsely(
    trial: Callable[[str], Trial], monkeypatch: pytest.MonkeyPatch
) -> None:
    def careless(path: Path, content: bytes) -> None:
        try:
            durable.write_durably(path, content)
        except OSError:
            return

    monkeypatch.setattr(header_file, "write_durably", careless)
    struck = trial("changing the passphrase")
    assert "acknowledged" in struck.broken_by(Point("write", 1).failing("ENOSPC"))


def test_the_errors_are_sentences(trial: Callable[[str], Trial]) -> None:
    struck = trial("writing rows")
    struck.points()
    struck._refresh()
    ended = strike(lambda: write_rows(struck.folder), struck.log, "pwrite64:error=ENOSPC:when=1+")
    assert ended.startswith(REFUSED)
    assert "full" in ended
