"""What the office holds or knows that can support facts."""

from models.casework.areas import Area
from models.casework.reading import read
from models.views.proof import NewSource, SourceView


class Sources(Area):
    """The office's sources."""

    def add_source(self, new: NewSource) -> int:
        """Record a source; return its local id."""
        return self._add("source", new, None)

    def all(self) -> tuple[SourceView, ...]:
        """Return every source, the oldest record first."""
        with self._store.reading() as connection:
            return read(connection, "source", SourceView)
