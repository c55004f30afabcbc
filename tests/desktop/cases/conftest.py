"""One case with something of everything, and two sources that disagree on one date.

It is recorded once for all tests; each test opens a copy of the vault and may change it.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.cases.reader import Reader
from models.casebook import Casebook
from models.crypto.kdf import Argon2id
from models.values.country import Country
from models.values.partial_date import PartialDate
from models.values.term import Term
from models.views.cases import CaseFile, NewCase, NewCaseParty
from models.views.custody import (
    NewCharge,
    NewChargeStatus,
    NewDetention,
    NewHearing,
    NewOutcome,
    NewProceeding,
    NewProceedingParty,
    NewRuling,
    NewSentence,
    NewSentenceComponent,
    NewStatedDuration,
    NewStay,
)
from models.views.events import NewEvent, NewNexus, NewUnionActivity
from models.views.people import (
    NewMembership,
    NewOrganisation,
    NewOrganisationName,
    NewPerson,
    NewPersonName,
)
from models.views.proof import Basis, NewCitation, NewSource, Proof

PHRASE = "a phrase for tests"


@dataclass
class Rich:
    """An open copy of the vault, and the ids of what tests ask for."""

    casebook: Casebook
    case_id: int
    detention_id: int
    second_source: int

    def file(self) -> CaseFile:
        return self.casebook.cases.open_file(self.case_id)


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


def source(book: Casebook, title: str, published: str) -> int:
    return book.sources.add_source(
        NewSource(title=title, publisher="A newsroom", published_on=day(published))
    )


def person(book: Casebook, proof: Proof) -> int:
    added = book.people.add_person(NewPerson(), proof)
    book.people.add_name(added, NewPersonName(full="Hanna Prykladava"), proof)
    own = NewPersonName(full="Ганна Прыкладава", kind="own", script="Cyrl", language="be")
    book.people.add_name(added, own)
    union = book.organisations.add_organisation(NewOrganisation(country=Country("BY")))
    for name, kind in (("Union of Welders", "name"), ("UW", "acronym")):
        book.organisations.add_name(union, NewOrganisationName(full=name, kind=kind))
    book.people.add_membership(added, union, NewMembership(office="Chairperson"))
    return added


def custody(book: Casebook, case: int, proof: Proof, second: int) -> int:
    detention = book.detentions.record_detention(
        case, NewDetention(kind="pretrial", began_on=day("2022-04-19"), place="Minsk"), proof
    )
    other = NewCitation(
        source_id=second,
        paragraph=4,
        quotation="arrested on 21 April",
        attributed_to="the union",
        hedge="reportedly",
    )
    basis = Basis(citations=(other,))
    book.claims.assert_value("detention", detention, "began_on", day("2022-04-21"), basis)
    stay = NewStay(place="Prison No. 1", began_on=day("2022-05"))
    book.detentions.add_stay(detention, stay, proof)
    book.detentions.state_duration(case, NewStatedDuration(days=105, bound="more_than"), proof)
    return detention


def court(book: Casebook, case: int, proof: Proof) -> None:
    charge = book.charges.add_charge(
        case,
        NewCharge(wording="organising strikes", term_faced=Term.parse("P3Y"), faced_bound="up_to"),
        proof,
    )
    charged = NewChargeStatus(state="charged", since_on=day("2022-05-02"))
    book.charges.add_status(charge, charged, proof)
    docket = book.proceedings.add_proceeding(NewProceeding(title="Trial of three"), proof)
    party = book.proceedings.add_party(docket, NewProceedingParty(), proof, case_id=case)
    book.proceedings.add_hearing(docket, NewHearing(held_on=day("2022-12-01")), proof)
    ruling = book.proceedings.add_ruling(docket, NewRuling(pronounced_on=day("2022-12-05")), proof)
    book.proceedings.add_outcome(ruling, party, NewOutcome(kind="convicted"), proof)
    sentence = book.sentences.add_sentence(
        case, NewSentence(pronounced_on=day("2022-12-05"), reported_as="three years in jail"), proof
    )
    part = NewSentenceComponent(kind="prison", term=Term.parse("P3Y"))
    book.sentences.add_component(sentence, part, proof)


def events(book: Casebook, case: int, proof: Proof) -> None:
    strike = NewUnionActivity(kind="strike", summary="Led a strike", began_on=day("2021-08"))
    activity = book.events.add_activity(case, strike, proof)
    nexus = NewNexus(argument="Detained a day after the strike", union_activity_id=activity)
    book.events.add_nexus(case, nexus, proof)
    search = NewEvent(kind="search", occurred_on=day("2022-04-19"), summary="Search of the office")
    event = book.events.add_event(search, proof)
    book.events.concern_case(event, case, "subject", proof)


@pytest.fixture(scope="session")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Rich:
    """The vault as it is recorded once, closed again."""
    folder = tmp_path_factory.mktemp("rich") / "rich.habeas"
    cheap = Argon2id(passes=1, memory_kib=8, cheap=True)
    book, _ = Casebook.create(folder, PHRASE, worker="tester", kdf=cheap)
    with book:
        first = source(book, "First paper", "2022-04-20")
        second = source(book, "Second paper", "2022-12-05")
        words = NewCitation(source_id=first, paragraph=3, quotation="was detained at home")
        proof = Proof(record=Basis(citations=(words,)))
        who = person(book, proof)
        case = book.cases.open_case(who, NewCase(country=Country("BY")), proof)
        detention = custody(book, case, proof, second)
        court(book, case, proof)
        events(book, case, proof)
        lawyer = book.people.add_person(NewPerson())
        book.people.add_name(lawyer, NewPersonName(full="Ivan Another"))
        book.cases.add_party(case, lawyer, NewCaseParty(role="lawyer"), proof)
    return Rich(book, case, detention, second)


@pytest.fixture
def rich(recorded: Rich, tmp_path: Path) -> Iterator[Rich]:
    """An open copy of the recorded vault."""
    folder = tmp_path / "copy.habeas"
    shutil.copytree(recorded.casebook.folder, folder)
    with Casebook.open(folder, PHRASE) as book:
        yield Rich(book, recorded.case_id, recorded.detention_id, recorded.second_source)


@pytest.fixture
def reader(rich: Rich, app: QApplication) -> Reader:
    """The case as a page reads it."""
    return Reader(rich.file())
