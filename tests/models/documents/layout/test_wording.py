"""Words reach the paper clean and harmless, or are refused with their place."""

import pytest

from models.documents.blocks import Document, Paragraph, Sentence
from models.documents.layout.wording import check_coverage, clean, is_right_to_left, markup
from models.errors import DocumentError


def document(title: str, text: str = "words") -> Document:
    words = Paragraph((Sentence(text),))
    return Document(kind="letter", language="en", title=title, blocks=(words,))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two\n lines", "two lines"),
        ("e\u0301", "é"),
        ("a\u202eb\u200fc\x07", "abc"),
        ("1\u202f000", "1\u00a0000"),
        ("kept\u00a0together", "kept\u00a0together"),
        ("Convention No. 87 and № 98, art. 3", "Convention No.\u00a087 and №\u00a098, art.\u00a03"),
        ("نمی\u200cخواهم", "نمی\u200cخواهم"),
    ],
)
def test_cleaning(text: str, expected: str):
    assert clean(text) == expected


def test_nothing_in_a_name_is_markup():
    assert markup("<Ivan> & <img src='x'/>") == "&lt;Ivan&gt; &amp; &lt;img src='x'/&gt;"


@pytest.mark.parametrize(("text", "expected"), [("محمد", True), ("Иван Ivan 5", False)])
def test_right_to_left_letters_are_seen(text: str, *, expected: bool):
    assert is_right_to_left(text) is expected


@pytest.mark.parametrize(
    "text",
    [
        "Қазақ: Ң ң Ө ө Ү ү Ғ ғ Қ қ Ұ ұ Һ һ Ә ә І і",
        "Кыргыз: Ң ң Ө ө Ү ү, Беларуская: Ў ў І і, Українська: Ґ ґ Ї ї Є є",
        "Türkçe ışğ, français œuvre, español ñ ¿¡",
        "إلى السيد المدعي العام، رقم 87 و98",
        "€ 5 – “so” … № § °",
    ],
)
def test_the_scripts_of_our_countries_are_covered(text: str):
    check_coverage(document(text, text))


@pytest.mark.parametrize(
    ("made", "place"),
    [
        (document("☃"), "the head of the document"),
        (document("T", "☃"), r"block 1 \(paragraph\)"),
        (document("T", "漢"), r"U\+6F22"),
    ],
)
def test_a_character_in_no_font_is_named_with_its_place(made: Document, place: str):
    with pytest.raises(DocumentError, match=place):
        check_coverage(made)
