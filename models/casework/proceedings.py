"""Courts at work: proceedings with their parties, hearings, rulings and outcomes."""

from models.casework.areas import Area
from models.views.custody import (
    NewHearing,
    NewOutcome,
    NewProceeding,
    NewProceedingParty,
    NewRuling,
)
from models.views.proof import Proof


class Proceedings(Area):
    """Courts at work: proceedings with their parties, hearings, rulings and outcomes."""

    def add_proceeding(self, new: NewProceeding, proof: Proof | None = None) -> int:
        """Record a court's docket; return its local id."""
        return self._add("proceeding", new, proof)

    def add_party(
        self,
        proceeding_id: int,
        new: NewProceedingParty,
        proof: Proof | None = None,
        *,
        case_id: int | None = None,
    ) -> int:
        """Record a side of a proceeding: one case, or without one a stated number of people."""
        return self._add(
            "proceeding_party", new, proof, proceeding_id=proceeding_id, case_id=case_id
        )

    def add_hearing(self, proceeding_id: int, new: NewHearing, proof: Proof | None = None) -> int:
        """Record a session of the court; return its local id."""
        return self._add("hearing", new, proof, proceeding_id=proceeding_id)

    def add_ruling(self, proceeding_id: int, new: NewRuling, proof: Proof | None = None) -> int:
        """Record a decision of the court; return its local id."""
        return self._add("ruling", new, proof, proceeding_id=proceeding_id)

    def add_outcome(
        self, ruling_id: int, party_id: int, new: NewOutcome, proof: Proof | None = None
    ) -> int:
        """Record how a ruling ended for one party; return its local id."""
        return self._add("outcome", new, proof, ruling_id=ruling_id, party_id=party_id)
