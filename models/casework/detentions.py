"""Deprivation of liberty: detentions, the places within them, and stated durations."""

from models.casework.areas import Area
from models.views.custody import NewDetention, NewStatedDuration, NewStay
from models.views.proof import Proof


class Detentions(Area):
    """Deprivation of liberty: detentions, the places within them, and stated durations."""

    def record_detention(self, case_id: int, new: NewDetention, proof: Proof | None = None) -> int:
        """Record a detention of the person of a case; return its local id."""
        return self._add("detention", new, proof, case_id=case_id)

    def add_stay(self, detention_id: int, new: NewStay, proof: Proof | None = None) -> int:
        """Record one place within a detention; return its local id."""
        return self._add("stay", new, proof, detention_id=detention_id)

    def state_duration(
        self, case_id: int, new: NewStatedDuration, proof: Proof | None = None
    ) -> int:
        """Record a length of custody as a source states it; return its local id."""
        return self._add("stated_duration", new, proof, case_id=case_id)
