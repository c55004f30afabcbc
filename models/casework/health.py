"""Does the vault hold what its history and its claims say, and do its lists follow from that?"""

from sqlalchemy.orm import Session

from models.casework import projecting, states
from models.casework.areas import Area
from models.casework.examining import Examination, HealthReport, Progress
from models.casework.reading import read
from models.casework.sources import sealed_file
from models.store import history
from models.store.attachments import Attachments
from models.store.operations import recorded_state
from models.store.vault import Vault
from models.store.work import Store
from models.views.proof import AttachmentView


class Health(Area):
    """Checks of the record against its own history, and of the sealed files against the record."""

    def __init__(self, store: Store, files: Attachments, vault: Vault) -> None:
        super().__init__(store)
        self._files = files
        self._vault = vault

    def check(self, on_progress: Progress | None = None) -> HealthReport:
        """Check all there is, on a copy of the record so that saving goes on; nothing is changed.

        Args:
            on_progress: told the steps done and all there are.
        """
        return Examination(self._vault, self._files, on_progress).report()

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
            return states.shown(session) == states.claimed(connection)

    def rebuild_projections(self) -> bool:
        """Make all projections anew; return whether they were already right."""
        with self._store.work() as session:
            before = states.projections(session)
            projecting.rebuild(session)
            return states.projections(session) == before

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
