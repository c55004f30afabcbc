"""Organisations, their names and affiliations."""

from models.casework.areas import Area
from models.views.people import NewAffiliation, NewOrganisation, NewOrganisationName
from models.views.proof import Proof


class Organisations(Area):
    """Organisations, their names and affiliations."""

    def add_organisation(self, new: NewOrganisation, proof: Proof | None = None) -> int:
        """Record an organisation; return its local id."""
        return self._add("organisation", new, proof)

    def add_name(
        self, organisation_id: int, new: NewOrganisationName, proof: Proof | None = None
    ) -> int:
        """Record a name or acronym of an organisation; return its local id."""
        return self._add("organisation_name", new, proof, organisation_id=organisation_id)

    def add_affiliation(
        self,
        organisation_id: int,
        umbrella_id: int,
        new: NewAffiliation,
        proof: Proof | None = None,
    ) -> int:
        """Record the membership of one organisation in another; return its local id."""
        return self._add(
            "affiliation", new, proof, organisation_id=organisation_id, umbrella_id=umbrella_id
        )
