"""Fixtures for all tests: a real encrypted vault with cheap keys, and one maker of records."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.casebook import Casebook
from models.crypto.kdf import Argon2id
from models.values.country import Country
from models.values.partial_date import PartialDate
from models.views.cases import NewCase
from models.views.custody import NewDetention
from models.views.people import (
    NewMembership,
    NewOrganisation,
    NewOrganisationName,
    NewPerson,
    NewPersonName,
)
from models.views.proof import Basis, NewCitation, NewSource, Proof

PASSPHRASE = "a passphrase for tests"
CHEAP = Argon2id(passes=1, memory_kib=8, cheap=True)


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test out of the real home folder."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "HABEAS_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home))


@pytest.fixture(scope="session")
def empty_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed, empty vault to copy, since making one takes longer than most tests."""
    folder = tmp_path_factory.mktemp("empty") / "empty.habeas"
    made, _ = Casebook.create(folder, PASSPHRASE, worker="tester", kdf=CHEAP)
    made.close()
    return folder


@pytest.fixture
def casebook(empty_vault: Path, tmp_path: Path) -> Iterator[Casebook]:
    """An open, empty vault of its own."""
    folder = Path(shutil.copytree(empty_vault, tmp_path / "test.habeas"))
    with Casebook.open(folder, PASSPHRASE) as opened:
        yield opened


class Maker:
    """Makes one record of each kind with as few words as possible; returns local ids."""

    def __init__(self, casebook: Casebook) -> None:
        self._casebook = casebook

    def source(self, title: str = "An item", published: str = "2022-12-05") -> int:
        return self._casebook.sources.add_source(
            NewSource(
                title=title,
                publisher="A newsroom",
                published_on=PartialDate.parse(published) if published else None,
            )
        )

    def proof(self, source_id: int, words: str = "some words here") -> Proof:
        return Proof(record=self.basis(source_id, words))

    def basis(self, source_id: int, words: str = "some words here") -> Basis:
        return Basis(citations=(NewCitation(source_id=source_id, paragraph=3, quotation=words),))

    def person(self, name: str = "Anna Example", proof: Proof | None = None) -> int:
        person_id = self._casebook.people.add_person(NewPerson(), proof)
        self._casebook.people.add_name(person_id, NewPersonName(full=name), proof)
        return person_id

    def case(
        self, name: str = "Anna Example", country: str = "BY", proof: Proof | None = None
    ) -> int:
        new = NewCase(country=Country(country))
        return self._casebook.cases.open_case(self.person(name, proof), new, proof)

    def detention(
        self,
        case_id: int,
        began: str | None = "2022-04",
        proof: Proof | None = None,
        **facts: object,
    ) -> int:
        new = NewDetention(
            **{"began_on": PartialDate.parse(began) if began else None, "kind": "pretrial"} | facts
        )
        return self._casebook.detentions.record_detention(case_id, new, proof)

    def union(self, name: str = "Union of Welders", acronym: str = "UW") -> int:
        union_id = self._casebook.organisations.add_organisation(
            NewOrganisation(kind="union", country=Country("BY"))
        )
        self._casebook.organisations.add_name(union_id, NewOrganisationName(full=name))
        self._casebook.organisations.add_name(
            union_id, NewOrganisationName(full=acronym, kind="acronym")
        )
        return union_id

    def membership(self, person_id: int, union_id: int, office: str = "Chairperson") -> int:
        return self._casebook.people.add_membership(
            person_id, union_id, NewMembership(office=office)
        )


@pytest.fixture
def make(casebook: Casebook) -> Maker:
    """One factory for all kinds of records of ``casebook``."""
    return Maker(casebook)
