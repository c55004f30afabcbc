"""Every act of casework adds one record of its kind where it belongs, in one unit of work."""

from typing import Any

import pytest
from sqlalchemy import select

from models.casebook import Casebook
from models.entities import kinds
from models.errors import InvalidValueError, UnknownRecordError
from models.values.country import Country
from models.views import cases, custody, events, filings, people, proof

# The act, what it belongs to (links by name, and whose id), what it adds.
ACTS: dict[str, tuple[str, dict[str, str], Any]] = {
    "person": ("people.add_person", {}, people.NewPerson(occupation="welder")),
    "organisation": (
        "organisations.add_organisation", {}, people.NewOrganisation(kind="union"),
    ),
    "person_name": (
        "people.add_name", {"person_id": "person"}, people.NewPersonName(full="Anna"),
    ),
    "membership": (
        "people.add_membership",
        {"person_id": "person", "organisation_id": "organisation"},
        people.NewMembership(office="Chair"),
    ),
    "relation": (
        "people.add_relation",
        {"person_id": "person", "other_id": "person"},
        people.NewRelation(note="Sister"),
    ),
    "organisation_name": (
        "organisations.add_name",
        {"organisation_id": "organisation"},
        people.NewOrganisationName(full="Union of Welders"),
    ),
    "affiliation": (
        "organisations.add_affiliation",
        {"organisation_id": "organisation", "umbrella_id": "organisation"},
        people.NewAffiliation(),
    ),
    "case": ("cases.open_case", {"person_id": "person"}, cases.NewCase(country=Country("BY"))),
    "case_party": (
        "cases.add_party",
        {"case_id": "case", "person_id": "person"},
        cases.NewCaseParty(role="lawyer"),
    ),
    "event": ("events.add_event", {}, events.NewEvent(kind="expulsion")),
    "union_activity": (
        "events.add_activity", {"case_id": "case"}, events.NewUnionActivity(summary="A strike"),
    ),
    "nexus": ("events.add_nexus", {"case_id": "case"}, events.NewNexus(argument="The day after")),
    "detention": (
        "detentions.record_detention", {"case_id": "case"}, custody.NewDetention(place="Minsk"),
    ),
    "stay": (
        "detentions.add_stay", {"detention_id": "detention"}, custody.NewStay(place="Minsk"),
    ),
    "stated_duration": (
        "detentions.state_duration", {"case_id": "case"}, custody.NewStatedDuration(days=105),
    ),
    "proceeding": ("proceedings.add_proceeding", {}, custody.NewProceeding(title="The ten")),
    "hearing": (
        "proceedings.add_hearing",
        {"proceeding_id": "proceeding"},
        custody.NewHearing(result="Adjourned"),
    ),
    "ruling": (
        "proceedings.add_ruling",
        {"proceeding_id": "proceeding"},
        custody.NewRuling(summary="Guilty"),
    ),
    "proceeding_party": (
        "proceedings.add_party",
        {"proceeding_id": "proceeding"},
        custody.NewProceedingParty(unnamed_count=9),
    ),
    "outcome": (
        "proceedings.add_outcome",
        {"ruling_id": "ruling", "party_id": "proceeding_party"},
        custody.NewOutcome(kind="acquitted"),
    ),
    "charge": ("charges.add_charge", {"case_id": "case"}, custody.NewCharge(wording="Slander")),
    "charge_status": (
        "charges.add_status", {"charge_id": "charge"}, custody.NewChargeStatus(state="dropped"),
    ),
    "sentence": (
        "sentences.add_sentence", {"case_id": "case"}, custody.NewSentence(ground="Slander"),
    ),
    "sentence_component": (
        "sentences.add_component",
        {"sentence_id": "sentence"},
        custody.NewSentenceComponent(kind="fine"),
    ),
    "situation": (
        "situations.add_situation", {}, events.NewSituation(statement="Strikes are banned."),
    ),
    "tally": ("situations.add_tally", {}, events.NewTally(number=109)),
    "source": ("sources.add_source", {}, proof.NewSource(title="An item")),
    "addressee": ("letters.add_addressee", {}, filings.NewAddressee(office="The Prosecutor")),
    "template": ("letters.add_template", {}, filings.NewTemplate(name="Ours", body="Dear Sir")),
    "mailing": ("letters.begin_mailing", {}, filings.NewMailing(title="May Day")),
    "letter": ("letters.record_letter", {}, filings.NewLetter(template="authority")),
    "mailing_step": (
        "letters.log_step", {"letter_id": "letter"}, filings.NewMailingStep(step="returned"),
    ),
    "complaint": ("complaints.draft", {}, filings.NewComplaint(country=Country("BY"))),
    "allegation": (
        "complaints.add_allegation",
        {"complaint_id": "complaint"},
        filings.NewAllegation(topic="arrest"),
    ),
    "annex_item": (
        "complaints.add_annex",
        {"complaint_id": "complaint"},
        filings.NewAnnexItem(position=1, title="The verdict"),
    ),
    "consent": (
        "consents.record_consent", {"person_id": "person"}, cases.NewConsent(state="refused"),
    ),
    "deadline": ("deadlines.add_deadline", {"case_id": "case"}, cases.NewDeadline(rule="90 days")),
    "note": ("notes.add_note", {"case_id": "case"}, cases.NewNote(text="Ring the sister.")),
    "need": ("notes.add_need", {"case_id": "case"}, cases.NewNeed(text="Insulin")),
    "contact": ("notes.log_contact", {"case_id": "case"}, cases.NewContact(summary="She rang.")),
}  # fmt: skip


