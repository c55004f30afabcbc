"""The complaint of the seed: complete in names, exact in sentences, sourced in every sentence."""

import re
from dataclasses import replace
from typing import Any

import pytest

from models.documents.blocks import Checks, Cover, Document, Paragraph, Sheet, unsourced
from models.documents.citing import UNSOURCED
from models.documents.complaint import STAMP, complaint
from models.law import brief
from models.values.country import Country
from models.views.custody import DetentionView
from models.views.filings import ComplaintFile, ComplaintView
from models.views.people import OrganisationView

SENTENCES = {
    "Andrei Khanevich": "five years in prison",
    "Aliaksandr Mishuk": "two and a half years’ imprisonment",
    "Yanina Malash": "one and a half years’ imprisonment",
    "Vital Chychmarou": "three years of home confinement",
    "Mikhail Hromau": "two and a half years of home confinement",
}
UNSENTENCED = (
    "Aliaksandr Yarashuk",
    "Leanid Sudalenka",
    "Volha Brytsikava",
    "Genadz Bedzeneu",
    "Sergey Antusevich",
)


def told(file: ComplaintFile) -> Document:
    return complaint(file, brief.for_complaint(file))


def sheets(document: Document) -> dict[str, Sheet]:
    found = [block for block in document.blocks if isinstance(block, Sheet)]
    return {sheet.rows[0].values[0].text: sheet for sheet in found}


@pytest.fixture(scope="session")
def belarus(seed: Any) -> Document:
    return told(seed["BY"])


@pytest.fixture(scope="session")
def paper(belarus: Document, request: pytest.FixtureRequest) -> Any:
    return request.getfixturevalue("print_once")(belarus)


def test_all_ten_unionists_are_on_paper(paper: Any):
    text = " ".join(paper.text().split())
    assert all(name in text for name in (*SENTENCES, *UNSENTENCED))


def test_five_carry_their_sentence_exactly_and_the_others_none(belarus: Document, paper: Any):
    for name, sheet in sheets(belarus).items():
        rows = {row.label: row.values for row in sheet.rows}
        if name in SENTENCES:
            assert rows["Sentence"][0].text.startswith(f"Sentenced to {SENTENCES[name]}")
        else:
            assert name in UNSENTENCED
            assert "Sentence" not in rows
    text = " ".join(paper.text("-layout").split())
    for name in SENTENCES:
        assert f"{name} (according to Salidarnast): sentenced to" in text
    for name in UNSENTENCED:
        assert f"{name} (according to Salidarnast): sentenced" not in text


@pytest.mark.parametrize("state", ["BY", "KG", "TN", "PH"])
def test_no_sentence_lacks_a_note_or_a_flag(seed: Any, state: str):
    document = told(seed[state])
    assert list(document.sentences)
    assert unsourced(document) == ()


@pytest.mark.parametrize("state", ["BY", "KG", "TN", "PH"])
def test_every_date_and_number_of_a_fact_is_in_the_claims_it_cites(seed: Any, state: str):
    """Figures in a sentence come from the values of the record, not from anywhere else."""
    file = seed[state]
    claims = [
        claim
        for holder in (file, *file.cases)
        for cited in holder.proof.values()
        for claim in cited
    ]
    years = {
        found for claim in claims for found in re.findall(r"\d+", str(claim.value).replace(",", ""))
    }
    years |= {
        found
        for holder in (file, *file.cases)
        for source in holder.sources.values()
        for found in re.findall(r"\d+", str(source.published_on or ""))
    }
    known = {figure.lstrip("0") for figure in years}
    for sentence in told(file).sentences:
        if sentence.basis == "fact":
            figures = re.findall(r"\d+", sentence.text.replace(",", ""))
            assert {figure.lstrip("0") for figure in figures} <= known, sentence.text


def test_changing_a_claim_changes_the_text(seed: Any):
    file = seed["BY"]
    khanevich = next(case for case in file.cases if case.name == "Andrei Khanevich")
    (sentence,) = khanevich.sentences
    changed = replace(khanevich, sentences=(replace(sentence, reported_as="six years in prison"),))
    cases = tuple(changed if case is khanevich else case for case in file.cases)
    texts = [one.text for one in told(replace(file, cases=cases)).sentences]
    assert any("six years in prison" in text for text in texts)
    assert not any("five years in prison" in text for text in texts)


def test_losing_its_claims_flags_the_text(seed: Any):
    file = seed["BY"]
    bare = replace(file, cases=tuple(replace(case, proof={}) for case in file.cases))
    sheet = sheets(told(bare))["Andrei Khanevich"]
    assert all(value.flag == UNSOURCED for row in sheet.rows for value in row.values)


