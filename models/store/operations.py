"""What a unit of work did, as operations that mean the same on every machine.

An operation names its record by kind and uid; links to other records are told by their uid, so that
local ids never enter the history. Adding tells all the fields at once: a row for every field more
than doubled the size of a seeded vault. Projections are not recorded: they follow.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, inspect, select
from sqlalchemy.orm import Session

from models.entities import Record, kinds

ADD, SET, REMOVE = "add", "set", "remove"
_OWN = frozenset({"id", "uid"})

State = dict[tuple[str, UUID], dict[str, Any]]
"""All records by kind and uid, each with its filled fields as JSON values."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One step of the history; ``value`` is JSON text, or None once it was erased.

    ``add`` tells all filled fields as an object, ``set`` the new value of ``field``, ``remove``
    nothing.
    """

    kind: str
    record_uid: UUID
    operation: str
    field: str = ""
    value: str | None = None


class OperationLog:
    """Collects the operations of one session, flush by flush, in the order of their happening."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.operations: list[Operation] = []
        self.touched: dict[tuple[str, int], None] = {}

    def note_flush(self) -> None:
        """Record what the flush that just ended wrote; called before the session forgets it."""
        for row in self._session.new:
            if isinstance(row, Record):
                self._note_add(row)
        for row in self._session.dirty:
            if isinstance(row, Record):
                self._note_set(row)
        for row in self._session.deleted:
            if isinstance(row, Record):
                self._note(row, REMOVE)

    def _note_add(self, row: Record) -> None:
        written = {name: getattr(row, name) for name in _columns(row)}
        filled = {
            name: self._portable(row, name, value)
            for name, value in written.items()
            if value is not None
        }
        self._note(row, ADD, value=dumped(filled))

    def _note_set(self, row: Record) -> None:
        attributes = inspect(row).attrs
        for name in _columns(row):
            if attributes[name].history.has_changes():
                value = self._portable(row, name, getattr(row, name))
                self._note(row, SET, name, dumped(value))

    def _note(self, row: Record, operation: str, field: str = "", value: str | None = None) -> None:
        kind = row.__tablename__
        self.touched[kind, row.id] = None
        self.operations.append(Operation(kind, row.uid, operation, field, value))

    def _portable(self, row: Record, name: str, value: Any) -> Any:
        target = linked_kind(row.__table__.columns[name])
        if target is None or value is None:
            return portable(value)
        return str(self._session.get_one(kinds()[target], value).uid)


def _columns(row: Record) -> list[str]:
    return [column.name for column in row.__table__.columns if column.name not in _OWN]


def linked_kind(column: Any) -> str | None:
    """Return the kind of record that ``column`` points to, or None when it is no link."""
    for key in column.foreign_keys:
        return str(key.column.table.name)
    return None


def portable(value: Any) -> Any:
    """Return what stands for ``value`` in JSON; values of ours are told by their canonical text."""
    if value is None or isinstance(value, str | int | bool):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)


def dumped(value: Any) -> str:
    """Return ``value`` as JSON text, short and with its letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def recorded_state(session: Session) -> State:
    """Return every record's fields as the history would tell them; empty fields are left out.

    A link to a record that is gone, as only damage leaves it, is told as None.
    """
    uids = {
        kind: {row.id: row.uid for row in session.execute(select(entity.id, entity.uid))}
        for kind, entity in kinds().items()
    }
    return {
        (kind, row["uid"]): _told(entity, row, uids)
        for kind, entity in kinds().items()
        for row in session.execute(select(entity.__table__)).mappings()
    }


def _told(
    entity: type[Record], row: RowMapping, uids: Mapping[str, Mapping[int, UUID]]
) -> dict[str, Any]:
    told = {}
    for column in entity.__table__.columns:
        value = row[column.name]
        if column.name not in _OWN and value is not None:
            target = linked_kind(column)
            told[column.name] = portable(value if target is None else uids[target].get(value))
    return told
