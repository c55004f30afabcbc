"""K6: erasing leaves no working slot, is refused without a proof, and can be interrupted."""

import shutil
from pathlib import Path

import pytest

from models.casebook import Casebook, restore
from models.crypto.kdf import CHEAP
from models.errors import VaultError
from models.store import erasing
from models.views.people import NewPerson
from tests.promises import vaults
from tests.promises.interrupting import points_of, strike


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A closed vault and a folder with a backup of its last state."""
    casebook, _ = Casebook.create(tmp_path / "v", vaults.PASSPHRASE, kdf=CHEAP)
    with casebook:
        casebook.people.add_person(NewPerson())
        (tmp_path / "stick").mkdir()
        casebook.safekeeping.back_up(tmp_path / "stick")
    return tmp_path


def erase(place: Path, confirmation: str = "v.habeas") -> tuple[str, ...]:
    (proof,) = (place / "stick").iterdir()
    with Casebook.open(place / "v", vaults.PASSPHRASE) as casebook:
        return casebook.safekeeping.erase(confirmation, proof)


def still_opens(place: Path) -> bool:
    try:
        Casebook.open(place / "v", vaults.PASSPHRASE).close()
    except VaultError:
        return False
    return True


def test_k6_nothing_is_left_and_what_survives_is_said(place: Path) -> None:
    survives = erase(place)
    assert [path.name for path in place.iterdir()] == ["stick"]
    assert any("backup" in sentence for sentence in survives)
    (proof,) = (place / "stick").iterdir()
    restore(proof, place / "v.habeas")
    assert still_opens(place)


def test_k6_without_the_name_or_a_fresh_whole_backup_it_is_refused(place: Path) -> None:
    with pytest.raises(VaultError, match="name of the vault"):
        erase(place, "v")
    (proof,) = (place / "stick").iterdir()
    record = (proof / "record.db").read_bytes()
    (proof / "record.db").write_bytes(record[:-1])
    with pytest.raises(VaultError, match="missing or changed"):
        erase(place)
    (proof / "record.db").write_bytes(record)
    with Casebook.open(place / "v", vaults.PASSPHRASE) as casebook:
        casebook.people.add_person(NewPerson())
    with pytest.raises(VaultError, match="after this backup"):
        erase(place)
    assert still_opens(place)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("strace") is None, reason="NOT KEPT: needs strace")
def test_k6_killed_on_the_way_it_is_whole_or_opens_with_nothing(
    place: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    struck = tmp_path_factory.mktemp("struck") / "place"
    log = struck.with_name("strace.log")
    outcomes = trial(place, struck, log)
    assert set(outcomes) == {"opens", "dead"}


def trial(place: Path, struck: Path, log: Path) -> list[str]:
    """Kill the erasing at every call; tell each time whether a slot is left that works."""
    vaults.copy(place, struck)
    outcomes = []
    for point in points_of(lambda: erase(struck), log, at_most=12):
        vaults.copy(place, struck)
        strike(lambda: erase(struck), log, point.killing())
        headers = [struck / "v.habeas" / name for name in ("header-1", "header-2")]
        left = [path for path in headers if path.exists()]
        opens = still_opens(struck)
        gone = not (struck / "v.habeas" / "record.db").exists()
        outcomes.append("slot without record" if left and gone else "opens" if opens else "dead")
    return outcomes


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("strace") is None, reason="NOT KEPT: needs strace")
def test_k6_control_the_record_first_leaves_a_slot_that_works(
    place: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = erasing._destroy

    def record_first(path: Path) -> None:
        (path.parent / "record.db").unlink(missing_ok=True)
        real(path)

    monkeypatch.setattr(erasing, "_destroy", record_first)
    struck = tmp_path_factory.mktemp("struck") / "place"
    assert "slot without record" in trial(place, struck, struck.with_name("strace.log"))
