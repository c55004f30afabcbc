"""A closed vault with a few cases, and the command line as people call it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.console import run
from models.casebook import Casebook
from models.crypto.kdf import CHEAP
from models.values.country import Country
from models.values.partial_date import PartialDate
from models.views.cases import NewCase, NewNote
from models.views.custody import NewCharge, NewChargeStatus, NewDetention, NewStay
from models.views.people import NewOrganisation, NewOrganisationName, NewPerson, NewPersonName
from models.views.proof import Basis, NewCitation, NewSource, Proof

PASSPHRASE = "a passphrase for tests"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command printed and how it ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture(scope="session")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with two cases, one of them told in detail; its passphrase file lies beside it."""
    folder = tmp_path_factory.mktemp("console")
    (folder / "passphrase").write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    casebook, _ = Casebook.create(folder / "office.habeas", PASSPHRASE, worker="A", kdf=CHEAP)
    with casebook:
        _fill(casebook)
    return casebook.folder


def _fill(casebook: Casebook) -> None:
    published = PartialDate.parse("2022-12-05")
    source = casebook.sources.add_source(NewSource(title="An item", published_on=published))
    words = NewCitation(source_id=source, paragraph=7, quotation="was arrested in April")
    proof = Proof(record=Basis(citations=(words,), learned_on=date(2023, 1, 2)))
    prison, other = (_prison(casebook, name) for name in ("Prison No. 8", "Prison No. 4"))
    detailed, _ = (
        casebook.cases.open_case(_person(casebook, name), NewCase(country=Country(code)), proof)
        for name, code in (("Пётр \x1b[31mЁлкин", "BY"), ("Amina Ben Ali", "TN"))
    )
    began = PartialDate.parse("2022-04-19")
    new = NewDetention(kind="pretrial", began_on=began, authority_id=prison, place="Žodzina")
    detention = casebook.detentions.record_detention(detailed, new, proof)
    casebook.detentions.add_stay(detention, NewStay(place="Minsk"))
    casebook.claims.assert_value("detention", detention, "authority_id", other)
    casebook.claims.assert_value("detention", detention, "began_on", PartialDate.parse("2022-05"))
    charge = casebook.charges.add_charge(detailed, NewCharge(wording="extremism"), proof)
    casebook.charges.add_status(charge, NewChargeStatus(state="charged"))
    casebook.notes.add_note(detailed, NewNote(text="Ring the sister."))


def _person(casebook: Casebook, name: str) -> int:
    person = casebook.people.add_person(NewPerson(occupation="welder"))
    casebook.people.add_name(person, NewPersonName(full=name))
    return person


def _prison(casebook: Casebook, name: str) -> int:
    prison = casebook.organisations.add_organisation(NewOrganisation(kind="prison"))
    casebook.organisations.add_name(prison, NewOrganisationName(full=name))
    return prison


@pytest.fixture
def habeas(
    vault: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Answer]:
    """Run a command line in this process; the passphrase file is named by the environment."""
    monkeypatch.setenv("HABEAS_PASSPHRASE_FILE", str(vault.parent / "passphrase"))

    def call(*words: object) -> Answer:
        capsys.readouterr()
        try:
            status = run([str(word) for word in words])
        except SystemExit as left:
            status = int(left.code or 0)
        return Answer(status, *capsys.readouterr())

    return call


@pytest.fixture
def reference(vault: Path, habeas: Callable[..., Answer]) -> str:
    """The reference of the case told in detail."""
    (row,) = habeas("search", vault, "елкин", "--json").json
    return str(row["reference"])
