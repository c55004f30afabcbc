"""Letters in four languages hold recorded facts only, and prisoners' letters none."""

from typing import Any
from uuid import UUID

import pytest

from models.documents.blocks import Document, Facts, Lines, unsourced
from models.documents.letters import STAMP, cautions, letter
from models.errors import DocumentError
from models.law import library
from models.values.country import Country
from models.values.term import Term
from models.views.custody import DetentionView, SentenceComponentView, SentenceView
from models.views.filings import AddresseeView

LANGUAGES = ("en", "fr", "ru", "ar")
FORBIDDEN = ("freedom", "fight", "politic", "prison", "trial", "свобод", "борьб", "полит", "тюрьм")


@pytest.fixture
def prisoner(make: Any) -> Any:
    person = make().named("Ivan Example")
    person.member("President", "Union of Examples", "UE")
    person.add("detentions", DetentionView, case_id=2, began_on="2022-05^")
    made = person.add("sentences", SentenceView, case_id=2, reported_as="as reported")
    person.add(
        "components", SentenceComponentView, sentence_id=made.id, kind="prison", term=Term(2, 6)
    )
    person.standing("held", "2022-12-05")
    return person


def facts(document: Document) -> list[tuple[str, list[str]]]:
    (block,) = (block for block in document.blocks if isinstance(block, Facts))
    return [(row.label, [one.text for one in row.values]) for row in block.rows]


def addressee(**values: Any) -> AddresseeView:
    return AddresseeView(id=1, uid=UUID(int=1), **{"office": "Prosecutor General", **values})


def test_an_english_letter_tells_the_facts(prisoner: Any):
    assert facts(letter(prisoner.letter())) == [
        ("Name", ["Ivan Example"]),
        ("Trade union", ["President, Union of Examples (UE)"]),
        ("Deprived of liberty", ["May 2022"]),
        ("Sentence", ["Prison, 2 years and 6 months"]),
        ("As last known", ["Held – 5 December 2022"]),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_facts_are_the_same_in_every_language(prisoner: Any, language: str):
    document = letter(prisoner.letter(language=language), library.ratifications(Country("BY")))
    assert unsourced(document) == ()
    told = facts(document)
    assert [len(values) for _, values in told] == [1, 1, 1, 1, 1]
    assert told[0][1] == ["Ivan Example"]
    assert "Union of Examples (UE)" in told[1][1][0]
    assert "2022" in told[2][1][0]
    assert "2022" in told[4][1][0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_takes_one_page(prisoner: Any, printed: Any, language: str):
    file = prisoner.letter(
        language=language,
        specimen=True,
        sender="Example Federation of Trade Unions",
        addressee=addressee(postal_address="1 Example Street\n1234 Town"),
    )
    paper = printed(letter(file))
    assert len(paper.pages) == 1
    assert STAMP in paper.text()
    assert "Ivan Example" in paper.text()


def test_a_name_is_used_in_the_script_of_the_letter_when_recorded(prisoner: Any):
    file = prisoner.named("Иван Пример", script="Cyrl").letter(language="ru")
    assert facts(letter(file))[0][1] == ["Иван Пример"]
    arabic = prisoner.letter(language="ar")
    assert facts(letter(arabic))[0][1] == ["Ivan Example"]
    assert any("another script" in one for one in cautions(arabic))


def test_no_address_is_printed_that_is_not_recorded(prisoner: Any):
    document = letter(prisoner.letter(addressee=addressee()))
    lines = [b.lines for b in document.blocks if isinstance(b, Lines) and b.role == "addressee"]
    assert lines == [("Prosecutor General",)]
    assert "No postal address is recorded for the addressee." in cautions(
        prisoner.letter(addressee=addressee())
    )


def test_an_address_is_printed_line_by_line(prisoner: Any):
    file = prisoner.letter(addressee=addressee(name="A. Official", postal_address="1 Street\nTown"))
    lines = next(b for b in letter(file).blocks if isinstance(b, Lines) and b.role == "addressee")
    assert lines.lines == ("A. Official", "Prosecutor General", "1 Street", "Town")


@pytest.mark.parametrize("what", ["unsourced", "hedged", "disputed"])
def test_doubtful_facts_are_left_out_of_letters(make: Any, what: str):
    person = make().named()
    record = person.add("detentions", DetentionView, case_id=2, claimed=False, began_on="2022-05")
    if what == "hedged":
        person.claim(record, hedge="reportedly")
    if what == "disputed":
        person.claim(record, "began_on", "2022-05")
        person.claim(record, "began_on", "2022-06", status="alternative")
    assert facts(letter(person.letter())) == [("Name", ["Ivan Example"])]


def test_ratification_is_claimed_only_where_both_conventions_bind(prisoner: Any):
    bound = letter(prisoner.letter(), library.ratifications(Country("BY")))
    unbound = letter(prisoner.letter(), library.ratifications(Country("IR")))
    assert any("has ratified Conventions Nos 87 and 98" in one.text for one in bound.sentences)
    assert not any("has ratified Conventions" in one.text for one in unbound.sentences)


def test_demands_follow_custody(prisoner: Any):
    prisoner.standing("dead", "2023-01-01")
    texts = " ".join(one.text for one in letter(prisoner.letter()).sentences)
    assert "independent judicial inquiry" in texts
    assert "release of the person" not in texts


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_prisoner_reads_nothing_of_politics_or_the_case(prisoner: Any, language: str):
    document = letter(prisoner.letter("prisoner", language))
    text = " ".join(one.text for one in document.sentences).lower()
    assert text
    assert not [word for word in FORBIDDEN if word in text]
    assert not any(character.isdigit() for character in text)


def test_prisons_of_belarus_deliver_two_languages(prisoner: Any):
    said = cautions(prisoner.letter("prisoner", "en"))
    assert any("Russian, Belarusian" in one for one in said)
    assert not any("only" in one for one in cautions(prisoner.letter("prisoner", "ru"))[2:])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_says_that_nobody_has_checked_the_wording(
    prisoner: Any, printed: Any, language: str
):
    document = letter(prisoner.letter(language=language))
    assert document.remark
    assert document.footer == ""
    with printed(document).open() as pdf:
        assert pdf.docinfo["/Subject"] == document.remark
    assert "No native speaker" in cautions(prisoner.letter(language=language))[0]


def test_a_letter_we_do_not_have_is_refused(prisoner: Any):
    with pytest.raises(DocumentError, match="no letter of this kind"):
        letter(prisoner.letter("prisoner", "ar"))
    with pytest.raises(DocumentError, match="no letter of this kind"):
        letter(prisoner.letter("embassy", "en"))
