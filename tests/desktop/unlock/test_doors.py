"""The real doors, at the real cost of a key."""

import stat
from pathlib import Path

import pytest

from desktop.home import home
from desktop.unlock.doors import VaultDoors
from models.errors import VaultError, WrongPassphraseError

PHRASE = "six quiet words on paper"


@pytest.mark.slow
def test_the_first_vault_on_a_machine_is_made_opened_and_recovered(tmp_path: Path):
    folder = home() / "not" / "yet" / "there" / "Cases.habeas"
    doors = VaultDoors()
    made, code = doors.create(folder, PHRASE, demo=False)
    assert made.cases.count() == 0
    made.close()
    assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700
    doors.open(folder, PHRASE).close()
    doors.recover(folder, code).close()
    with pytest.raises(WrongPassphraseError):
        doors.open(folder, "another phrase altogether")


@pytest.mark.slow
def test_a_demo_vault_holds_the_seed_cases():
    made, _ = VaultDoors().create(home() / "Demo.habeas", PHRASE, demo=True)
    with made:
        assert made.demo
        assert made.cases.count() > 5


def test_a_place_that_cannot_be_written_is_an_error_of_ours(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(VaultError):
        VaultDoors().create(tmp_path / "file" / "Cases.habeas", PHRASE, demo=False)
