from desktop.cases.people import People
from desktop.cases.reader import Reader


def test_names_offices_and_parties(reader: Reader):
    said = [(entry.when, entry.title) for entry in People().entries(reader)]
    assert said == [
        ("As in the press", "Hanna Prykladava"),
        ("Own name", "Ганна Прыкладава"),
        ("Chairperson", "UW"),
        ("", "Lawyer"),
    ]
