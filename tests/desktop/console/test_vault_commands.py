"""new, info, check."""

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
    assert "The history is whole" in answer.out
    assert "Every sealed file is whole: 0." in answer.out
    assert "were right" in answer.out


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        ("UPDATE change SET field = 'x' WHERE id = 3", "history of this vault"),
        ("UPDATE detention SET place = 'Elsewhere'", "not what its history says"),
        ("DELETE FROM case_standing", "The lists were mended"),
    ],
)
def test_check_notices(habeas: Call, casebook: Casebook, make: Any, spoil: str, said: str):
    make.detention(make.case("Anna Example"), place="Minsk")
    with casebook._vault.engine.execution_options(write=True).begin() as connection:
        connection.execute(text(spoil))
    casebook.close()
    answer = habeas("check", casebook.folder)
    assert answer.status == ("mended" not in said)
    assert said in answer.out + answer.err