def do(casebook: Casebook, kind: str, ids: list[int]) -> int:
    act, _, new = ACTS[kind]
    area, name = act.split(".")
    return getattr(getattr(casebook, area), name)(*ids, new)


def make_all(casebook: Casebook) -> dict[str, int]:
    made: dict[str, int] = {}
    for kind, (_, links, _) in ACTS.items():
        made[kind] = do(casebook, kind, [made[owner] for owner in links.values()])
    return made


def test_every_act_adds_its_record_where_it_belongs(casebook: Casebook):
    made = make_all(casebook)
    with casebook._store.reading() as connection:
        for kind, (_, links, new) in ACTS.items():
            columns = kinds()[kind].__table__
            row = connection.execute(select(columns).where(columns.c.id == made[kind])).one()
            assert {name: row._mapping[name] for name in links} == {
                name: made[owner] for name, owner in links.items()
            }
            assert {name: row._mapping[name] for name in type(new).__dataclass_fields__} == {
                name: getattr(new, name) for name in type(new).__dataclass_fields__
            }
    assert casebook.health.verify_history() == len(ACTS)
    assert casebook.health.columns_show_the_claims()


def test_every_record_with_facts_has_its_act():
    with_facts = {kind for kind, entity in kinds().items() if entity.facts is not _no_facts()}
    assert with_facts - {"event_party"} == set(ACTS)


def _no_facts() -> type:
    return kinds()["tag"].facts


@pytest.mark.parametrize("kind", [kind for kind, (_, links, _) in ACTS.items() if links])
def test_what_belongs_to_nothing_is_refused(casebook: Casebook, kind: str):
    with pytest.raises(UnknownRecordError):
        do(casebook, kind, [4040 for _ in ACTS[kind][1]])
    assert casebook.health.verify_history() == 0


def test_an_event_concerns_cases_and_organisations(casebook: Casebook):
    made = make_all(casebook)
    first = casebook.events.concern_case(made["event"], made["case"], "affected")
    casebook.events.concern_organisation(made["event"], made["organisation"], "ordered")
    casebook.events.concern_case(made["event"], made["case"])
    file = casebook.cases.open_file(made["case"])
    assert [party.role for party in file.event_parties] == ["affected", None]
    assert [event.id for event in file.events] == [made["event"]]
    (claim,) = file.claims(file.event_parties[0], "role")
    assert (claim.value, file.event_parties[0].id) == ("affected", first)
    with pytest.raises(InvalidValueError):
        casebook.events.concern_case(made["event"], made["case"], "no such role")


def test_a_letter_is_about_cases_and_part_of_a_mailing(casebook: Casebook, make: Any):
    mailing = casebook.letters.begin_mailing(filings.NewMailing(title="May Day"))
    cases_of_it = [make.case("Anna Example"), make.case("Somebody Else")]
    new = filings.NewLetter(template="authority")
    letter = casebook.letters.record_letter(new, cases_of_it, mailing_id=mailing)
    about, letters = kinds()["letter_case"].__table__, kinds()["letter"].__table__
    with casebook._store.reading() as connection:
        found = connection.execute(select(about.c.letter_id, about.c.case_id)).all()
        assert connection.scalars(select(letters.c.mailing_id)).all() == [mailing]
    assert [tuple(row) for row in found] == [(letter, case) for case in cases_of_it]
    with pytest.raises(UnknownRecordError):
        casebook.letters.record_letter(new, [4040])


def test_a_party_may_be_a_case(casebook: Casebook):
    made = make_all(casebook)
    casebook.proceedings.add_party(
        made["proceeding"], custody.NewProceedingParty(), case_id=made["case"]
    )
    file = casebook.cases.open_file(made["case"])
    assert [party.case_id for party in file.proceeding_parties] == [made["case"]]
    assert [ruling.summary for ruling in file.rulings] == ["Guilty"]
    assert file.outcomes == ()  # it was the unnamed party's


def test_what_is_said_of_a_country_is_read_by_country(casebook: Casebook):
    for code, words in (("BY", "Strikes are banned."), ("TN", "Arrests went on.")):
        country = Country(code)
        casebook.situations.add_situation(events.NewSituation(statement=words, country=country))
        casebook.situations.add_tally(events.NewTally(number=len(words), country=country))
    assert [s.statement for s in casebook.situations.of(Country("TN"))] == ["Arrests went on."]
    assert [t.number for t in casebook.situations.tallies_of(Country("BY"))] == [19]
    assert casebook.situations.of(Country("KG")) == ()


def test_sources_are_listed_oldest_first(casebook: Casebook, make: Any):
    titles = ["Second World", "First World"]
    for title in titles:
        make.source(title)
    assert [source.title for source in casebook.sources.all()] == titles
