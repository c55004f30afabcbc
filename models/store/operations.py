"""What a unit of work did, as operations that mean the same on every machine.

An operation names its record by kind and uid; links to other records are told by their uid, so that
local ids never enter the history. Values are JSON text. Projections are not recorded: they follow.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from models.entities import Record, kinds

ADD, SET, REMOVE = "add", "set", "remove"
_OWN = frozenset({"id", "uid"})


@dataclass(frozen=True, slots=True)
class Operation:
    """One step: a record was added or removed, or one of its fields was set to ``value`` (JSON)."""

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
                self._note(row, ADD)
        for row in self._session.dirty:
            if isinstance(row, Record):
                self._note(row, SET)
        for row in self._session.deleted:
            if isinstance(row, Record):
                self._touch(row)
                self.operations.append(Operation(row.__tablename__, row.uid, REMOVE))

    def _note(self, row: Record, operation: str) -> None:
        kind = row.__tablename__
        self._touch(row)
        if operation == ADD:
            self.operations.append(Operation(kind, row.uid, ADD))
        self.operations.extend(
            Operation(kind, row.uid, SET, name, self._portable(column, value))
            for name, column, value in _written(row, all_of_it=operation == ADD)
        )

    def _touch(self, row: Record) -> None:
        self.touched[row.__tablename__, row.id] = None

    def _portable(self, column: Any, value: Any) -> str:
        target = linked_kind(column)
        if target is None or value is None:
            return json_text(value)
        linked = self._session.get_one(kinds()[target], value)
        return json_text(linked.uid)


def _written(row: Record, *, all_of_it: bool) -> Iterator[tuple[str, Any, Any]]:
    state = inspect(row)
    for attribute in state.mapper.column_attrs:
        if attribute.key in _OWN:
            continue
        value = getattr(row, attribute.key)
        changed = state.attrs[attribute.key].history.has_changes()
        if (all_of_it and value is not None) or (not all_of_it and changed):
            yield attribute.key, attribute.columns[0], value


def linked_kind(column: Any) -> str | None:
    """Return the kind of record that ``column`` points to, or None when it is no link."""
    for key in column.foreign_keys:
        return str(key.column.table.name)
    return None


def json_text(value: Any) -> str:
    """Return ``value`` as JSON; values of ours are told by their canonical text."""
    if value is None or isinstance(value, str | int | bool):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, date):
        return json.dumps(value.isoformat())
    return json.dumps(str(value), ensure_ascii=False)


def recorded_state(session: Session) -> dict[tuple[str, UUID], dict[str, str]]:
    """Return every record's fields as the history would tell them; empty fields are left out."""
    state: dict[tuple[str, UUID], dict[str, str]] = {}
    uids: dict[str, dict[int, UUID]] = {}
    for kind, entity in kinds().items():
        uids[kind] = {row.id: row.uid for row in session.execute(select(entity.id, entity.uid))}
    for kind, entity in kinds().items():
        columns = [c for c in entity.__table__.columns if c.name not in _OWN]
        for row in session.execute(select(entity.__table__)).mappings():
            fields = {c.name: row[c.name] for c in columns if row[c.name] is not None}
            state[kind, row["uid"]] = {
                c.name: json_text(
                    uids[target][fields[c.name]] if (target := linked_kind(c)) else fields[c.name]
                )
                for c in columns
                if c.name in fields
            }
    return state
