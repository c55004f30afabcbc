"""Lists and search follow the records at every step, and the history gives the records."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import delete, text, update

from models.casebook import Casebook, CaseFilter
from models.entities.projections import CaseStanding, Moment, NameKey
from models.errors import RecordError
from models.search import index
from models.values.country import Country
from models.values.partial_date import PartialDate
from models.views.cases import NewCase
from models.views.custody import NewDetention, NewHearing, NewProceeding, NewProceedingParty
from models.views.events import NewEvent
from models.views.people import (
    NewMembership,
    NewOrganisation,
    NewOrganisationName,
    NewPerson,
    NewPersonName,
)
from models.views.proof import Basis, NewCitation, NewSource, Proof

WORDS = st.sampled_from(
    ["Alena Vasil", "Ён Ёнович", "UNION No 7", "Żółw", "Minsk - SIZO", "O'Neil"]
)
DATES = st.sampled_from([*map(PartialDate.parse, ["2022-04-19", "2021", "XXXX-12-26"]), None])
PICK = st.integers(0, 10_000)


class Office(RuleBasedStateMachine):
    """An office at work on its own copy of an empty vault."""

    folder: Path

    def __init__(self) -> None:
        super().__init__()
        self.book = Casebook.open(self.folder, "a passphrase for tests")
        self.source = self.book.sources.add_source(
            NewSource(title="An item", published_on=PartialDate.parse("2022-12-05"))
        )
        self.made: dict[str, list[int]] = {}
        self.open_case("First Person", 0)
        self.name_union("First Union", 0)
        self.join(0)

    def one(self, kind: str, pick: int) -> int | None:
        return self.made[kind][pick % len(self.made[kind])] if self.made.get(kind) else None

    def keep(self, kind: str, record_id: int) -> int:
        self.made.setdefault(kind, []).append(record_id)
        return record_id

    def proof(self, pick: int) -> Proof:
        cited = Basis(citations=(NewCitation(source_id=self.source),))
        return Proof(record=cited) if pick % 2 else Proof()

    @rule(name=WORDS, pick=PICK)
    def open_case(self, name: str, pick: int) -> None:
        person = self.keep("person", self.book.people.add_person(NewPerson()))
        self.book.people.add_name(person, NewPersonName(full=name), self.proof(pick))
        new = NewCase(country=Country("BY"))
        self.keep("case", self.book.cases.open_case(person, new, self.proof(pick)))

    @rule(name=WORDS, pick=PICK)
    def name_person(self, name: str, pick: int) -> None:
        self.book.people.add_name(self.one("person", pick), NewPersonName(full=name))

    @rule(name=WORDS, pick=PICK)
    def name_union(self, name: str, pick: int) -> None:
        if pick % 3 == 0 or "organisation" not in self.made:
            made = self.book.organisations.add_organisation(NewOrganisation())
            self.keep("organisation", made)
        union = self.one("organisation", pick)
        self.book.organisations.add_name(union, NewOrganisationName(full=name))

    @rule(pick=PICK)
    def join(self, pick: int) -> None:
        union, person = self.one("organisation", pick), self.one("person", pick)
        if union:
            self.book.people.add_membership(person, union, NewMembership(office="Chair"))

    @rule(pick=PICK, began=DATES, ended=DATES, place=WORDS)
    def detain(self, pick: int, began: Any, ended: Any, place: str) -> None:
        new = NewDetention(
            kind="pretrial",
            began_on=began,
            ended_on=ended,
            place=place,
            authority_id=self.one("organisation", pick),
        )
        case, proof = self.one("case", pick), self.proof(pick)
        self.keep("detention", self.book.detentions.record_detention(case, new, proof))

    @rule(pick=PICK, day=DATES)
    def try_in_court(self, pick: int, day: Any) -> None:
        new = NewProceeding(court_id=self.one("organisation", pick))
        made = self.book.proceedings.add_proceeding(new)
        self.book.proceedings.add_hearing(made, NewHearing(held_on=day))
        case = self.one("case", pick)
        self.book.proceedings.add_party(made, NewProceedingParty(), case_id=case)

    @rule(pick=PICK, day=DATES)
    def expel(self, pick: int, day: Any) -> None:
        made = self.book.events.add_event(NewEvent(kind="expulsion", occurred_on=day))
        self.book.events.concern_case(made, self.one("case", pick), "affected")

    @rule(pick=PICK, act=st.sampled_from(["prefer", "contest", "withdraw"]))
    def quarrel(self, pick: int, act: str) -> None:
        claims = [c for found in self.file(pick).proof.values() for c in found]
        with suppress(RecordError):  # what is refused must change nothing
            getattr(self.book.claims, act)(claims[pick % len(claims)].id, "a reason")

    @rule(day=DATES)
    def date_the_source_anew(self, day: Any) -> None:
        (source,) = self.book.sources.all()
        edited = replace(source, published_on=day)
        self.book.claims.revise("source", source.id, edited, reason="A misprint.")

    @rule(pick=PICK, began=DATES.filter(bool))
    def contradict(self, pick: int, began: PartialDate) -> None:
        if detention := self.one("detention", pick):
            self.book.claims.assert_value("detention", detention, "began_on", began)

    def file(self, pick: int) -> Any:
        return self.book.cases.open_file(self.one("case", pick))

    @invariant()
    def lists_and_search_are_what_a_rebuild_makes(self) -> None:
        assert self.book.health.rebuild_projections()

    def teardown(self) -> None:
        try:
            assert self.book.health.history_gives_the_record()
            assert self.book.health.columns_show_the_claims()
            self.book.health.verify_history()
        finally:
            self.book.close()


def test_all_follows_at_every_step(empty_vault: Path, tmp_path: Path):
    class OnCopies(Office):
        @property
        def folder(self) -> Path:
            copy = tmp_path / f"{len(list(tmp_path.iterdir()))}.habeas"
            return Path(shutil.copytree(empty_vault, copy))

    run_state_machine_as_test(
        OnCopies,
        settings=settings(
            max_examples=4,
            stateful_step_count=12,
            deadline=None,
            phases=[Phase.generate],  # shrinking would make a vault for each try
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )


SPOILERS: dict[str, Callable[[], Any]] = {
    "standing": lambda: update(CaseStanding).values(custody="at_liberty"),
    "standing lost": lambda: delete(CaseStanding),
    "moment": lambda: update(Moment).values(earliest=1),
    "key": lambda: update(NameKey).values(folded="somebody else"),
    "key lost": lambda: delete(NameKey),
}


@pytest.mark.parametrize("spoil", SPOILERS)
def test_a_spoilt_projection_is_noticed_and_mended(casebook: Casebook, make: Any, spoil: str):
    case = make.case("Anna Example")
    make.detention(case)
    assert casebook.health.rebuild_projections()
    with casebook._store.work() as session:
        session.execute(SPOILERS[spoil]())
    assert not casebook.health.rebuild_projections()
    assert casebook.health.rebuild_projections()
    assert list(casebook.cases.ids(CaseFilter(query="anna"))) == [case]


def test_a_spoilt_search_table_is_mended(casebook: Casebook, make: Any):
    case = make.case("Anna Example")
    with casebook._store.work() as session:
        session.execute(text(f"INSERT INTO {index.TRIGRAM}({index.TRIGRAM}) VALUES('delete-all')"))
        session.execute(text(f"INSERT INTO {index.PREFIX}(rowid, folded) VALUES(999, 'zz')"))
    assert not casebook.cases.ids(CaseFilter(query="anna"))
    casebook.health.rebuild_projections()
    assert list(casebook.cases.ids(CaseFilter(query="anna"))) == [case]


def test_a_name_given_later_to_a_union_or_a_prison_finds_the_case(casebook: Casebook, make: Any):
    member, prisoner, tried = (make.case(name) for name in ("One", "Two", "Three"))
    union, prison, court = (make.union("Old name", "ON") for _ in range(3))
    make.membership(casebook.cases.open_file(member).person.id, union)
    make.detention(prisoner, authority_id=prison)
    proceeding = casebook.proceedings.add_proceeding(NewProceeding(court_id=court))
    casebook.proceedings.add_party(proceeding, NewProceedingParty(), case_id=tried)
    later = {"alpha": union, "beta": prison, "gamma": court}
    for word, body in later.items():
        casebook.organisations.add_name(body, NewOrganisationName(full=f"Later {word}"))
    found = [list(casebook.cases.ids(CaseFilter(query=f"later {word}"))) for word in later]
    assert found == [[member], [prisoner], [tried]]


def test_standing_is_projected(casebook: Casebook, make: Any):
    source = make.source(published="2022-12-05")
    case = make.case("Anna Example")
    make.detention(case, "2022-04-19", make.proof(source))
    (row,) = casebook.cases.page([case])
    assert (row.standing.custody, str(row.standing.custody_as_of)) == ("held", "2022-12-05")
    assert str(row.latest_on) == "2022-04-19"
    assert casebook.cases.open_file(case).standing == row.standing


def test_a_withdrawn_end_brings_custody_back(casebook: Casebook, make: Any):
    case = make.case("Anna Example")
    make.detention(case, "2022-04-19", end="released")
    assert casebook.cases.page([case])[0].standing.custody == "at_liberty"
    file = casebook.cases.open_file(case)
    (claim,) = file.claims(file.detentions[0], "end")
    casebook.claims.withdraw(claim.id, "It was another person.")
    assert casebook.cases.page([case])[0].standing.custody == "held"


def test_a_source_dated_anew_says_until_when_custody_was_known(casebook: Casebook, make: Any):
    source = make.source(published="2022-12-05")
    case = make.case("Anna Example")
    make.detention(case, "2022-04-19", make.proof(source))
    (view,) = casebook.sources.all()
    edited = replace(view, published_on=PartialDate.parse("2023-01-05"))
    casebook.claims.revise("source", source, edited)
    assert str(casebook.cases.page([case])[0].standing.custody_as_of) == "2023-01-05"
    assert casebook.health.rebuild_projections()
