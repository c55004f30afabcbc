from PySide6.QtWidgets import QApplication

from desktop.cases.notes import Notes
from desktop.cases.reader import Reader
from models.values.partial_date import PartialDate
from models.views.cases import NewNote


def test_the_latest_note_comes_first(app: QApplication, rich: object):
    notes = rich.casebook.notes
    notes.add_note(rich.case_id, NewNote(text="Older"))
    on = PartialDate.parse("2022-05-01")
    notes.add_note(rich.case_id, NewNote(text="Newer\nwith two\nlines", written_on=on))
    first, second = Notes().entries(Reader(rich.file()))
    assert (first.title, first.when, first.body) == ("Newer", "1 May 2022", "with two lines")
    assert second.title == "Older"


def test_a_note_is_shown_letter_by_letter(app: QApplication, rich: object):
    rich.casebook.notes.add_note(rich.case_id, NewNote(text="<b>bold</b>"))
    (entry,) = Notes().entries(Reader(rich.file()))
    assert entry.title == "<b>bold</b>"
