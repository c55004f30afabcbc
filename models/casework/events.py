"""What happened, what the person did for the union, and why the one follows from the other."""

from models.casework.areas import Area
from models.views.events import NewEvent, NewEventParty, NewNexus, NewUnionActivity
from models.views.proof import Proof


class Events(Area):
    """Events with the cases and organisations they concern; union activity and nexus."""

    def add_event(self, new: NewEvent, proof: Proof | None = None) -> int:
        """Record something that happened; return its local id."""
        return self._add("event", new, proof)

    def concern_case(
        self, event_id: int, case_id: int, role: str | None = None, proof: Proof | None = None
    ) -> int:
        """Record that an event concerns a case, in a role of ``event_role`` where it is known."""
        new = NewEventParty(role=role)
        return self._add("event_party", new, proof, event_id=event_id, case_id=case_id)

    def concern_organisation(
        self,
        event_id: int,
        organisation_id: int,
        role: str | None = None,
        proof: Proof | None = None,
    ) -> int:
        """Record that an event concerns an organisation, in a role of ``event_role``."""
        new = NewEventParty(role=role)
        return self._add(
            "event_party", new, proof, event_id=event_id, organisation_id=organisation_id
        )

    def add_activity(self, case_id: int, new: NewUnionActivity, proof: Proof | None = None) -> int:
        """Record what the person of a case did for the union; return its local id."""
        return self._add("union_activity", new, proof, case_id=case_id)

    def add_nexus(self, case_id: int, new: NewNexus, proof: Proof | None = None) -> int:
        """Record why a measure follows from union activity; return its local id."""
        return self._add("nexus", new, proof, case_id=case_id)
