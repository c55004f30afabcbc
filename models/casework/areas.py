"""What every area of casework shares: the store, and adding one record in one unit of work."""

from typing import Any

from models.casework import recording
from models.store.work import Store
from models.views.proof import Proof
from models.views.record import NewRecord


class Area:
    """One area of casework on an open vault; each public method is one unit of work."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def _add(self, kind: str, new: NewRecord, proof: Proof | None, **links: Any) -> int:
        with self._store.work() as session:
            return recording.add(session, kind, new, proof, **links)
