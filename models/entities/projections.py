"""What is derived from the records in the same transaction, and can be rebuilt at any time.

Projections are not part of the history: :func:`models.casework.projecting.rebuild` makes them anew.
"""

from sqlalchemy import ForeignKey, Index, Integer, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.entities.base import Base


class CaseStanding(Base):
    """Standing and list row of a case; dates as EDTF text, ``latest`` as a proleptic day number."""

    __tablename__ = "case_standing"
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    sort_name: Mapped[str] = mapped_column(Text, index=True)
    organisation: Mapped[str] = mapped_column(Text)
    office: Mapped[str] = mapped_column(Text)
    custody: Mapped[str] = mapped_column(Text, index=True)
    custody_as_of: Mapped[str | None] = mapped_column(Text)
    stage: Mapped[str] = mapped_column(Text)
    stage_as_of: Mapped[str | None] = mapped_column(Text)
    outcome: Mapped[str] = mapped_column(Text)
    outcome_as_of: Mapped[str | None] = mapped_column(Text)
    latest_on: Mapped[str | None] = mapped_column(Text)


class Moment(Base):
    """The earliest and the latest day of one dated field, as proleptic Gregorian day numbers."""

    __tablename__ = "moment"
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    kind: Mapped[str] = mapped_column(Text)
    record_id: Mapped[int] = mapped_column(Integer)
    field: Mapped[str] = mapped_column(Text)
    earliest: Mapped[int | None] = mapped_column(Integer)
    latest: Mapped[int | None] = mapped_column(Integer)
    __table_args__ = (Index(None, kind, record_id, field, unique=True),)


class NameKey(Base):
    """One searchable text of a case or a person, folded (see :mod:`models.search.folding`)."""

    __tablename__ = "name_key"
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    folded: Mapped[str] = mapped_column(Text)
