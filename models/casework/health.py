"""Does the vault hold what its history says, and do its projections follow from its records?"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.casework import projecting
from models.casework.areas import Area
from models.entities.projections import CaseStanding, Moment, NameKey
from models.store import history
from models.store.operations import recorded_state


class Health(Area):
    """Checks of the record against its own history."""

    def verify_history(self) -> int:
        """Walk the signed chain of changes and return how many units of work it holds.

        Raises:
            DamagedVaultError: something in the chain was altered, removed or put elsewhere.
        """
        with self._store.reading() as connection:
            return history.verify(connection)

    def history_gives_the_record(self) -> bool:
        """Return whether replaying all changes leads to exactly the records that are there."""
        with self._store.reading() as connection, Session(connection) as session:
            return history.replay(history.operations(connection)) == recorded_state(session)

    def rebuild_projections(self) -> bool:
        """Make all projections anew; return whether they were already right."""
        with self._store.work() as session:
            before = _projections(session)
            projecting.rebuild(session)
            return _projections(session) == before


def _projections(session: Session) -> list[set[tuple[object, ...]]]:
    """Return the rows of each projection, without the numbers of the rows themselves."""
    return [
        {
            tuple(row)
            for row in session.execute(
                select(*(c for c in projection.__table__.columns if c.name != "id"))
            )
        }
        for projection in (CaseStanding, Moment, NameKey)
    ]
