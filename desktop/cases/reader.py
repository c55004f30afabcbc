"""A case file as a page reads it: which source has which number, who hangs on whom."""

from collections.abc import Iterable
from uuid import UUID

from models.views.cases import CaseFile
from models.views.proof import EXISTENCE, ClaimView, SourceView
from models.views.record import Stored

WITHDRAWN = "withdrawn"


class Reader:
    """Looks things up in one case file. Sources are numbered as on the tab "Sources"."""

    def __init__(self, file: CaseFile) -> None:
        self.file = file
        self.sources = sorted(file.sources.values(), key=_by_date)
        self._numbers = {source.id: at for at, source in enumerate(self.sources, start=1)}
        self._claims: dict[UUID, list[ClaimView]] = {}
        for (uid, _), claims in file.proof.items():
            self._claims.setdefault(uid, []).extend(claims)

    def number(self, source_id: int) -> int:
        """Return the number in the mark of a source: 3 for “[3]”."""
        return self._numbers[source_id]

    def source(self, source_id: int) -> SourceView:
        """Return a source of this file."""
        return self.file.sources[source_id]

    def marks(self, records: Iterable[Stored]) -> tuple[int, ...]:
        """Return the numbers of the sources that anything in ``records`` rests on, in order."""
        return tuple(
            sorted(
                {
                    self.number(citation.source_id)
                    for record in records
                    for claim in self._claims.get(record.uid, ())
                    if claim.status != WITHDRAWN
                    for citation in claim.citations
                }
            )
        )

    def disagrees(self, records: Iterable[Stored]) -> bool:
        """Tell whether two sources give different values for some field of ``records``."""
        return any(len(self.values(record, name)) > 1 for record, name in self._fields(records))

    def values(self, record: Stored, name: str) -> list[list[ClaimView]]:
        """Return the claims on a field, those of one value together, the preferred value first."""
        found: dict[tuple[str, str], list[ClaimView]] = {}
        for claim in self.file.claims(record, name):
            if claim.status != WITHDRAWN:
                found.setdefault((str(claim.value), claim.polarity), []).append(claim)
        return list(found.values())

    def organisation(self, organisation_id: int | None) -> str:
        """Return the name of an organisation, its acronym where it has one."""
        named = self.file.organisations.get(organisation_id or 0)
        return named.short if named else ""

    def _fields(self, records: Iterable[Stored]) -> Iterable[tuple[Stored, str]]:
        for record in records:
            for claim in self._claims.get(record.uid, ()):
                if claim.field != EXISTENCE:
                    yield record, claim.field


def _by_date(source: SourceView) -> tuple[int, str, int]:
    if source.published_on is None:
        return (1, "", source.id)
    return (0, str(source.published_on), source.id)
