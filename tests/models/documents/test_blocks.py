"""Every sentence can be asked what it rests on."""

import msgspec

from models.documents.blocks import (
    Block,
    Chronology,
    Document,
    Entry,
    Note,
    Paragraph,
    Row,
    Sentence,
    Sheet,
    unsourced,
)
from models.documents.layout import rehearsal

NOTE = Note("S1, para. 3.", "S1")


def document(*sentences: Sentence) -> Document:
    return Document(kind="complaint", language="en", title="T", blocks=(Paragraph(sentences),))


def test_a_fact_needs_a_note_or_a_flag():
    bare = Sentence("It rained.")
    shown = (Sentence("It rained.", (NOTE,)), Sentence("It rained.", flag="no source recorded"))
    assert unsourced(document(bare, *shown)) == (bare,)


def test_a_statement_of_law_needs_a_note_too_and_a_wish_does_not():
    law = Sentence("The Convention binds.", basis="law")
    wish = Sentence("We ask for release.", basis="own")
    assert unsourced(document(law, wish)) == (law,)


def test_sentences_are_found_in_every_kind_of_block():
    bare = Sentence("Bare.")
    blocks = (
        Sheet("No photograph", (Row("Name", (bare,)),)),
        Chronology(("Date", "Event", "Source"), (Entry("2022", (bare,)),)),
    )
    made = Document(kind="complaint", language="en", title="T", blocks=blocks)
    assert unsourced(made) == (bare, bare)


def test_documents_travel_as_messagepack():
    for made in rehearsal.documents():
        packed = msgspec.msgpack.encode(made)
        assert msgspec.msgpack.decode(packed, type=Document) == made


def test_the_rehearsal_uses_every_kind_of_block():
    used = {type(block) for made in rehearsal.documents() for block in made.blocks}
    assert used == set(Block.__subclasses__())
