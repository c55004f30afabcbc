"""Documents that use everything once, laid out before the child is sealed.

What is loaded on first use (a module, a table, hyphenation patterns) is loaded then: afterwards no
file can be opened.
"""

from collections.abc import Iterator

from models.documents.blocks import (
    CheckItem,
    Checks,
    Chronology,
    Cover,
    Document,
    Entry,
    Facts,
    Heading,
    Lines,
    Note,
    Paragraph,
    Principle,
    Principles,
    QrCode,
    Quote,
    Row,
    Sentence,
    Sheet,
    SourceLine,
    Sources,
)

_LONG_WORDS = {
    "en": "Responsibilities notwithstanding representatives",
    "fr": "Responsabilités gouvernementales internationales",
    "es": "Responsabilidades gubernamentales internacionales",
    "ru": "Профессиональный международный представительство",
    "ar": "السيد Example 87 و98",
}


def documents() -> Iterator[Document]:
    """Yield a complaint with every block, and a letter in each language."""
    yield _complaint()
    for language, words in _LONG_WORDS.items():
        sentence = Sentence(f"{words} " * 9, basis="own")
        yield Document(
            kind="letter",
            language=language,
            title="Letter",
            blocks=(
                Lines("sender", ("Sender",)),
                Facts((Row("Label", (sentence,)),)),
                Paragraph((sentence,), label="–"),
            ),
            stamp="SPECIMEN",
        )


def _complaint() -> Document:
    sourced = Sentence("Said in a source.", (Note("Source, 1 May 2022.", "S1"),), flag="flag")
    arabic = Sentence("اسم Name", (Note("مصدر", "S1"),))
    row = Row("Label", (sourced, arabic))
    return Document(
        kind="complaint",
        language="en",
        title="Complaint",
        contents=("Contents", "Paragraphs", "Page"),
        stamp="SPECIMEN",
        blocks=(
            Cover("Kicker", "Title", ("Addressee",), (row,), ("Signature",), "Remark"),
            Heading("Part"),
            Heading("Section", 1),
            Paragraph((sourced, sourced), numbered=True),
            Paragraph((arabic,), label="(a)"),
            Quote(sourced),
            Chronology(("Date", "Event", "Source"), (Entry("2022", (sourced,)),)),
            Sheet("Photograph withheld", (row,)),
            Principles("Principles", (Principle(sourced, "Compilation"),)),
            Checks((CheckItem("warn", "Check", "Matter", "Reason"),)),
            QrCode("CODE", ("CODE",)),
            Sources(("Code", "Source"), (SourceLine("S1", "Source", "address", "0" * 64),)),
        ),
    )
