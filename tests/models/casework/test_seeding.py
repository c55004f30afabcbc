"""The seed in a vault: who is in it, what is said of them, and that every claim cites its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from models.casebook import Casebook
from models.casework.complaint_files import complaint_file
from models.casework.seeding import Seed, SeedReport
from models.errors import RecordError
from models.values.country import Country
from models.values.term import Term
from models.views.cases import CaseFile
from models.views.filings import ComplaintFile
from models.views.proof import ClaimView
from tests.conftest import CHEAP, PASSPHRASE, Maker

UNIONISTS = {
    "BY": {
        *("Aliaksandr Yarashuk", "Leanid Sudalenka", "Volha Brytsikava", "Andrei Khanevich"),
        *("Aliaksandr Mishuk", "Yanina Malash", "Vital Chychmarou", "Mikhail Hromau"),
        *("Genadz Bedzeneu", "Sergey Antusevich"),
    },
    "KG": {"Eldar Tadjibaev"},
    "TN": {"Abdel Nasser Ben Amara", "Anis Kaabi", "Esther Lynch"},
    "PH": {"Alex Dolorosa"},
}
SENTENCES = {
    "Andrei Khanevich": ("prison", Term(years=5)),
    "Aliaksandr Mishuk": ("prison", Term(years=2, months=6)),
    "Yanina Malash": ("prison", Term(years=1, months=6)),
    "Vital Chychmarou": ("home_confinement", Term(years=3)),
    "Mikhail Hromau": ("home_confinement", Term(years=2, months=6)),
}
DETAINED_SINCE = {
    "Aliaksandr Yarashuk": "2022-04^",
    "Aliaksandr Mishuk": "2022-05^",
    "Yanina Malash": "2022-04^",
    "Mikhail Hromau": "2022-04^",
    "Sergey Antusevich": "2022-04",
    "Anis Kaabi": "XXXX-01",
}


@dataclass(frozen=True)
class Planted:
    """A vault with the seed in it, read once."""

    casebook: Casebook
    report: SeedReport
    heard: tuple[tuple[int, int], ...]
    files: dict[str, CaseFile]


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planted]:
    folder = tmp_path_factory.mktemp("seed") / "demo.habeas"
    casebook, _ = Casebook.create(folder, PASSPHRASE, demo=True, kdf=CHEAP)
    heard: list[tuple[int, int]] = []
    with casebook:
        report = Seed(casebook).plant(lambda done, total: heard.append((done, total)))
        files = [casebook.cases.open_file(case_id) for case_id in casebook.cases.ids()]
        yield Planted(casebook, report, tuple(heard), {file.name: file for file in files})


def test_fifteen_unionists_in_four_countries(planted: Planted):
    by_country = {
        code: {name for name, file in planted.files.items() if str(file.case.country) == code}
        for code in UNIONISTS
    }
    assert by_country == UNIONISTS
    assert len(planted.files) == planted.report.records["person"] == 15


def test_five_sentences_and_no_other(planted: Planted):
    imposed = {
        name: [(part.kind, part.term) for part in file.components]
        for name, file in planted.files.items()
        if file.sentences
    }
    assert imposed == {name: [part] for name, part in SENTENCES.items()}


def test_what_somebody_faces_is_no_sentence(planted: Planted):
    faced = {
        name: (charge.term_faced, charge.faced_bound)
        for name, file in planted.files.items()
        for charge in file.charges
        if charge.term_faced
    }
    assert faced == {"Aliaksandr Yarashuk": (Term(years=14), None)}
    assert planted.files["Aliaksandr Yarashuk"].sentences == ()


def test_detentions_begin_as_precisely_as_told(planted: Planted):
    began = {
        name: str(detention.began_on)
        for name, file in planted.files.items()
        for detention in file.detentions
        if detention.began_on
    }
    assert began == DETAINED_SINCE


def test_a_release_last_week_is_a_day_of_that_week(planted: Planted):
    file = planted.files["Volha Brytsikava"]
    [detention] = file.detentions
    assert str(detention.ended_on) == "[2022-11-27..2022-12-04]^"
    stated = {(one.days, one.bound, str(one.period), one.consecutive) for one in file.durations}
    assert stated == {(105, "more_than", "2022^", None), (75, "exact", "2022-21^", True)}


def test_the_expelled_and_the_killed_were_never_detained(planted: Planted):
    assert planted.files["Esther Lynch"].detentions == ()
    assert planted.files["Alex Dolorosa"].detentions == ()
    assert planted.files["Esther Lynch"].standing.outcome == "expelled"
    assert planted.files["Alex Dolorosa"].standing.custody == "dead"


def test_an_acquittal_stands_as_such(planted: Planted):
    assert planted.files["Abdel Nasser Ben Amara"].standing.outcome == "acquitted"


def test_five_organisations_are_dissolved_by_the_court(planted: Planted):
    file = complaint_against(planted, "BY")
    [dissolution] = [event for event in file.events if event.kind == "dissolution"]
    concerned = [party for party in file.event_parties if party.event_id == dissolution.id]
    dissolved = {
        file.organisations[party.organisation_id].short
        for party in concerned
        if party.role == "affected" and party.organisation_id
    }
    assert dissolved == {"BKDP", "BNP", "REP", "SPB", "SPM"}
    assert str(dissolution.occurred_on) == "2022-07^"


def test_a_specimen_may_name_all_ten_and_nothing_else_may(planted: Planted):
    specimen = complaint_against(planted, "BY")
    assert {case.name for case in specimen.cases} == UNIONISTS["BY"]
    assert specimen.withheld == ()
    real = complaint_against(planted, "BY", specimen=False)
    assert real.cases == ()
    assert len(real.withheld) == 10


def test_nobody_was_asked_and_each_record_says_so(planted: Planted):
    for file in planted.files.values():
        [consent] = file.consents
        assert (consent.state, consent.basis) == ("not_asked", "published_not_asked")
        assert consent.audience is None


def test_ten_accused_stand_in_one_trial_and_nobody_is_named(planted: Planted):
    file = complaint_against(planted, "BY")
    [trial] = file.proceedings
    [party] = file.proceeding_parties
    assert trial.accused_count == party.unnamed_count == 10
    assert party.case_id is None


def test_every_claim_cites_a_paragraph_and_a_few_words(planted: Planted):
    found = claims(planted)
    assert len(found) > 500
    assert [claim for claim in found if not is_cited(claim)] == []


def test_a_value_typed_by_hand_is_not_cited(casebook: Casebook, make: Maker):
    file = casebook.cases.open_file(make.case())
    assert not any(is_cited(claim) for found in file.proof.values() for claim in found)


def test_the_seed_goes_into_an_empty_vault_only(casebook: Casebook, make: Maker):
    make.case()
    with pytest.raises(RecordError, match="empty vault"):
        Seed(casebook).plant()
    assert casebook.cases.count() == 1


def test_reported_speech_keeps_its_speaker(planted: Planted):
    tallies = planted.casebook.situations.tallies_of(Country("BY"))
    prisoners = {
        (tally.number, tally.bound, str(tally.as_of)): tally.said_by
        for tally in tallies
        if tally.kind == "political_prisoners"
    }
    journalists = "European Federation of Journalists (EFJ)"
    assert prisoners == {
        (1500, "almost", "2022-11^"): journalists,
        (1000, "exact", "2022-02^"): journalists,
    }


def test_no_text_of_an_article_is_in_the_vault(planted: Planted):
    sources = planted.casebook.sources.all()
    assert len(sources) == planted.report.records["source"] == 21
    assert all(planted.casebook.sources.text(source.id) == "" for source in sources)


def test_progress_is_heard_to_the_end(planted: Planted):
    totals = {total for _, total in planted.heard}
    assert [done for done, _ in planted.heard] == list(range(1, len(planted.heard) + 1))
    assert totals == {len(planted.heard)}


def is_cited(claim: ClaimView) -> bool:
    return bool(claim.citations) and all(
        citation.paragraph and 3 <= len(citation.quotation.split()) <= 12
        for citation in claim.citations
    )


def complaint_against(planted: Planted, code: str, *, specimen: bool = True) -> ComplaintFile:
    with planted.casebook._store.reading() as connection:
        return complaint_file(
            connection, Country(code), "cfa", as_of=date(2026, 1, 1), specimen=specimen
        )


def claims(planted: Planted) -> list[ClaimView]:
    complaints = [complaint_against(planted, code) for code in (*UNIONISTS, "KZ", "UZ", "UA")]
    proofs = [file.proof for file in (*planted.files.values(), *complaints)]
    unique = {claim.id: claim for proof in proofs for found in proof.values() for claim in found}
    return list(unique.values())
