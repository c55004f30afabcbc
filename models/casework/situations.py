"""What is said of a country: statements with their own fate, and stated numbers."""

from models.casework.areas import Area
from models.casework.reading import read, table
from models.values.country import Country
from models.views.events import NewSituation, NewTally, SituationView, TallyView
from models.views.proof import Proof


class Situations(Area):
    """Statements about countries, and tallies."""

    def add_situation(self, new: NewSituation, proof: Proof | None = None) -> int:
        """Record a statement about a country; return its local id."""
        return self._add("situation", new, proof)

    def add_tally(self, new: NewTally, proof: Proof | None = None) -> int:
        """Record a stated number; return its local id."""
        return self._add("tally", new, proof)

    def of(self, country: Country) -> tuple[SituationView, ...]:
        """Return the statements about ``country``."""
        with self._store.reading() as connection:
            at = table("situation").c.country == country
            return read(connection, "situation", SituationView, at)

    def tallies_of(self, country: Country) -> tuple[TallyView, ...]:
        """Return the stated numbers about ``country``."""
        with self._store.reading() as connection:
            return read(connection, "tally", TallyView, table("tally").c.country == country)
