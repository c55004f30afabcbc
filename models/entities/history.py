"""The complete log of operations, and what the vault knows of its devices and itself.

A change's hash covers its payload only through a salted digest, so that a witness's name can be
erased from :class:`ChangePayload` without breaking the chain (decision 0008).
"""

from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Integer, LargeBinary, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from models.entities.base import Base, Record, belongs_to


class Device(Base):
    """A machine that writes: its public key, and on that machine its signing seed."""

    __tablename__ = "device"
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    uid: Mapped[UUID] = mapped_column(Uuid, unique=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    signing_seed: Mapped[bytes | None] = mapped_column(LargeBinary)


class Setting(Base):
    """A setting of the office, kept in the vault."""

    __tablename__ = "setting"
    name: Mapped[str] = mapped_column(Text, primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class ChangeSet(Base):
    """The changes of one unit of work: who, when by the hybrid clock, and the signed chain head.

    ``clock`` is microseconds since 1970 UTC, never less than one more than the one before, so that
    order survives a wrong wall clock.
    """

    __tablename__ = "change_set"
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    uid: Mapped[UUID] = mapped_column(Uuid, unique=True)
    device_uid: Mapped[UUID] = mapped_column(Uuid)
    worker: Mapped[str] = mapped_column(Text)
    clock: Mapped[int] = mapped_column(BigInteger)
    head: Mapped[bytes] = mapped_column(LargeBinary)
    signature: Mapped[bytes] = mapped_column(LargeBinary)


class Change(Base):
    """One operation: ``add`` a record, ``set`` a field of it, ``remove`` it."""

    __tablename__ = "change"
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    change_set_id: Mapped[int] = mapped_column(ForeignKey("change_set.id"), index=True)
    kind: Mapped[str] = mapped_column(Text)
    record_uid: Mapped[UUID] = mapped_column(Uuid, index=True)
    operation: Mapped[str] = mapped_column(Text)
    field: Mapped[str] = mapped_column(Text)
    digest: Mapped[bytes] = mapped_column(LargeBinary)


class ChangePayload(Base):
    """The value that a change wrote, and the salt of its digest; erasable on its own."""

    __tablename__ = "change_payload"
    change_id: Mapped[int] = mapped_column(ForeignKey("change.id"), primary_key=True)
    salt: Mapped[bytes] = mapped_column(LargeBinary)
    value: Mapped[str | None] = mapped_column(Text)


class Judgement(Record):
    """Somebody decided that two people are the same, or are not.

    ``cluster`` is shared by all records judged to be one; a merge rewrites nothing.
    """

    __tablename__ = "judgement"
    person_id: Mapped[int] = belongs_to("person")
    other_id: Mapped[int] = belongs_to("person")
    same: Mapped[bool]
    cluster: Mapped[UUID] = mapped_column(Uuid)
