"""The whole examination of a vault: every page, link, change, claim, list and sealed file.

It works on a copy of the record beside the vault, so that saving goes on meanwhile. Where there is
no room for a copy, or nothing can be written, it reads the record itself. Nothing is mended here.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

from models.casework import projecting, states
from models.casework.reading import read
from models.casework.sources import sealed_file
from models.crypto.wiping import wiped
from models.errors import DamagedVaultError, HabeasError
from models.search import index
from models.store import anchor, copying, history
from models.store.attachments import Attachments
from models.store.connection import make_engine
from models.store.durable import NEW_SUFFIX
from models.store.header_file import read_header
from models.store.operations import State, recorded_state
from models.store.vault import Vault
from models.store.vault_folder import DATABASE
from models.views.proof import AttachmentView

MOST_OF_A_KIND = 20
"""How many findings of one kind are told one by one; the rest is counted."""

Progress = Callable[[int, int], None]
"""Told the steps done and all there are."""

Step = Callable[[Connection], None]

_LISTS = {
    "case_standing": "The list of cases is not what the records say.",
    "moment": "The list of dates is not what the records say.",
    "name_key": "The list that search looks in is not what the records say.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthReport:
    """What an examination found: a sentence for each finding, and what was looked at.

    ``unchecked`` says what could not be looked at, and why.
    """

    findings: tuple[str, ...]
    unchecked: tuple[str, ...]
    pages: int
    units_of_work: int
    records: int
    files: int


class Examination:
    """One examination of an open vault."""

    def __init__(self, vault: Vault, files: Attachments, progress: Progress | None) -> None:
        self._vault = vault
        self._files = files
        self._progress = progress or (lambda _done, _total: None)
        self._findings: list[str] = []
        self._unchecked: list[str] = []
        self._counts = dict.fromkeys(("pages", "units_of_work", "records", "files"), 0)

    def report(self) -> HealthReport:
        """Look at everything and return what was found."""
        with self._record() as (engine, is_copy):
            steps: tuple[Step, ...]
            steps = (self._pages, self._links, self._history, self._anchor, self._claims)
            if is_copy:
                steps = (*steps, self._search_index, self._lists)
            else:
                self._unchecked.append("The lists and the search index, which takes a copy.")
            others = (self._headers, self._sealed_files)
            for done, step in enumerate(steps, start=1):
                with self._trouble_is_a_finding(), engine.connect() as connection:
                    step(connection)
                self._progress(done, len(steps) + len(others))
        for done, other in enumerate(others, start=len(steps) + 1):
            with self._trouble_is_a_finding():
                other()
            self._progress(done, len(steps) + len(others))
        return HealthReport(
            findings=tuple(dict.fromkeys(self._findings)),
            unchecked=tuple(self._unchecked),
            **self._counts,
        )

    @contextmanager
    def _record(self) -> Iterator[tuple[Engine, bool]]:
        copy = self._vault.folder / f"{DATABASE}{NEW_SUFFIX}-check"
        with wiped(self._vault.copy_of_key()) as key:
            if not self._copied(copy, key):
                yield self._vault.engine, False
                return
            engine = make_engine(copy, key)
            try:
                yield engine, True
            finally:
                engine.dispose()
                copying.remove_database(copy)

    def _copied(self, copy: Path, key: bytearray) -> bool:
        if self._vault.read_only:
            return False
        try:
            copying.remove_database(copy)
            copying.snapshot(self._vault.folder / DATABASE, copy, key)
        except (HabeasError, OSError) as error:
            if isinstance(error, DamagedVaultError):
                self._findings.append("A page of the record is damaged; restore the last backup.")
            with suppress(OSError):
                copying.remove_database(copy)
            return False
        return True

    @contextmanager
    def _trouble_is_a_finding(self) -> Iterator[None]:
        try:
            yield
        except HabeasError as error:
            self._findings.append(str(error))
        except OSError:
            self._findings.append("The disk of the vault failed; is it still connected?")

    def _pages(self, connection: Connection) -> None:
        self._counts["pages"] = int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())
        broken = connection.exec_driver_sql("PRAGMA cipher_integrity_check").fetchall()
        if broken:
            self._findings.append(f"{_counted(len(broken), 'page')} of the record damaged.")
        sound = connection.exec_driver_sql("PRAGMA integrity_check(1)").fetchall()
        if [tuple(row) for row in sound] != [("ok",)]:
            self._findings.append("The pages of the record do not hang together.")

    def _links(self, connection: Connection) -> None:
        rows = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        for name in dict.fromkeys(str(row[0]) for row in rows):
            count = sum(str(row[0]) == name for row in rows)
            self._findings.append(f"{_counted(count, name)} linked to a record that is gone.")

    def _history(self, connection: Connection) -> None:
        self._counts["units_of_work"] = history.verify(connection)
        with Session(connection) as session:
            there = recorded_state(session)
        told = history.replay(history.operations(connection))
        self._counts["records"] = len(there)
        self._tell(
            f"A record ({kind} {uid}) is not what its history says."
            for kind, uid in _differing(told, there)
        )

    def _anchor(self, connection: Connection) -> None:
        found = anchor.read(self._vault.folder)
        if found is None:
            self._unchecked.append("There is no note of what the vault last held.")
            return
        with wiped(self._vault.copy_of_key()) as key:
            noted = anchor.opened(found, self._vault.uid, key)
        if noted is None:
            self._findings.append("The note of what the vault last held is not its own.")
        elif difference := anchor.difference(connection, noted):
            self._findings.append(difference)

    def _claims(self, connection: Connection) -> None:
        with Session(connection) as session:
            shown = states.shown(session)
        self._tell(
            f"A record ({kind} {uid}) does not show what its claims say."
            for kind, uid in _differing(states.claimed(connection), shown)
        )

    def _search_index(self, connection: Connection) -> None:
        if index.is_broken(connection):
            self._findings.append("The search index is damaged; it can be made anew.")

    def _lists(self, connection: Connection) -> None:
        with Session(connection) as session:
            before = states.projections(session)
            projecting.rebuild(session)
            session.flush()
            after = states.projections(session)
            session.rollback()
        self._findings += [_LISTS[name] for name in before if before[name] != after[name]]

    def _headers(self) -> None:
        self._findings += read_header(self._vault.folder).problems

    def _sealed_files(self) -> None:
        with self._vault.engine.connect() as connection:
            recorded = read(connection, "attachment", AttachmentView)
        self._counts["files"] = len(recorded)
        self._tell(
            f"File {file.id} of source {file.source_id} is missing or damaged."
            for file in recorded
            if not self._is_whole(file)
        )
        forgotten = self._files.names() - {file.sealed_name for file in recorded}
        if forgotten:
            count = _counted(len(forgotten), "sealed file")
            self._findings.append(f"{count} named by no record; a broken-off save leaves such.")

    def _is_whole(self, file: AttachmentView) -> bool:
        try:
            self._files.verify(sealed_file(file))
        except (HabeasError, OSError):
            return False
        return True

    def _tell(self, sentences: Iterable[str]) -> None:
        told = list(sentences)
        self._findings += told[:MOST_OF_A_KIND]
        if len(told) > MOST_OF_A_KIND:
            self._findings.append(f"And {len(told) - MOST_OF_A_KIND} more of that kind.")


def _differing(one: State, other: State) -> list[tuple[str, object]]:
    return sorted(
        (key for key in one.keys() | other.keys() if one.get(key) != other.get(key)), key=str
    )


def _counted(count: int, noun: str) -> str:
    return f"1 {noun} is" if count == 1 else f"{count} {noun}s are"
