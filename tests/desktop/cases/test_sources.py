from desktop.cases.reader import Reader
from desktop.cases.sources import Sources


def test_sources_carry_the_numbers_of_the_marks(reader: Reader):
    entries = Sources().entries(reader)
    assert [(entry.mark_text, entry.title) for entry in entries] == [
        ("[1]", "First paper"),
        ("[2]", "Second paper"),
    ]
    assert entries[0].when == "News item · 20 April 2022"
