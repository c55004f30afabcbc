"""Complaints and letters."""

from datetime import date

from sqlalchemy import Date, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.entities.base import Record, belongs_to
from models.views.filings import (
    NewAddressee,
    NewAllegation,
    NewAnnexItem,
    NewComplaint,
    NewLetter,
    NewMailing,
    NewMailingStep,
    NewTemplate,
)


class Complaint(Record, facts=NewComplaint, claims=False):
    """A filing in preparation."""

    __tablename__ = "complaint"


class Allegation(Record, facts=NewAllegation, claims=False):
    """A claimed violation."""

    __tablename__ = "allegation"
    complaint_id: Mapped[int] = belongs_to("complaint")


class AllegationCase(Record):
    """A case that an allegation concerns."""

    __tablename__ = "allegation_case"
    allegation_id: Mapped[int] = belongs_to("allegation")
    case_id: Mapped[int] = belongs_to("case")


class AllegationClaim(Record):
    """A claim that carries an allegation."""

    __tablename__ = "allegation_claim"
    allegation_id: Mapped[int] = belongs_to("allegation")
    claim_id: Mapped[int] = belongs_to("claim")


class AnnexItem(Record, facts=NewAnnexItem, claims=False):
    """A numbered annex of a complaint."""

    __tablename__ = "annex_item"
    complaint_id: Mapped[int] = belongs_to("complaint")


class Filing(Record):
    """The sealed version of a complaint: its bytes' hash and the last change it knew."""

    __tablename__ = "filing"
    complaint_id: Mapped[int] = belongs_to("complaint")
    sealed_on: Mapped[date] = mapped_column(Date)
    sha256: Mapped[str] = mapped_column(Text)
    sealed_name: Mapped[str] = mapped_column(Text)
    known_until: Mapped[str] = mapped_column(Text)


class Addressee(Record, facts=NewAddressee, claims=False):
    """Who a letter goes to."""

    __tablename__ = "addressee"


class Letter(Record, facts=NewLetter, claims=False):
    """One letter."""

    __tablename__ = "letter"
    mailing_id: Mapped[int | None] = belongs_to("mailing", optional=True)


class LetterCase(Record):
    """A case that a letter is about."""

    __tablename__ = "letter_case"
    letter_id: Mapped[int] = belongs_to("letter")
    case_id: Mapped[int] = belongs_to("case")


class Template(Record, facts=NewTemplate, claims=False):
    """The office's own wording of a letter, in one language."""

    __tablename__ = "template"


class Mailing(Record, facts=NewMailing, claims=False):
    """A batch of letters."""

    __tablename__ = "mailing"


class MailingStep(Record, facts=NewMailingStep, claims=False):
    """What became of one letter of a mailing: sent, returned, answered."""

    __tablename__ = "mailing_step"
    letter_id: Mapped[int] = belongs_to("letter")
