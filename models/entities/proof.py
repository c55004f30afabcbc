"""Sources, their files, and the claims and citations that tie values to them."""

from datetime import date
from uuid import UUID

from sqlalchemy import BigInteger, Date, Integer, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.entities.base import Record, belongs_to
from models.views.proof import NewSource


class Source(Record, facts=NewSource, claims=False):
    """Something that can support facts; its own fields are facts about it and make no claims."""

    __tablename__ = "source"
    text: Mapped[str] = mapped_column(Text, default="")


class Attachment(Record):
    """A sealed file that belongs to a source."""

    __tablename__ = "attachment"
    source_id: Mapped[int] = belongs_to("source")
    file_name: Mapped[str] = mapped_column(Text)
    media_type: Mapped[str] = mapped_column(Text)
    length: Mapped[int] = mapped_column(BigInteger)
    sha256_plain: Mapped[str] = mapped_column(Text)
    sha256_sealed: Mapped[str] = mapped_column(Text)
    sealed_name: Mapped[str] = mapped_column(Text)


class Handling(Record):
    """Somebody took a sealed file in, viewed it or exported it."""

    __tablename__ = "handling"
    attachment_id: Mapped[int] = belongs_to("attachment")
    act: Mapped[str] = mapped_column(Text)
    worker: Mapped[str] = mapped_column(Text)
    handled_at: Mapped[str] = mapped_column(Text)


class Claim(Record):
    """This field of this record has (or has not) this value.

    ``value`` is the canonical text of the value, of a link the uid; the subject is named by kind
    and uid too, so that a claim means the same on every machine (``casework/portable.py``).
    """

    __tablename__ = "claim"
    subject_kind: Mapped[str] = mapped_column(Text)
    subject_uid: Mapped[UUID] = mapped_column(Uuid, index=True)
    field: Mapped[str] = mapped_column(Text)
    value: Mapped[str | None] = mapped_column(Text)
    polarity: Mapped[str] = mapped_column(Text, default="asserted")
    status: Mapped[str] = mapped_column(Text, default="preferred")
    reason: Mapped[str] = mapped_column(Text, default="")
    credibility: Mapped[int | None] = mapped_column(Integer)
    learned_on: Mapped[date | None] = mapped_column(Date)


class Citation(Record):
    """The place in a source that supports a claim."""

    __tablename__ = "citation"
    claim_id: Mapped[int] = belongs_to("claim")
    claim: Mapped[Claim] = relationship()
    source_id: Mapped[int] = belongs_to("source")
    paragraph: Mapped[int | None] = mapped_column(Integer)
    page: Mapped[str] = mapped_column(Text, default="")
    quotation: Mapped[str] = mapped_column(Text, default="")
    attributed_to: Mapped[str] = mapped_column(Text, default="")
    hedge: Mapped[str] = mapped_column(Text, default="")
