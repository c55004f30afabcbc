"""The names of the fields of a case's records, as the evidence panel says them."""

from PySide6.QtCore import QObject


class FieldWords(QObject):
    """Says what a field holds."""

    def of(self, name: str) -> str:
        """Return the words for the field ``name``; one without words shows its name."""
        return self._words().get(name, name.removesuffix("_id").replace("_", " "))

    def _words(self) -> dict[str, str]:
        return {
            "": "",
            "accused_count": self.tr("Number of accused"),
            "amount": self.tr("Amount"),
            "argument": self.tr("Why it follows"),
            "at_arrest": self.tr("Held at the arrest"),
            "authority_id": self.tr("Authority"),
            "began_on": self.tr("From"),
            "bound": self.tr("How exact"),
            "charge_id": self.tr("Charge"),
            "consecutive": self.tr("Without a break"),
            "country": self.tr("Country"),
            "court_id": self.tr("Court"),
            "days": self.tr("Days"),
            "docket": self.tr("Docket"),
            "due_on": self.tr("Due"),
            "end": self.tr("How it ended"),
            "ended_on": self.tr("To"),
            "faced_bound": self.tr("How exact"),
            "full": self.tr("Name"),
            "ground": self.tr("Ground"),
            "held_on": self.tr("Held on"),
            "judge": self.tr("Judge"),
            "kind": self.tr("Kind"),
            "language": self.tr("Language"),
            "occurred_on": self.tr("Date"),
            "office": self.tr("Office"),
            "organisation_id": self.tr("Organisation"),
            "period": self.tr("Period"),
            "place": self.tr("Place"),
            "proceeding_id": self.tr("Proceedings"),
            "pronounced_on": self.tr("Pronounced"),
            "provisions": self.tr("Provisions"),
            "reported_as": self.tr("Reported as"),
            "result": self.tr("Result"),
            "role": self.tr("Role"),
            "ruling_id": self.tr("Ruling"),
            "script": self.tr("Script"),
            "served_on": self.tr("Served"),
            "since_on": self.tr("Since"),
            "state": self.tr("Standing"),
            "summary": self.tr("What happened"),
            "supersedes_id": self.tr("Takes the place of"),
            "term": self.tr("Term"),
            "term_faced": self.tr("Term it may bring"),
            "union_activity_id": self.tr("Union activity"),
            "unnamed_bound": self.tr("How exact"),
            "unnamed_count": self.tr("People not named"),
            "wording": self.tr("Wording"),
        }
