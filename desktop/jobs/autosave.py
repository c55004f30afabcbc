"""Keeps what is typed and not yet saved, every two seconds and at once before a lock."""

from collections.abc import Mapping
from threading import Lock
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.jobs.jobs import Job, Jobs
from models.errors import HabeasError

EVERY_MILLISECONDS = 2_000


class DraftKeeper(Protocol):
    """Where drafts go; ``casebook.drafts`` is one."""

    def all(self) -> Mapping[str, str]:
        """Return every draft by its name."""

    def keep(self, name: str, text: str) -> None:
        """Keep a draft; empty text ends it."""


class Autosave(QObject):
    """Takes texts from editors and keeps the latest of each."""

    failed = Signal(HabeasError)

    def __init__(self, drafts: DraftKeeper, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafts, self._jobs = drafts, jobs
        self._typed: dict[str, str] = {}
        self._lock = Lock()
        self._timer = QTimer(self, interval=EVERY_MILLISECONDS, singleShot=True)
        self._timer.timeout.connect(self._keep_beside)

    def note(self, name: str, text: str) -> None:
        """Take the text that stands in an editor now; with empty text its draft ends."""
        self._typed[name] = text
        if not self._timer.isActive():
            self._timer.start()

    def draft(self, name: str) -> str:
        """Return what was typed under ``name`` and never saved, in this session or before."""
        return self._typed.get(name, self._drafts.all().get(name, ""))

    def now(self) -> None:
        """Keep everything before returning.

        Raises:
            VaultError: the disk is full or failing.
        """
        with self._lock:  # a keeping that runs beside ends first: it holds older words
            for name in list(self._typed):
                self._keep_one(name, self._typed.pop(name))

    def _keep_one(self, name: str, text: str) -> None:
        try:
            self._drafts.keep(name, text)
        except HabeasError:
            self._typed.setdefault(name, text)  # unless something newer was typed meanwhile
            raise

    @Slot()
    def _keep_beside(self) -> None:
        job = self._jobs.beside(self._keep, parent=self)
        job.failed.connect(self.failed)

    def _keep(self, _job: Job) -> None:
        self.now()
