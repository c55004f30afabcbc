"""Cases, and what the office keeps on them."""

from datetime import date

from sqlalchemy import Date, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.entities.base import Record, belongs_to
from models.views.cases import (
    NewCase,
    NewCaseParty,
    NewConsent,
    NewContact,
    NewDeadline,
    NewNeed,
    NewNote,
)


class Case(Record, facts=NewCase):
    """The matter of one person."""

    __tablename__ = "case"
    reference: Mapped[str] = mapped_column(Text, unique=True)
    person_id: Mapped[int] = belongs_to("person")
    last_verified_on: Mapped[date | None] = mapped_column(Date)


class CaseParty(Record, facts=NewCaseParty):
    """Somebody else's part in a case."""

    __tablename__ = "case_party"
    case_id: Mapped[int] = belongs_to("case")
    person_id: Mapped[int] = belongs_to("person")


class Consent(Record, facts=NewConsent, claims=False):
    """What a person agreed to let leave the office."""

    __tablename__ = "consent"
    person_id: Mapped[int] = belongs_to("person")


class Deadline(Record, facts=NewDeadline, claims=False):
    """Something due."""

    __tablename__ = "deadline"
    case_id: Mapped[int] = belongs_to("case")


class Note(Record, facts=NewNote, claims=False):
    """The office's own words on a case."""

    __tablename__ = "note"
    case_id: Mapped[int] = belongs_to("case")


class Need(Record, facts=NewNeed, claims=False):
    """What a detainee or a family needs."""

    __tablename__ = "need"
    case_id: Mapped[int] = belongs_to("case")


class Contact(Record, facts=NewContact, claims=False):
    """A talk, letter or visit."""

    __tablename__ = "contact"
    case_id: Mapped[int] = belongs_to("case")


class Tag(Record):
    """A word the office sorts cases by."""

    __tablename__ = "tag"
    word: Mapped[str] = mapped_column(Text, unique=True)


class CaseTag(Record):
    """A case that carries a tag."""

    __tablename__ = "case_tag"
    case_id: Mapped[int] = belongs_to("case")
    tag_id: Mapped[int] = belongs_to("tag")
