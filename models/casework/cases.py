"""Cases: opening one, finding them, reading one whole."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, exists, func, or_, select
from sqlalchemy.sql import ColumnElement

from models.casework import recording
from models.casework.areas import Area
from models.casework.case_files import open_file, standing_in, standings
from models.casework.reading import among, table
from models.casework.today import today
from models.entities.cases import Case
from models.entities.projections import Moment
from models.errors import UnknownRecordError
from models.search import index
from models.values.country import Country
from models.values.partial_date import PartialDate
from models.values.reference import Reference
from models.views.cases import CaseFile, CaseSummary, NewCase, NewCaseParty
from models.views.proof import Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFilter:
    """Which cases a list shows; an empty filter shows all.

    ``custody`` is a code of that vocabulary; ``held_on`` keeps those possibly held on that day.
    """

    query: str = ""
    country: Country | None = None
    custody: str | None = None
    held_on: date | None = None


class Cases(Area):
    """Cases: opening one, finding them, reading one whole."""

    def open_case(self, person_id: int, new: NewCase, proof: Proof | None = None) -> int:
        """Open the case of a person under a fresh reference; return its local id."""
        reference = str(Reference.mint(new.country.code, today().year))
        return self._add("case", new, proof, person_id=person_id, reference=reference)

    def add_party(
        self, case_id: int, person_id: int, new: NewCaseParty, proof: Proof | None = None
    ) -> int:
        """Record somebody else's part in a case; return its local id."""
        return self._add("case_party", new, proof, case_id=case_id, person_id=person_id)

    def verify(self, case_id: int, day: date) -> None:
        """Note that the office checked the whole case on ``day``."""
        with self._store.work() as session:
            recording.found(session, Case, case_id).last_verified_on = day

    def count(self) -> int:
        """Return how many cases the vault holds."""
        with self._store.reading() as connection:
            return connection.scalar(select(func.count()).select_from(Case)) or 0

    def countries(self) -> tuple[Country, ...]:
        """Return the acting States of all cases, each once, by their codes."""
        with self._store.reading() as connection:
            country = table("case").c.country
            return tuple(connection.scalars(select(country).distinct().order_by(country)))

    def ids(self, wanted: CaseFilter | None = None) -> "array[int]":
        """Return the local ids of the cases that match, in the order of the list (by name)."""
        with self._store.reading() as connection:
            return array("q", connection.scalars(_listing(wanted or CaseFilter())))

    def page(self, ids: Sequence[int]) -> tuple[CaseSummary, ...]:
        """Return one list row for each of ``ids`` that still exists, in their order."""
        case, shown = table("case"), standings()
        statement = (
            select(*shown.c, case.c.reference, case.c.country, case.c.confirmed)
            .join_from(shown, case, case.c.id == shown.c.case_id)
            .where(among(shown.c.case_id, ids))
        )
        with self._store.reading() as connection:
            rows = {row.case_id: row for row in connection.execute(statement)}
        return tuple(_summary(rows[case_id]) for case_id in ids if case_id in rows)

    def open_file(self, case_id: int) -> CaseFile:
        """Return everything recorded of one case.

        Raises:
            UnknownRecordError: there is no such case.
        """
        with self._store.reading() as connection:
            return open_file(connection, case_id)

    def find(self, reference: str) -> int:
        """Return the local id of the case with this reference, typed in any usual way.

        Raises:
            UnknownRecordError: the vault has no such case.
            InvalidValueError: the reference has a typing error.
        """
        wanted = str(Reference.parse(reference))
        with self._store.reading() as connection:
            found = connection.scalar(select(Case.id).where(Case.reference == wanted))
        if found is None:
            raise UnknownRecordError(f"This vault holds no case {wanted}.")
        return found


def _listing(wanted: CaseFilter) -> Select[Any]:
    case, shown = table("case"), standings()
    statement = (
        select(shown.c.case_id)
        .join_from(shown, case, case.c.id == shown.c.case_id)
        .order_by(shown.c.sort_name, shown.c.case_id)
    )
    if (hits := index.matching(wanted.query)) is not None:
        statement = statement.where(shown.c.case_id.in_(hits))
    if wanted.country is not None:
        statement = statement.where(case.c.country == wanted.country)
    if wanted.custody is not None:
        statement = statement.where(shown.c.custody == wanted.custody)
    if wanted.held_on is not None:
        statement = statement.where(_possibly_held(wanted.held_on.toordinal()))
    return statement


def _possibly_held(day: int) -> ColumnElement[bool]:
    """A detention may have begun by ``day`` and is not known to have ended before it."""
    detention = table("detention")
    moments = select(Moment.id).where(
        Moment.kind == "detention", Moment.record_id == detention.c.id
    )
    began = moments.where(Moment.field == "began_on")
    began_after = began.where(Moment.earliest > day)
    ended_before = moments.where(Moment.field == "ended_on", Moment.latest < day)
    return exists().where(
        and_(
            detention.c.case_id == table("case").c.id,
            or_(exists(began), detention.c.ended_on.is_not(None)),
            ~exists(began_after),
            ~exists(ended_before),
        )
    )


def _summary(row: Any) -> CaseSummary:
    return CaseSummary(
        id=row.case_id,
        reference=row.reference,
        name=row.name,
        country=row.country,
        organisation=row.organisation,
        office=row.office,
        confirmed=bool(row.confirmed),
        standing=standing_in(row),
        latest_on=None if row.latest_on is None else PartialDate.parse(row.latest_on),
    )
