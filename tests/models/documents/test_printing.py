"""Printing happens in the sealed child and says in a sentence why it cannot."""

from typing import Any

import msgspec
import pytest

from models.documents import printing
from models.documents.blocks import Document, Paragraph, Sentence
from models.documents.layout import lay_out
from models.errors import DocumentError


def document(text: str) -> Document:
    words = Paragraph((Sentence(text, basis="own"),))
    return Document(kind="letter", language="en", title="A letter", blocks=(words,))


def test_the_child_gives_the_same_bytes_as_the_layout_itself():
    made = document("Some words.")
    direct = lay_out(msgspec.msgpack.encode(made), lambda _done, _total: None)
    assert printing.pdf(made) == direct


def test_progress_reaches_the_caller():
    heard: list[Any] = []
    printing.pdf(document("Some words."), lambda *step: heard.append(step))
    assert heard[-1][0] == heard[-1][1] > 0


def test_every_language_can_be_set_after_the_seal():
    for language in ("en", "fr", "es", "ru", "ar", "be"):
        words = msgspec.structs.replace(document("Ответственность 87 و98 responsibility " * 9))
        assert printing.pdf(msgspec.structs.replace(words, language=language))


def test_a_letter_in_no_font_is_refused_with_its_place():
    with pytest.raises(DocumentError, match=r"☃ \(U\+2603\) in block 1 \(paragraph\)"):
        printing.pdf(document("A snowman: ☃"))
