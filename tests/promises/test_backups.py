"""D12, D17: a backup is proven before it gets its name, and a restore gives exactly that."""

import io
import random
import shutil
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from models.casebook import Casebook, restore
from models.crypto.kdf import CHEAP
from models.errors import VaultError
from models.store import backup, copying
from models.values.country import Country
from models.views.cases import NewCase, NewNote
from models.views.people import NewPerson
from models.views.proof import NewSource
from tests.promises import vaults
from tests.promises.interrupting import DONE, FAULT, Point, points_of, strike

pytestmark = pytest.mark.slow
needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="NOT KEPT: needs strace")
MOST_OF_A_CALL = 6
SOURCE = "A made-up item"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with a source and two sealed files, and a folder with one backup of it."""
    place = tmp_path_factory.mktemp("made")
    casebook, _ = Casebook.create(place / "v", vaults.PASSPHRASE, kdf=CHEAP)
    with casebook:
        source = casebook.sources.add_source(NewSource(title=SOURCE))
        for content in (b"one" * 9000, b"two"):
            casebook.sources.attach(source, io.BytesIO(content), "verdict.pdf")
        (place / "stick").mkdir()
        casebook.safekeeping.back_up(place / "stick")
    return place


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "place"))


def take_backup(place: Path) -> None:
    with Casebook.open(place / "v", vaults.PASSPHRASE) as casebook:
        casebook.safekeeping.back_up(place / "stick")


def take_restore(place: Path) -> None:
    restore(first_backup(place), place / "again.habeas")


def first_backup(place: Path) -> Path:
    return min((place / "stick").glob("backup-*-1"))


def finished(place: Path) -> list[Path]:
    return [one for one in (place / "stick").iterdir() if "." not in one.name]


def is_whole(folder: Path) -> bool:
    with Casebook.open(folder, vaults.PASSPHRASE) as casebook:
        titles = [source.title for source in casebook.sources.all()]
        return not casebook.health.check().findings and titles == [SOURCE]


def backups_are_whole(place: Path) -> str:
    """Restore every backup that has its name, and tell what is wrong, or how many there are."""
    for number, one in enumerate(finished(place)):
        restore(one, place / f"proof-{number}.habeas")
        if not is_whole(place / f"proof-{number}.habeas"):
            return f"{one.name} is not whole"
    return "" if is_whole(place / "v.habeas") else "the vault was harmed"


def restored_is_whole(place: Path) -> str:
    restored = place / "again.habeas"
    if restored.exists() and not is_whole(restored):
        return "the restored vault is not whole"
    return backups_are_whole(place)


@dataclass(frozen=True)
class Operation:
    do: Callable[[Path], object]
    wrong: Callable[[Path], str]
    product: Callable[[Path], bool]


OPERATIONS = {
    "backup": Operation(take_backup, backups_are_whole, lambda place: len(finished(place)) == 2),
    "restore": Operation(
        take_restore, restored_is_whole, lambda place: (place / "again.habeas").exists()
    ),
}


@dataclass
class Trial:
    made: Path
    operation: Operation
    folder: Path
    log: Path = field(init=False)

    def __post_init__(self) -> None:
        self.log = self.folder.with_name("strace.log")

    def points(self, at_most: int = MOST_OF_A_CALL) -> list[Point]:
        vaults.copy(self.made, self.folder)
        do = self.operation.do
        return points_of(lambda: do(self.folder), self.log, at_most=at_most)

    def broken_by(self, inject: str) -> str:
        vaults.copy(self.made, self.folder)
        ended = strike(lambda: self.operation.do(self.folder), self.log, inject)
        if ended.startswith(FAULT):
            return f"{inject}: {ended}"
        if ended == DONE and not self.operation.product(self.folder):
            return f"{inject}: acknowledged, and nothing is there"
        try:
            wrong = self.operation.wrong(self.folder)
        except VaultError as error:
            wrong = str(error)
        return f"{inject}: {wrong}" if wrong else ""


@needs_strace
@pytest.mark.parametrize("name", OPERATIONS)
def test_d12_a_kill_leaves_the_vault_and_a_whole_backup_or_none(
    made: Path, tmp_path: Path, name: str, *, soak: bool
) -> None:
    trial = Trial(made, OPERATIONS[name], tmp_path / "struck")
    points = trial.points(at_most=10_000 if soak else MOST_OF_A_CALL)
    assert len(points) > 10
    assert [broken for point in points if (broken := trial.broken_by(point.killing()))] == []


@needs_strace
@pytest.mark.parametrize("error", ["ENOSPC", "EIO"])
@pytest.mark.parametrize("name", OPERATIONS)
def test_d12_a_failing_disk_makes_no_false_backup(
    made: Path, tmp_path: Path, name: str, error: str
) -> None:
    trial = Trial(made, OPERATIONS[name], tmp_path / "struck")
    points = trial.points()[::5]
    assert [broken for point in points if (broken := trial.broken_by(point.failing(error)))] == []


@needs_strace
def test_d12_control_a_backup_named_from_the_start_is_found_broken(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "NEW_SUFFIX", "-9")  # a name like those of finished ones
    trial = Trial(made, OPERATIONS["backup"], tmp_path / "struck")
    assert any(trial.broken_by(point.killing()) for point in trial.points()[::3])


def test_d12_restoring_beside_a_stale_journal_is_refused(place: Path) -> None:
    beside = place / "crashed.habeas"
    beside.mkdir()
    (beside / "record.db-journal").write_bytes(b"stale")
    with pytest.raises(VaultError, match="new folder only"):
        restore(first_backup(place), beside)
    assert [path.name for path in beside.iterdir()] == ["record.db-journal"]


def test_d12_a_stale_journal_in_the_backup_stays_there(place: Path) -> None:
    (first_backup(place) / "record.db-journal").write_bytes(b"stale")
    restore(first_backup(place), place / "again.habeas")
    assert not (place / "again.habeas" / "record.db-journal").exists()
    assert is_whole(place / "again.habeas")


@pytest.mark.parametrize("spoilt", ["record.db", "header-1", "anchor", "manifest"])
def test_d17_a_backup_that_a_bad_stick_spoilt_is_not_called_done(
    place: Path, spoilt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil_before_proof(spoilt, monkeypatch)
    with pytest.raises(VaultError):
        take_backup(place)
    assert finished(place) == [first_backup(place)]
    with Casebook.open(place / "v", vaults.PASSPHRASE) as casebook:
        last = casebook.safekeeping.last_backup
    assert last is not None
    assert last.changes_since == 0  # that of the first, which was proven


def test_d17_control_without_the_proof_the_spoilt_backup_is_called_done(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil_before_proof("record.db", monkeypatch, prove=False)
    take_backup(place)
    assert len(finished(place)) == 2
    newest = max(finished(place))
    with pytest.raises(VaultError):
        restore(newest, place / "again.habeas")


def flips(folder: Path, times: int) -> list[tuple[Path, int]]:
    """Return places all over the files of a backup that a restore must read."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".txt"]
    chosen = [files[number % len(files)] for number in range(times)]
    return [(path, random.randrange(path.stat().st_size * 8)) for path in chosen]  # noqa: S311


