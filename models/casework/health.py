"""Does the vault hold what its history and its claims say, and do its lists follow from that?"""

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from models.casework import projecting
from models.casework.areas import Area
from models.casework.portable import plain
from models.casework.reading import read, table
from models.casework.sources import sealed_file
from models.entities import facts_of, kinds
from models.entities.projections import CaseStanding, Moment, NameKey
from models.store import history
from models.store.attachments import Attachments
from models.store.operations import State, portable, recorded_state
from models.store.work import Store
from models.views.proof import EXISTENCE, AttachmentView
from models.views.record import OFFICE_ONLY


class Health(Area):
    """Checks of the record against its own history, and of the sealed files against the record."""

    def __init__(self, store: Store, files: Attachments) -> None:
        super().__init__(store)
        self._files = files

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

    def columns_show_the_claims(self) -> bool:
        """Return whether each fact column holds what its preferred claim says, or is empty."""
        with self._store.reading() as connection, Session(connection) as session:
            return _shown(session) == _claimed(connection)

    def rebuild_projections(self) -> bool:
        """Make all projections anew; return whether they were already right."""
        with self._store.work() as session:
            before = _projections(session)
            projecting.rebuild(session)
            return _projections(session) == before

    def verify_files(self) -> int:
        """Check the seal of every attachment and return how many there are.

        Raises:
            DamagedVaultError: a sealed file is missing or changed.
        """
        recorded = self._recorded_files()
        for file in recorded:
            self._files.verify(sealed_file(file))
        return len(recorded)

    def remove_forgotten_files(self) -> int:
        """Remove sealed files that no record names, as a broken-off save leaves them; count them.

        Nobody may attach a file meanwhile.
        """
        forgotten = self._files.names() - {file.sealed_name for file in self._recorded_files()}
        for name in forgotten:
            self._files.remove(name)
        return len(forgotten)

    def _recorded_files(self) -> tuple[AttachmentView, ...]:
        with self._store.reading() as connection:
            return read(connection, "attachment", AttachmentView)


def _shown(session: Session) -> State:
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


def _claimed(connection: Connection) -> State:
    """Return what the preferred claims say of all records."""
    claim, claimed = table("claim"), State()
    for row in connection.execute(select(claim).where(claim.c.status == "preferred")):
        values = claimed.setdefault((row.subject_kind, row.subject_uid), {})
        if row.field != EXISTENCE:
            values[row.field] = portable(plain(row.subject_kind, row.field, row.value))
    return claimed


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
