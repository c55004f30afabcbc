"""A case at a glance: the muted line under the name, and the four facts of the card."""

from PySide6.QtCore import QObject

from desktop.cases.facts_card import Fact
from desktop.cases.reader import Reader
from desktop.forms.words import country_name, date_words, isolated, joined, word
from models.values.partial_date import PartialDate
from models.views.cases import CaseFile


class Glance(QObject):
    """Says where a case stands; each standing with the day of the newest source on it."""

    def line(self, file: CaseFile) -> str:
        """Return reference, country, union and office."""
        return joined(
            isolated(file.case.reference),
            country_name(file.case.country),
            *self._memberships(file)[:1],
        )

    def facts(self, reader: Reader) -> list[Fact]:
        """Return custody, proceedings, outcome and place, in this order."""
        standing = reader.file.standing
        return [
            Fact(
                "lock",
                self.tr("Custody"),
                word("custody", standing.custody),
                self._as_of(standing.custody_as_of),
            ),
            Fact(
                "gavel",
                self.tr("Proceedings"),
                word("stage", standing.stage),
                self._as_of(standing.stage_as_of),
            ),
            Fact(
                "scroll-text",
                self.tr("Outcome"),
                word("outcome", standing.outcome),
                self._as_of(standing.outcome_as_of),
            ),
            self._place(reader),
        ]

    def _memberships(self, file: CaseFile) -> list[str]:
        said = []
        for membership in sorted(file.memberships, key=lambda each: not each.at_arrest):
            named = file.organisations.get(membership.organisation_id)
            said.append(joined(named.short if named else "", membership.office, by=", "))
        return said

    def _as_of(self, day: PartialDate | None) -> str:
        if day is None:
            return self.tr("no dated source")
        return self.tr("as of {date}").format(date=date_words(day))

    def _place(self, reader: Reader) -> Fact:
        """Return the place of the stay or detention recorded last."""
        stays, detentions = reader.file.stays, reader.file.detentions
        place, since = "", None
        if stays:
            stay = stays[-1]
            place = stay.place or reader.organisation(stay.organisation_id)
            since = stay.began_on
        elif detentions:
            place, since = detentions[-1].place, detentions[-1].began_on
        known = bool(place and since)
        line = self.tr("since {date}").format(date=date_words(since)) if known else ""
        return Fact("map-pin", self.tr("Last known place"), place or self.tr("Not known"), line)
