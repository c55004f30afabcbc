"""Each harm is named in a sentence of its own, and a healthy vault has none."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text

from models.casebook import Casebook
from models.casework import examining
from models.errors import VaultError
from models.store import copying
from models.store.connection import connected


@pytest.fixture
def filled(casebook: Casebook, make: Any) -> Casebook:
    source = make.source()
    make.detention(make.case("Anna Example", proof=make.proof(source)), place="Minsk")
    casebook.sources.attach(source, io.BytesIO(b"A verdict."), "verdict.pdf")
    return casebook


def spoil(casebook: Casebook, *statements: str) -> None:
    with casebook._vault.engine.execution_options(write=True).connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
        connection.commit()


def test_a_healthy_vault_and_what_was_looked_at(filled: Casebook):
    told: list[tuple[int, int]] = []
    report = filled.health.check(lambda *steps: told.append(steps))
    assert (report.findings, report.unchecked) == ((), ())
    assert (report.files, report.units_of_work) == (1, 6)
    assert report.pages > 100
    assert report.records > 5
    assert told == [(done, 9) for done in range(1, 10)]
    assert not list(filled.folder.glob("*.new*"))


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE detention SET place = 'Elsewhere'", "record (detention"),
        ("UPDATE claim SET status = 'withdrawn' WHERE field = 'place'", "record (detention"),
        ("UPDATE change SET field = 'x' WHERE id = 2", "history of this vault"),
        ("UPDATE change_set SET clock = clock + 1 WHERE id = 2", "history of this vault"),
        ("DELETE FROM case_standing", "list of cases"),
        ("DELETE FROM moment", "list of dates"),
        ("DELETE FROM name_key", "list that search looks in"),
        ("DELETE FROM name_trigram_data WHERE id > 10", "search index is damaged"),
        ("UPDATE attachment SET sealed_name = 'x'", "File 1 of source 1"),
    ],
)
def test_what_is_spoilt_is_named(filled: Casebook, statement: str, said: str):
    spoil(filled, statement)
    findings = filled.health.check().findings
    assert any(said in finding for finding in findings), findings


def test_links_to_what_is_gone(filled: Casebook):
    key = filled._vault.copy_of_key()
    with connected(filled.folder / "record.db", key, foreign_keys=False) as connection:
        connection.execute("DELETE FROM attachment")
    assert "1 handling is linked to a record that is gone." in filled.health.check().findings


HARM: dict[str, tuple[Callable[[Casebook], object], str]] = {
    "a sealed file is gone": (
        lambda book: next((book.folder / "attachments").iterdir()).unlink(),
        "missing or damaged",
    ),
    "a sealed file too many": (
        lambda book: (book.folder / "attachments" / f"{'0' * 32}.1").touch(),
        "1 sealed file is named by no record",
    ),
    "a header copy is gone": (lambda book: (book.folder / "header-2").unlink(), "header-2"),
}


@pytest.mark.parametrize("name", HARM)
def test_harm_beside_the_record(filled: Casebook, name: str):
    harm, said = HARM[name]
    harm(filled)
    (finding,) = filled.health.check().findings
    assert said in finding


def test_without_room_for_a_copy_the_record_itself_is_read(
    filled: Casebook, monkeypatch: pytest.MonkeyPatch
):
    def full(*_arguments: object) -> None:
        raise VaultError("The disk is full.")

    monkeypatch.setattr(copying, "snapshot", full)
    report = filled.health.check()
    assert report.findings == ()
    assert len(report.unchecked) == 1
    spoil(filled, "UPDATE detention SET place = 'Elsewhere'")
    assert filled.health.check().findings


def test_very_many_findings_are_counted(filled: Casebook, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(examining, "MOST_OF_A_KIND", 1)
    spoil(filled, "UPDATE person_name SET full = 'x'", "UPDATE detention SET place = 'Elsewhere'")
    assert "And 1 more of that kind." in filled.health.check().findings