def test_custody_is_always_told_with_its_day(belarus: Document):
    for sheet in sheets(belarus).values():
        custody = [row for row in sheet.rows if row.label == "Custody"]
        assert len(custody) == 1
        assert "as last known on 5 December 2022" in custody[0].values[0].text


def test_specimen_stands_on_every_page(belarus: Document, paper: Any):
    assert belarus.stamp == STAMP
    assert all("SPECIMEN" in page for page in paper.pages)


def test_without_the_demo_nothing_is_stamped(seed: Any, printed: Any):
    assert "SPECIMEN" not in printed(told(replace(seed["KG"], specimen=False))).text()


def test_the_same_record_gives_the_same_bytes(seed: Any, printed: Any, paper: Any):
    assert printed(told(seed["BY"])).pdf == paper.pdf


def test_an_empty_record_invents_nothing(printed: Any, make: Any):
    file = make().complaint(cases=())
    document = told(file)
    cover = next(block for block in document.blocks if isinstance(block, Cover))
    values = {row.label: row.values for row in cover.rows}
    assert values["Complainant"][0].text == "to be completed"
    assert values["Persons concerned"][0].text == "Nobody is named"
    assert not [one for one in document.sentences if one.basis == "fact"]
    assert "to settle first" in printed(document).pages[0]


def test_the_nearly_empty_kyrgyz_complaint_says_what_is_missing(seed: Any):
    document = told(seed["KG"])
    assert list(sheets(document)) == ["Eldar Tadjibaev"]
    (checks,) = (block for block in document.blocks if isinstance(block, Checks))
    stopped = {item.matter for item in checks.items if item.verdict == "stop"}
    assert {"Complainant", "Permanent address", "Signature"} <= stopped


def test_the_check_page_is_not_counted_among_the_pages(paper: Any):
    numbered = [found for page in paper.pages for found in re.findall(r"Page (\d+) of (\d+)", page)]
    totals = {total for _, total in numbered}
    assert totals == {str(len(numbered))}
    assert [int(page) for page, _ in numbered] == list(range(1, len(numbered) + 1))
    assert "Check page" in paper.pages[-1]
    assert "Page " not in paper.pages[-1].split("SPECIMEN")[1].splitlines()[-1]


def test_withheld_people_are_counted_and_not_named(make: Any):
    file = make().named("Hidden Person").complaint(cases=(), withheld=("BY-2022-SECRET",))
    texts = " ".join(sentence.text for sentence in told(file).sentences)
    assert "One further person is not named" in texts
    assert "Hidden" not in texts
    assert "SECRET" not in texts


def test_belarus_is_told_of_the_follow_up_without_a_case_number(belarus: Document, paper: Any):
    texts = " ".join(sentence.text for sentence in belarus.sentences)
    assert "Commission of Inquiry" in texts
    assert "Case No" not in paper.text()
    (checks,) = (block for block in belarus.blocks if isinstance(block, Checks))
    existing = next(item for item in checks.items if item.matter == "Existing procedure")
    assert "additional information" in existing.reason


def test_no_violation_of_a_convention_that_is_not_ratified(make: Any):
    person = make(country="IR").named("A. Driver")
    person.add("detentions", DetentionView, case_id=2, began_on="2022-05")
    document = told(person.complaint())
    text = " ".join(sentence.text for sentence in document.sentences)
    assert "has not ratified Convention No. 87" in text
    assert "binds Iran" not in text
    assert "violation of" not in text.lower()


def test_complainant_and_signatory_are_printed_as_recorded(make: Any):
    person = make().named()
    person.member("Member", "Example Federation")
    (number,) = person.file.organisations
    organisation = OrganisationView(
        **{**person.identity(), "id": number}, kind="federation", postal_address="1 Example Street"
    )
    draft = ComplaintView(
        **person.identity(),
        country=Country("BY"),
        complainant_id=number,
        signatory="A. Signer",
        signatory_office="General Secretary",
        urgency="personal freedom is at stake",
    )
    file = person.complaint(
        complaint=draft, complainant=organisation, organisations=person.file.organisations
    )
    document = told(file)
    cover = document.blocks[0]
    assert isinstance(cover, Cover)
    assert cover.signature == ("A. Signer and General Secretary",)
    texts = [sentence.text for sentence in document.sentences]
    assert "1 Example Street" in texts
    assert "Urgent treatment is requested: personal freedom is at stake." in texts
    assert any(text.startswith("By this communication Example Federation") for text in texts)


def test_requests_go_by_letter(belarus: Document):
    labels = [b.label for b in belarus.blocks if isinstance(b, Paragraph) and b.label]
    assert labels[:3] == ["(a)", "(b)", "(c)"]
