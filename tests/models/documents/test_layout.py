"""Whatever words a document holds, laying it out ends with a file."""

from io import BytesIO

import msgspec
import pikepdf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.documents.blocks import (
    CheckItem,
    Checks,
    Chronology,
    Document,
    Entry,
    Facts,
    Heading,
    Lines,
    Note,
    Paragraph,
    Row,
    Sentence,
    Sheet,
)
from models.documents.layout import lay_out, warm

LETTERS = (
    "abc XYZ éßİ жЖқў 0123 .,;:!?()[]{}<>&%\"'“”–… \u00a0 سلامح مُ رقم لا ١٢ \u200c \u202e \n\t"
)
words = st.text(alphabet=LETTERS, max_size=400)
long_words = st.integers(0, 30).flatmap(lambda times: words.map(lambda text: text * times))
sentences = st.builds(
    Sentence,
    long_words,
    st.lists(st.builds(Note, words, words), max_size=3).map(tuple),
    st.just("fact"),
    st.one_of(st.just(""), words),
)
several = st.lists(sentences, min_size=1, max_size=4).map(tuple)
blocks = st.one_of(
    st.builds(Paragraph, several, st.booleans(), st.just("")),
    st.builds(Heading, words, st.integers(0, 1)),
    st.builds(Sheet, words, st.lists(st.builds(Row, words, several), min_size=1).map(tuple)),
    st.builds(Facts, st.lists(st.builds(Row, words, several), min_size=1).map(tuple)),
    st.builds(
        Chronology,
        st.tuples(words, words, words),
        st.lists(st.builds(Entry, words, several), max_size=4).map(tuple),
    ),
    st.builds(
        Checks,
        st.lists(st.builds(CheckItem, st.just("warn"), words, words, long_words), min_size=1).map(
            tuple
        ),
    ),
    st.builds(Lines, st.just("addressee"), st.lists(words, min_size=1).map(tuple)),
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(["complaint", "letter"]),
    st.sampled_from(["en", "ru", "ar", "kk"]),
    st.lists(blocks, min_size=1, max_size=6),
    words,
)
def test_any_words_can_be_laid_out(kind: str, language: str, body: list[object], title: str):
    document = Document(
        kind=kind,
        language=language,
        title=title,
        blocks=tuple(body),
        running=(title[:60], ""),
        footer=title[:60],
        contents=("Contents", "Paragraphs", "Page") if kind == "complaint" else None,
        stamp="SPECIMEN",
    )
    laid_out = lay_out(msgspec.msgpack.encode(document), lambda _done, _total: None)
    with pikepdf.open(BytesIO(laid_out)) as pdf:
        assert len(pdf.pages) >= 1


def test_warming_up_leaves_nothing_to_load():
    warm()
    warm()
