"""A note stands on the page of its reference, each once, through every split."""

import re
from typing import Any

import pytest

from models.documents.blocks import Document, Note, Paragraph, Sentence

FILLER = "The quick brown fox jumps over the lazy dog again and again without ever being tired."


def noted(count: int, *, per_paragraph: int, long_notes: bool = False) -> Document:
    """Return paragraphs whose sentence n says "claim-n." and whose note says "proof-n"."""
    tail = f" {FILLER}" * 3 if long_notes else ""
    sentences = [
        Sentence(f"{FILLER} claim-{n}.", (Note(f"proof-{n}.{tail}", f"S{n}"),))
        for n in range(1, count + 1)
    ]
    blocks = tuple(
        Paragraph(tuple(sentences[start : start + per_paragraph]), numbered=True)
        for start in range(0, count, per_paragraph)
    )
    return Document(kind="complaint", language="en", title="T", blocks=blocks)


@pytest.mark.parametrize("per_paragraph", [1, 3, 7, 40])
@pytest.mark.parametrize("long_notes", [False, True])
def test_notes_stand_on_the_page_of_their_reference(
    printed: Any, per_paragraph: int, *, long_notes: bool
):
    pages = printed(noted(60, per_paragraph=per_paragraph, long_notes=long_notes)).pages
    assert len(pages) > 2
    claimed: list[int] = []
    for page in pages:
        claims = [int(found) for found in re.findall(r"claim-(\d+)\.", page.replace("-\n", ""))]
        proofs = [int(found) for found in re.findall(r"proof-(\d+)", page)]
        assert proofs == claims
        claimed += claims
    assert claimed == list(range(1, 61))


def test_a_note_used_twice_in_a_paragraph_has_one_number(printed: Any):
    note = Note("the proof", "S1")
    words = (Sentence("First.", (note,)), Sentence("Second.", (note,)))
    text = printed(
        Document(kind="complaint", language="en", title="T", blocks=(Paragraph(words),))
    ).text()
    assert text.count("the proof") == 1
    assert "First.1" in text.replace(" ", "")
    assert "Second.1" in text.replace(" ", "")


def test_letters_print_no_notes(printed: Any):
    words = Sentence("First.", (Note("the proof", "S1"),))
    letter = Document(kind="letter", language="en", title="T", blocks=(Paragraph((words,)),))
    assert "the proof" not in printed(letter).text()
