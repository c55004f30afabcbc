"""The text of a value inside a claim, and back; links are told by uid, never by a local id."""

from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Integer, select
from sqlalchemy.orm import Session

from models.entities import Record, kinds
from models.entities.columns import ValueText
from models.errors import InvalidValueError, UnknownRecordError


def encoded(session: Session, row: Record, name: str, value: Any) -> str | None:
    """Return ``value`` of the field ``name`` as the text of a claim.

    Raises:
        InvalidValueError: records of that kind have no such field.
        UnknownRecordError: the value is a link to a record that is not there.
    """
    if value is None:
        return None
    column = _column(row, name)
    for key in column.foreign_keys:
        linked = session.get(kinds()[key.column.table.name], value)
        if linked is None:
            raise UnknownRecordError("The record chosen here is no longer in the vault.")
        return str(linked.uid)
    return str(value).lower() if isinstance(value, bool) else str(value)


def decoded(session: Session, row: Record, name: str, text: str | None) -> Any:
    """Return the value that :func:`encoded` made ``text`` of, a link as its local id."""
    if text is None:
        return None
    column = _column(row, name)
    for key in column.foreign_keys:
        entity = kinds()[key.column.table.name]
        return session.scalar(select(entity.id).where(entity.uid == UUID(text)))
    return plain(row.__tablename__, name, text)


def plain(kind: str, name: str, text: str | None) -> Any:
    """Return the value in ``text`` without looking anything up; a link stays its uid's text."""
    if text is None or not name:
        return text
    column = kinds()[kind].__table__.columns[name]
    if isinstance(column.type, ValueText):
        return column.type.parse(text)
    if isinstance(column.type, Boolean):
        return text == "true"
    if isinstance(column.type, Integer) and not column.foreign_keys:
        return int(text)
    return text


def _column(row: Record, name: str) -> Any:
    columns = row.__table__.columns
    if name not in columns:
        raise InvalidValueError(f"“{name}” is no field of this record.")
    return columns[name]
