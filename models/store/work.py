"""The unit of work: one action of a worker, one transaction, one signed change set.

``with store.work() as session:`` begins, does and commits; on any error it rolls back and nothing
was changed. Helpers below take the session and never commit. After the commit the store reports
once which records changed.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.orm import Session

from models.errors import LostDiskError
from models.store import history
from models.store.operations import OperationLog

Changed = frozenset[tuple[str, int]]
"""The (kind, local id) pairs that one unit of work added, changed or removed."""

Projector = Callable[[Session, Changed], None]
"""Brings the projections of changed records up to date, inside the same transaction."""

Listener = Callable[[Changed], None]


class Store:
    """The case record of one open vault, written by units of work and read by connections.

    Attributes:
        read_only_because: a sentence while nothing can be saved: the vault lies on read-only media,
            or its disk failed. A full disk is no such case: the next save may find space again.
    """

    def __init__(
        self,
        engine: Engine,
        author: history.Author,
        project: Projector,
        clock: history.Clock = history.wall_clock,
        *,
        read_only_because: str = "",
    ) -> None:
        self.read_only_because = read_only_because
        self._reading = engine
        self._writing = engine.execution_options(write=True)
        self._author = author
        self._project = project
        self._clock = clock
        self._listeners: list[Listener] = []
        self._read: Connection | None = None
        self._read_changes = Lock()

    def on_change(self, listener: Listener) -> None:
        """Call ``listener`` after each commit, in the thread that committed."""
        self._listeners.append(listener)

    @property
    def worker(self) -> str:
        """The name of the worker who writes."""
        return self._author.worker

    def try_writing_again(self) -> None:
        """Let the next unit of work try the disk once more, as when a stick is back."""
        self.read_only_because = ""

    @contextmanager
    def work(self) -> Iterator[Session]:
        """Yield the session of one transaction, which is committed when the block ends well.

        Raises:
            LostDiskError: the disk failed, now or before; nothing was saved, and nothing will be
                until :meth:`try_writing_again`.
            VaultError: nothing was saved, for the reason it tells.
        """
        if self.read_only_because:
            raise LostDiskError(self.read_only_because)
        try:
            with self._transaction() as session:
                yield session
        except LostDiskError as error:
            self.read_only_because = str(error)
            raise

    @contextmanager
    def _transaction(self) -> Iterator[Session]:
        # Without autoflush: a row is looked at by the database only when all its facts are in.
        session = Session(self._writing, expire_on_commit=False, autoflush=False)
        with session, session.begin():
            log = OperationLog(session)
            event.listen(session, "after_flush", lambda _session, _context: log.note_flush())
            yield session
            session.flush()
            changed = frozenset(log.touched)
            self._project(session, changed)
            history.append(session, log.operations, self._author, self._clock)
        if changed:
            for listener in self._listeners:
                listener(changed)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Yield a connection for reading; fetch all you need, since an open read blocks commits."""
        with self._reading.connect() as connection:
            self._read = connection
            try:
                yield connection
            finally:
                with self._read_changes:
                    self._read = None

    def interrupt(self) -> None:
        """Break off the read that runs now, if one does; called from another thread."""
        with self._read_changes:  # else it could hit whatever the connection does next
            if self._read is not None:
                driver: Any = self._read.connection.dbapi_connection
                driver.interrupt()
