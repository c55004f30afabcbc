"""Arabic comes out of the file as it went in, whatever it is mixed with."""

import re
import unicodedata
from typing import Any

import pytest

from models.documents.blocks import Document, Paragraph, Sentence
from models.documents.layout import faces
from models.documents.layout.shaped import ShapedParagraph, levels
from models.documents.layout.styles import style
from models.documents.layout.text import Typesetter

_TOKENS = re.compile(r"[A-Za-z]+|\d+|[\u0621-\u064a]+")
LETTER = (
    "إلى السيد المدعي العام، نطالب بالإفراج الفوري عن السيد ألكسندر ياروشوك (Aliaksandr Yarashuk)"
    " المحتجز منذ 19 أبريل 2022 بموجب المادة 342 من القانون الجنائي، القضية رقم 3184."
)


def tokens(text: str) -> list[str]:
    """Return words and numbers without vowel marks; pdftotext mirrors brackets and moves stops."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text))
    return _TOKENS.findall("".join(char for char in plain if not unicodedata.combining(char)))


def on_paper(printed: Any, text: str) -> list[str]:
    paragraph = Paragraph((Sentence(text, basis="own"),))
    return tokens(
        printed(Document(kind="letter", language="ar", title="T", blocks=(paragraph,))).text()
    )


@pytest.mark.parametrize(
    "text",
    [
        "الاتفاقيتان رقم 87 و98.",
        "السيد (Anis Kaabi) هنا",
        "لا سلام لأحد",
        LETTER,
        LETTER * 3,
    ],
)
def test_golden_texts(printed: Any, text: str):
    assert sorted(on_paper(printed, text)) == sorted(tokens(text))


def test_vowel_marks_lose_no_letter(printed: Any):
    text = "مُحَمَّدٌ كَتَبَ"
    assert sorted("".join(on_paper(printed, text))) == sorted("".join(tokens(text)))


def test_digits_inside_an_arabic_word_keep_their_order(printed: Any):
    words = on_paper(printed, "الاتفاقيتان رقم 87 و98.")
    assert [word for word in words if word.isdigit()] == ["87", "98"]


def test_a_latin_name_may_break_between_lines():
    faces.register()
    paragraph = ShapedParagraph("السيد Aliaksandr Yarashuk هنا", style("letter", "ar"))
    _, narrow = paragraph.wrap(90, 1000)
    _, wide = paragraph.wrap(400, 1000)
    assert narrow > wide


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ab (CD)", (2, 2, 2, 2, 2, 2, 2)),  # after and around Latin: with it
        ("اب (CD)", (1, 1, 1, 1, 2, 2, 1)),  # around Latin, after Arabic: with the line
        ("Ab (اب)", (2, 2, 1, 1, 1, 1, 1)),
        ("Ab (CD", (2, 2, 2, 2, 2, 2)),  # no pair: as the letters beside it
    ],
)
def test_brackets_go_together(text: str, expected: tuple[int, ...]):
    assert levels(text, right_to_left=True) == expected


def test_levels_follow_the_letters():
    assert levels("اب 12 Ab", right_to_left=True) == (1, 1, 1, 2, 2, 1, 2, 2)


def test_splitting_loses_no_line():
    faces.register()
    paragraph = ShapedParagraph(LETTER, style("letter", "ar"))
    _, height = paragraph.wrap(200, 1000)
    leading = paragraph.style.leading
    first, rest = paragraph.split(200, 2 * leading + 1)
    assert first.wrap(200, 1000)[1] + rest.wrap(200, 1000)[1] == pytest.approx(height)
    assert paragraph.split(200, leading / 2) == []
    assert paragraph.split(200, height + 1) == [paragraph]


def test_a_latin_fact_of_an_arabic_letter_stands_on_the_right():
    cell = Typesetter("ar", with_notes=False).cell(
        (Sentence("Independent Trade Union (BNP)"),), "fact"
    )
    assert isinstance(cell, ShapedParagraph)
    assert not isinstance(
        Typesetter("en", with_notes=False).cell((Sentence("Union"),)), ShapedParagraph
    )
