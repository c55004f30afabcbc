"""The record as it can be compared: what columns show, what claims say, what lists hold."""

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from models.casework.portable import plain
from models.casework.reading import table
from models.entities import facts_of, kinds
from models.entities.projections import CaseStanding, Moment, NameKey
from models.store.operations import State, portable, recorded_state
from models.views.proof import EXISTENCE
from models.views.record import OFFICE_ONLY


def shown(session: Session) -> State:
    """Return the filled facts of all records that rest on claims."""
    return {
        (kind, uid): {
            spec.name: told[spec.name]
            for spec in facts_of(kind)
            if not spec.metadata.get(OFFICE_ONLY) and told.get(spec.name) not in (None, "")
        }
        for (kind, uid), told in recorded_state(session).items()
        if kinds()[kind].claims
    }


def claimed(connection: Connection) -> State:
    """Return what the preferred claims say of all records."""
    claim, told = table("claim"), State()
    for row in connection.execute(select(claim).where(claim.c.status == "preferred")):
        values = told.setdefault((row.subject_kind, row.subject_uid), {})
        if row.field != EXISTENCE:
            values[row.field] = portable(plain(row.subject_kind, row.field, row.value))
    return told


def projections(session: Session) -> dict[str, set[tuple[object, ...]]]:
    """Return the rows of each projection, without the numbers of the rows themselves."""
    return {
        projection.__tablename__: {
            tuple(row)
            for row in session.execute(
                select(*(c for c in projection.__table__.columns if c.name != "id"))
            )
        }
        for projection in (CaseStanding, Moment, NameKey)
    }
