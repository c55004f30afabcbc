"""Blocks become pages without losing or obeying what stands in them."""

from typing import Any

import pytest

from models.documents.blocks import (
    CheckItem,
    Checks,
    Chronology,
    Document,
    Entry,
    Heading,
    Note,
    Paragraph,
    Principle,
    Principles,
    QrCode,
    Row,
    Sentence,
    Sheet,
    SourceLine,
    Sources,
)

HOSTILE = "<Ivan> & <b>Anna</b> <img src='file:///etc/passwd'/> {0}"


def document(*blocks: Any, **values: Any) -> Document:
    return Document(
        **{"kind": "complaint", "language": "en", "title": "T", **values}, blocks=blocks
    )


@pytest.mark.parametrize(
    "block",
    [
        Paragraph((Sentence(HOSTILE, (Note(HOSTILE, HOSTILE),), flag=HOSTILE),), label="(a)"),
        Chronology(("A", "B", HOSTILE), (Entry("2022", (Sentence(HOSTILE),)),)),
        Sheet(HOSTILE, (Row("L", (Sentence(HOSTILE),)),)),
        Principles(HOSTILE, (Principle(Sentence(HOSTILE), HOSTILE),)),
        Checks((CheckItem("warn", "W", HOSTILE, HOSTILE),)),
        Sources(("A", "B"), (SourceLine("S1", HOSTILE, HOSTILE, HOSTILE),)),
        QrCode(HOSTILE, (HOSTILE,)),
    ],
    ids=lambda block: type(block).__name__,
)
def test_nothing_in_the_words_is_obeyed(printed: Any, block: Any):
    text = printed(document(block, running=(HOSTILE, ""), footer=HOSTILE)).text()
    joined = " ".join(text.split())
    assert "<Ivan> &" in joined
    assert "<b>" in joined.replace(" ", "").lower() or "<b>Anna</b>" in joined


def test_flags_are_printed(printed: Any):
    flagged = Sentence("It rained.", flag="no source recorded")
    assert "[no source recorded]" in printed(document(Paragraph((flagged,)))).text()


def test_a_sheet_longer_than_a_page_breaks(printed: Any):
    rows = tuple(Row(f"Row {n}", (Sentence("Words " * 40),)) for n in range(40))
    pages = printed(document(Sheet("No photograph", rows))).pages
    assert len(pages) > 1
    assert "Row 39" in pages[-1]


def test_a_long_chronology_repeats_its_head(printed: Any):
    entries = tuple(Entry(str(n), (Sentence(f"event-{n}"),)) for n in range(80))
    pages = printed(document(Chronology(("Date", "What", "From"), entries))).pages
    assert len(pages) > 1
    assert all("What" in page for page in pages)


def test_short_sources_stand_beside_a_line_once(printed: Any):
    notes = (Note("full", "S1, para. 3"), Note("other", "S1, para. 3"))
    entry = Entry("2022", (Sentence("It rained.", notes),))
    text = printed(document(Chronology(("A", "B", "C"), (entry,)))).text()
    assert text.count("S1, para. 3") == 1


def test_arabic_in_an_english_document_is_set_and_noted(printed: Any):
    words = Sentence("He is called محمد here.", (Note("the proof", "S1"),))
    text = printed(document(Paragraph((words,), numbered=True))).text()
    assert "the proof" in text
    assert "called" in text


def test_a_row_higher_than_a_page_breaks_inside(printed: Any):
    checks = Checks((CheckItem("warn", "Mend", "Matter", "endless " * 3000),))
    pages = printed(document(checks)).pages
    assert len(pages) > 1
    assert sum(page.count("endless") for page in pages) == 3000


@pytest.mark.parametrize("filling", range(20, 44))
def test_heading_and_introduction_go_with_their_table(printed: Any, filling: int):
    blocks = [Paragraph((Sentence("Words."),)) for _ in range(filling)]
    table = Chronology(("A", "B", "C"), (Entry("The year", (Sentence("It rained."),)),))
    pages = printed(
        document(*blocks, Heading("Part"), Paragraph((Sentence("Introduced."),)), table)
    ).pages
    (last,) = [page for page in pages if "Introduced" in page]
    assert "The year" in last
    assert "Part" in last
