"""Accusations and where they stood on a day."""

from models.casework.areas import Area
from models.views.custody import NewCharge, NewChargeStatus
from models.views.proof import Proof


class Charges(Area):
    """Accusations and where they stood on a day."""

    def add_charge(self, case_id: int, new: NewCharge, proof: Proof | None = None) -> int:
        """Record an accusation against the person of a case; return its local id."""
        return self._add("charge", new, proof, case_id=case_id)

    def add_status(self, charge_id: int, new: NewChargeStatus, proof: Proof | None = None) -> int:
        """Record where a charge stood on a day; return its local id."""
        return self._add("charge_status", new, proof, charge_id=charge_id)
