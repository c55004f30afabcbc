"""Facts of a case with what dates them, and the order that decides which one stands."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models.values.partial_date import PartialDate, Shape
from models.values.vocabulary import vocabulary
from models.views.cases import CaseFile
from models.views.proof import ClaimView
from models.views.record import Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedFact:
    """A code that was true from ``since`` on and that sources affirmed last on ``affirmed``.

    ``rank`` orders facts that nothing else tells apart, as one day usually brings them: an arrest
    before a charge, a sentence before a release. What is ``irrevocable`` outweighs every date.
    """

    code: str
    since: PartialDate | None
    affirmed: PartialDate | None
    rank: int
    irrevocable: bool = False

    @property
    def as_of(self) -> PartialDate | None:
        """The latest day on which it is known to have been so."""
        return latest((self.since, self.affirmed))

    @property
    def order(self) -> tuple[bool, date, date, int, str, str]:
        """The greatest stands. When it happened comes first, then who still affirmed it later.

        What no date or source dates at all comes before everything else.
        """
        happened = _day(self.since) or _day(self.affirmed) or date.min
        affirmed = _day(self.as_of) or date.min
        return self.irrevocable, happened, affirmed, self.rank, self.code, str(self.as_of)


class Affirmations:
    """The dates of the sources that affirm the records of one case."""

    def __init__(self, file: CaseFile) -> None:
        self._sources = file.sources
        self._claims: dict[UUID, list[ClaimView]] = defaultdict(list)
        for (uid, _field), claims in file.proof.items():
            self._claims[uid] += claims

    def of(self, *records: Stored) -> PartialDate | None:
        """Return the date of the latest source that affirms one of ``records``.

        Denied and withdrawn claims affirm nothing, and neither do sources without a date.
        """
        return latest(
            self._sources[citation.source_id].published_on
            for record in records
            for claim in self._claims[record.uid]
            if claim.polarity != "denied" and _stands(claim)
            for citation in claim.citations
            if citation.source_id in self._sources
        )


def latest(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    """Return the latest of some dates as one point in time; None of none.

    Of a period its known end counts, of one that is still open its beginning.
    """
    points = [_as_point(one) for one in dates if one is not None]
    return max(points, key=lambda point: (_day(point) or date.min, str(point)), default=None)


def _as_point(one: PartialDate) -> PartialDate:
    if one.shape is Shape.POINT:
        return one
    point = one.points[-1]
    return PartialDate(Shape.POINT, point, point, one.resolved and point.knows_year)


def _day(one: PartialDate | None) -> date | None:
    return (one.earliest or one.latest) if one else None


def _stands(claim: ClaimView) -> bool:
    return vocabulary("claim_status").attribute(claim.status, "stands") == "yes"
