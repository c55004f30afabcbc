"""What the office keeps on a case for its own work: consents, deadlines, notes, needs, contacts."""

from models.casework.areas import Area
from models.views.cases import NewConsent, NewContact, NewDeadline, NewNeed, NewNote


class Consents(Area):
    """What people agreed to let leave the office."""

    def record_consent(self, person_id: int, new: NewConsent) -> int:
        """Record a person's consent, refusal or that nobody could ask; return its local id."""
        return self._add("consent", new, None, person_id=person_id)


class Deadlines(Area):
    """What is due."""

    def add_deadline(self, case_id: int, new: NewDeadline) -> int:
        """Record something due in a case; return its local id."""
        return self._add("deadline", new, None, case_id=case_id)


class Notes(Area):
    """The office's own words, the needs it knows of, and its log of contacts."""

    def add_note(self, case_id: int, new: NewNote) -> int:
        """Record a note on a case; return its local id."""
        return self._add("note", new, None, case_id=case_id)

    def add_need(self, case_id: int, new: NewNeed) -> int:
        """Record what a detainee or a family needs; return its local id."""
        return self._add("need", new, None, case_id=case_id)

    def log_contact(self, case_id: int, new: NewContact) -> int:
        """Record a talk, letter or visit; return its local id."""
        return self._add("contact", new, None, case_id=case_id)
