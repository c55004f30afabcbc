"""Reading by Core into frozen views: the columns are the view's own fields, in its order."""

from collections.abc import Hashable, Iterable
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar, cast

from sqlalchemy import ColumnElement, Connection, FromClause, Select, select

from models.entities import kinds

View = TypeVar("View")


def table(kind: str) -> FromClause:
    """Return the table that holds records of ``kind``."""
    return kinds()[kind].__table__


def read(
    connection: Connection, kind: str, view: type[View], *where: ColumnElement[bool]
) -> tuple[View, ...]:
    """Return the records of ``kind`` that match, as ``view`` values in the order of their ids."""
    names, statement = _selection(kind, cast("Hashable", view))
    rows = connection.execute(statement.where(*where)) if where else connection.execute(statement)
    return tuple(view(**dict(zip(names, row, strict=True))) for row in rows)


@cache
def _selection(kind: str, view: Any) -> tuple[tuple[str, ...], Select[Any]]:
    columns = table(kind).columns
    names = tuple(spec.name for spec in fields(view) if spec.name in columns)
    return names, select(*(columns[name] for name in names)).order_by(columns["id"])


def among(column: Any, values: Iterable[Any]) -> ColumnElement[bool]:
    """Return “``column`` is one of ``values``”, with the values in a steady order."""
    return cast("ColumnElement[bool]", column.in_(sorted(set(values))))
