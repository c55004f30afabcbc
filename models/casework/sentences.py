"""Penalties and their parts."""

from models.casework.areas import Area
from models.views.custody import NewSentence, NewSentenceComponent
from models.views.proof import Proof


class Sentences(Area):
    """Penalties and their parts."""

    def add_sentence(self, case_id: int, new: NewSentence, proof: Proof | None = None) -> int:
        """Record the penalty that a ruling imposed; return its local id."""
        return self._add("sentence", new, proof, case_id=case_id)

    def add_component(
        self, sentence_id: int, new: NewSentenceComponent, proof: Proof | None = None
    ) -> int:
        """Record one part of a sentence; return its local id."""
        return self._add("sentence_component", new, proof, sentence_id=sentence_id)
