"""The base of every mapped record, and the columns made from a ``New…`` value's fields."""

import types
from dataclasses import Field, fields
from typing import Any, ClassVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from sqlalchemy import Boolean, ForeignKey, Integer, MetaData, Text, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeEngine
from uuid6 import uuid7

from models.entities.columns import COLUMN_TYPES
from models.views.record import REFERS_TO, REQUIRED, VOCABULARY, NewRecord

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The registry of all tables."""

    metadata = MetaData(naming_convention=NAMING)


_KINDS: dict[str, type["Record"]] = {}


class Record(Base):
    """A row of the case record: a local ``id`` that never leaves the machine, and a ``uid``.

    ``class Detention(Record, facts=NewDetention)`` gets a column for every field of that value;
    each of those columns is a projection of the preferred claim on the field.
    """

    __abstract__ = True
    facts: ClassVar[type[NewRecord]] = NewRecord
    claims: ClassVar[bool] = False
    """Whether the record tells of the world and so rests on claims, or of the office's own acts."""

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    uid: Mapped[UUID] = mapped_column(Uuid, unique=True, default=uuid7)

    def __init_subclass__(
        cls, facts: type[NewRecord] | None = None, *, claims: bool = True, **arguments: Any
    ) -> None:
        """Add the fact columns before the class is mapped, and register its kind."""
        if facts is not None:
            cls.facts, cls.claims = facts, claims
            for spec in fields(facts):
                setattr(cls, spec.name, _column(facts, spec))
        super().__init_subclass__(**arguments)
        _KINDS[cls.__tablename__] = cls


def kinds() -> dict[str, type[Record]]:
    """Return every record class by its kind, which is its table's name."""
    return _KINDS


def facts_of(kind: str) -> tuple[Field[Any], ...]:
    """Return the fields of the ``New…`` value of records of ``kind``."""
    return fields(_KINDS[kind].facts)


def type_of(kind: str, name: str) -> type:
    """Return the type of the values that the field ``name`` of records of ``kind`` holds."""
    return _bare(get_type_hints(_KINDS[kind].facts)[name])[0]


def belongs_to(kind: str, *, optional: bool = False) -> Any:
    """Return the column of a structural link to a record of ``kind``; it is never a claim."""
    return mapped_column(ForeignKey(f"{kind}.id"), nullable=optional, index=True)


def _column(facts: type[NewRecord], spec: Field[Any]) -> Any:
    kind, optional = _bare(get_type_hints(facts)[spec.name])
    if (referred := spec.metadata.get(REFERS_TO)) is not None:
        return belongs_to(referred, optional=True)
    free = kind is str and not spec.metadata.keys() & {VOCABULARY, REQUIRED}
    # Free text is empty by default; any other default would replace a None that was meant.
    default = "" if free and not optional else None
    return mapped_column(_sql_type(kind), nullable=optional, default=default)


def _bare(hint: Any) -> tuple[type, bool]:
    """Return the type behind ``T | None``, and whether None is allowed."""
    if get_origin(hint) not in {Union, types.UnionType}:
        return hint, False
    return next(part for part in get_args(hint) if part is not type(None)), True


def _sql_type(kind: type) -> TypeEngine[Any]:
    plain: dict[type, TypeEngine[Any]] = {str: Text(), int: Integer(), bool: Boolean()}
    return plain.get(kind) or COLUMN_TYPES[kind]
