"""“Show case 12”: how one area asks for another without knowing it."""

from PySide6.QtCore import QObject, Signal

from models.values.country import Country


class Navigation(QObject):
    """Wishes of a page that the shell fulfils."""

    area_wanted = Signal(str)
    """The key of an area: ``cases``, ``complaints``, ``letters``."""
    case_wanted = Signal(int)
    complaint_wanted = Signal(Country)
    letter_wanted = Signal(int)
    lock_wanted = Signal()

    def show_case(self, case_id: int) -> None:
        """Ask for the page of a case."""
        self.area_wanted.emit("cases")
        self.case_wanted.emit(case_id)

    def prepare_complaint(self, country: Country) -> None:
        """Ask for a complaint against a State."""
        self.area_wanted.emit("complaints")
        self.complaint_wanted.emit(country)

    def prepare_letter(self, case_id: int) -> None:
        """Ask for a letter in a case."""
        self.area_wanted.emit("letters")
        self.letter_wanted.emit(case_id)