def test_g1_a_flipped_bit_anywhere_in_a_backup_is_refused(place: Path, *, soak: bool) -> None:
    for number, (path, bit) in enumerate(flips(first_backup(place), 2000 if soak else 100)):
        whole = path.read_bytes()
        spoilt = bytearray(whole)
        spoilt[bit // 8] ^= 1 << bit % 8
        path.write_bytes(spoilt)
        with pytest.raises(VaultError):
            restore(first_backup(place), place / f"again-{number}.habeas")
        assert not (place / f"again-{number}.habeas").exists()
        path.write_bytes(whole)
    restore(first_backup(place), place / "again.habeas")  # the control: unspoilt it is taken


def spoil_before_proof(name: str, monkeypatch: pytest.MonkeyPatch, *, prove: bool = True) -> None:
    """Let one byte of the new backup flip when it is all written, as on a bad stick."""
    real = backup.prove

    def flipped(folder: Path, *others: object) -> object:
        content = bytearray((folder / name).read_bytes())
        content[len(content) // 2] ^= 1
        (folder / name).write_bytes(content)
        return real(folder, *others) if prove else None

    monkeypatch.setattr(backup, "prove", flipped)


def longest_save_during(act: Callable[[Casebook], object], casebook: Casebook) -> float:
    """Save all the time while ``act`` runs in another thread; return the seconds of the longest."""
    thread = threading.Thread(target=act, args=(casebook,))
    thread.start()
    longest = 0.0
    while thread.is_alive():
        began = time.perf_counter()
        casebook.people.add_person(NewPerson())
        longest = max(longest, time.perf_counter() - began)
        time.sleep(0.05)
    thread.join()
    return longest


@pytest.fixture
def large(place: Path) -> Path:
    with Casebook.open(place / "v", vaults.PASSPHRASE) as casebook:
        case = casebook.cases.open_case(
            casebook.people.add_person(NewPerson()), NewCase(country=Country("BY"))
        )
        for _ in range(40):
            casebook.notes.add_note(case, NewNote(text=vaults.filled(500_000, "word")))
    return place


def test_d17_saving_goes_on_while_a_backup_is_made(
    large: Path, record_property: Callable[[str, object], None]
) -> None:
    with Casebook.open(large / "v", vaults.PASSPHRASE) as casebook:
        longest = longest_save_during(
            lambda one: one.safekeeping.back_up(large / "stick"), casebook
        )
    record_property("longest save in seconds", round(longest, 3))
    assert longest < 1.0
    assert len(finished(large)) == 2


def test_d17_control_a_copy_that_holds_its_lock_keeps_saving_waiting(
    large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(source: Path, target: Path, key: bytearray, progress: object = None) -> None:
        del progress
        copying.copy_database(source, target, key, lambda *_pages: time.sleep(0.6))

    monkeypatch.setattr(copying, "snapshot", held)
    with Casebook.open(large / "v", vaults.PASSPHRASE) as casebook:
        longest = longest_save_during(
            lambda one: one.safekeeping.back_up(large / "stick"), casebook
        )
    assert longest > 1.0
