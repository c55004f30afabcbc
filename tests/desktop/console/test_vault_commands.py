"""new, info, check, backup, restore."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from models.casebook import Casebook
from models.crypto.kdf import CHEAP
from models.store import vault as vaults

Call = Callable[..., Any]


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Measure no machine: a new vault of this test costs nothing to open."""
    monkeypatch.setattr(vaults, "calibrate", lambda: CHEAP)


@pytest.mark.usefixtures("cheap")
def test_a_new_vault_opens_with_the_passphrase_and_with_the_code(habeas: Call, tmp_path: Path):
    answer = habeas("new", tmp_path / "fresh", "--worker", "Amina")
    assert answer.status == 0
    code = answer.out.splitlines()[-1].strip()
    Casebook.open_with_recovery(tmp_path / "fresh.habeas", code).close()
    assert habeas("list", tmp_path / "fresh.habeas").status == 0
    assert habeas("new", tmp_path / "fresh").status == 1


def test_info_needs_no_passphrase(habeas: Call, vault: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("HABEAS_PASSPHRASE_FILE")
    answer = habeas("info", vault)
    told = dict(line.split("\t") for line in answer.out.splitlines())
    assert told["demo"] == "no"
    assert told["opens with"] == "passphrase, recovery"
    assert int(told["record"].split()[0]) > 10_000


def test_check_says_what_it_checked(habeas: Call, vault: Path):
    answer = habeas("check", vault)
    assert answer.status == 0
    assert "each signed" in answer.out
    assert "Sealed files: 0." in answer.out
    assert answer.out.endswith("is whole.\n")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        ("UPDATE change SET field = 'x' WHERE id = 3", "history of this vault"),
        ("UPDATE detention SET place = 'Elsewhere'", "not what its history says"),
        ("DELETE FROM case_standing", "The list of cases"),
    ],
)
def test_check_notices(habeas: Call, casebook: Casebook, make: Any, spoil: str, said: str):
    make.detention(make.case("Anna Example"), place="Minsk")
    with casebook._vault.engine.execution_options(write=True).begin() as connection:
        connection.execute(text(spoil))
    casebook.close()
    answer = habeas("check", casebook.folder)
    assert answer.status == 1
    assert said in answer.out
    assert "not right" in answer.err


def test_check_mends_lists_and_forgotten_files_when_asked(
    habeas: Call, casebook: Casebook, make: Any
):
    make.case("Anna Example")
    with casebook._vault.engine.execution_options(write=True).begin() as connection:
        connection.execute(text("DELETE FROM case_standing"))
    (casebook.folder / "attachments" / f"{'0' * 32}.1").write_bytes(b"left behind")
    casebook.close()
    assert habeas("check", casebook.folder).status == 1
    answer = habeas("check", casebook.folder, "--mend")
    assert answer.status == 0
    assert "Renewed the lists" in answer.out
    assert "left behind: 1." in answer.out
    assert habeas("check", casebook.folder).status == 0


def test_a_backup_is_restored_and_info_tells_its_age(
    habeas: Call, vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    assert "last backup\tnone" in habeas("info", vault).out
    (tmp_path / "stick").mkdir()
    answer = habeas("backup", vault, tmp_path / "stick", "--readable")
    assert answer.status == 0
    (made,) = (tmp_path / "stick").iterdir()
    assert f"Made and proved {made}" in answer.out
    assert (made / "readable.zip.age").read_bytes().startswith(b"age-encryption.org/v1")
    assert "last backup\ttoday" in habeas("info", vault).out
    again = habeas("restore", made, tmp_path / "again")
    assert again.status == 0
    assert habeas("check", tmp_path / "again.habeas").status == 0
    assert habeas("list", tmp_path / "again.habeas").out == habeas("list", vault).out
    assert habeas("restore", made, tmp_path / "again").status == 1
    assert habeas("backup", vault, tmp_path / "nowhere").status == 1


@pytest.mark.usefixtures("cheap")
def test_a_new_vault_may_draw_its_passphrase(habeas: Call, tmp_path: Path):
    answer = habeas("new", tmp_path / "fresh", "--generate", "ru")
    assert "66 bits" in answer.out
    words = answer.out.splitlines()[2].strip()
    assert len(words.split(" ")) == 6
    Casebook.open(tmp_path / "fresh.habeas", words).close()
