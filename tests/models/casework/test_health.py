"""What check finds, and that it finds nothing where nothing is wrong."""

import io
from typing import Any

import pytest
from sqlalchemy import text

from models.casebook import Casebook
from models.entities.custody import Detention
from models.errors import DamagedVaultError
from models.views.cases import NewNote


@pytest.fixture
def filled(casebook: Casebook, make: Any) -> Casebook:
    case = make.case("Anna Example", proof=make.proof(make.source()))
    make.detention(case, place="Minsk")
    casebook.notes.add_note(case, NewNote(text="The office's own."))
    return casebook


def attach(casebook: Casebook, content: bytes = b"A verdict.") -> None:
    (source, *_) = casebook.sources.all()
    casebook.sources.attach(source.id, io.BytesIO(content), "verdict.pdf")


def spoil(casebook: Casebook, statement: str) -> None:
    with casebook._vault.engine.execution_options(write=True).begin() as connection:
        connection.execute(text(statement))


def findings(casebook: Casebook) -> tuple[bool, bool]:
    health = casebook.health
    return health.history_gives_the_record(), health.columns_show_the_claims()


def test_a_healthy_vault(filled: Casebook):
    assert findings(filled) == (True, True)
    assert filled.health.rebuild_projections()
    assert filled.health.verify_history() == 6


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE detention SET place = 'Elsewhere'", (False, False)),
        ("UPDATE detention SET began_on = NULL", (False, False)),
        ("UPDATE note SET text = 'Another'", (False, True)),
        ("UPDATE claim SET value = 'Elsewhere' WHERE field = 'place'", (False, False)),
        ("UPDATE claim SET status = 'withdrawn' WHERE field = 'place'", (False, False)),
        ("DELETE FROM claim WHERE field = 'place'", (False, False)),
        ("UPDATE citation SET quotation = 'Other words'", (False, True)),
        ("DELETE FROM note", (False, True)),
    ],
)
def test_a_record_changed_behind_our_back(
    filled: Casebook, statement: str, found: tuple[bool, bool]
):
    spoil(filled, statement)
    assert findings(filled) == found


def test_a_column_that_never_had_a_claim_is_found_though_the_history_knows_it(filled: Casebook):
    with filled._store.work() as session:
        session.get_one(Detention, 1).ground = "Typed past the claims."
    assert findings(filled) == (True, False)


def test_a_spoilt_chain(filled: Casebook):
    spoil(filled, "UPDATE change SET field = 'x' WHERE id = 2")
    with pytest.raises(DamagedVaultError):
        filled.health.verify_history()


def test_sealed_files_are_checked(filled: Casebook):
    assert filled.health.verify_files() == 0
    attach(filled)
    assert filled.health.verify_files() == 1
    (sealed,) = (filled.folder / "attachments").iterdir()
    sealed.write_bytes(sealed.read_bytes()[:-1])
    with pytest.raises(DamagedVaultError):
        filled.health.verify_files()


def test_what_a_broken_off_save_left_is_removed_and_nothing_else(
    filled: Casebook, monkeypatch: pytest.MonkeyPatch
):
    attach(filled)
    (kept,) = (filled.folder / "attachments").iterdir()
    foreign = filled.folder / "attachments" / ".foreign"
    foreign.touch()
    with monkeypatch.context() as broken:
        broken.setattr(filled._store, "_project", None)
        with pytest.raises(TypeError):
            attach(filled)
    assert filled.health.remove_forgotten_files() == 1
    assert set((filled.folder / "attachments").iterdir()) == {kept, foreign}
    assert filled.health.remove_forgotten_files() == 0
    assert filled.health.verify_files() == 1
