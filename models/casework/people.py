"""People, their names, memberships and relations."""

from models.casework.areas import Area
from models.views.people import NewMembership, NewPerson, NewPersonName, NewRelation
from models.views.proof import Proof


class People(Area):
    """People, their names, memberships and relations."""

    def add_person(self, new: NewPerson, proof: Proof | None = None) -> int:
        """Record a person; return its local id."""
        return self._add("person", new, proof)

    def add_name(self, person_id: int, new: NewPersonName, proof: Proof | None = None) -> int:
        """Record one more spelling of a person's name; return its local id."""
        return self._add("person_name", new, proof, person_id=person_id)

    def add_membership(
        self, person_id: int, organisation_id: int, new: NewMembership, proof: Proof | None = None
    ) -> int:
        """Record a person's place in an organisation; return its local id."""
        return self._add(
            "membership", new, proof, person_id=person_id, organisation_id=organisation_id
        )

    def add_relation(
        self, person_id: int, other_id: int, new: NewRelation, proof: Proof | None = None
    ) -> int:
        """Record a tie from one person to another; return its local id."""
        return self._add("relation", new, proof, person_id=person_id, other_id=other_id)
