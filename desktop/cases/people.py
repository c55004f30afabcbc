"""The tab of people: the person's names and offices, and others with a part in the case."""

from PySide6.QtCore import QObject

from desktop.cases.entry import Entry
from desktop.cases.reader import Reader
from desktop.forms.words import date_words, joined, word
from models.views.cases import CasePartyView
from models.views.people import MembershipView, PersonNameView


class People(QObject):
    """One line for each spelling, each office and each party."""

    def entries(self, reader: Reader) -> list[Entry]:
        """Return all lines of the case behind ``reader``."""
        file = reader.file
        return [
            *(self._name(reader, name) for name in file.names),
            *(self._membership(reader, membership) for membership in file.memberships),
            *(self._party(reader, party) for party in file.parties),
        ]

    def _name(self, reader: Reader, name: PersonNameView) -> Entry:
        return Entry(
            title=name.full,
            when=word("person_name_kind", name.kind),
            icon="user",
            tone="info",
            records=(name,),
            marks=reader.marks((name,)),
            disputed=reader.disagrees((name,)),
        )

    def _membership(self, reader: Reader, membership: MembershipView) -> Entry:
        held = self.tr("held at the arrest") if membership.at_arrest else ""
        since = joined(date_words(membership.began_on), date_words(membership.ended_on), by=" – ")
        return Entry(
            title=reader.organisation(membership.organisation_id) or self.tr("Organisation"),
            when=membership.office or self.tr("Member"),
            body=joined(held, since),
            icon="users",
            records=(membership,),
            marks=reader.marks((membership,)),
            disputed=reader.disagrees((membership,)),
        )

    def _party(self, reader: Reader, party: CasePartyView) -> Entry:
        return Entry(
            title=word("party_role", party.role),
            when=joined(date_words(party.began_on), date_words(party.ended_on), by=" – "),
            icon="user",
            records=(party,),
            marks=reader.marks((party,)),
        )
