"""Detentions, proceedings, charges and sentences."""

from sqlalchemy.orm import Mapped

from models.entities.base import Record, belongs_to
from models.views.custody import (
    NewCharge,
    NewChargeStatus,
    NewDetention,
    NewHearing,
    NewOutcome,
    NewProceeding,
    NewProceedingParty,
    NewRuling,
    NewSentence,
    NewSentenceComponent,
    NewStatedDuration,
    NewStay,
)


class Detention(Record, facts=NewDetention):
    """Deprivation of liberty from arrest to release."""

    __tablename__ = "detention"
    case_id: Mapped[int] = belongs_to("case")


class Stay(Record, facts=NewStay):
    """One place within a detention."""

    __tablename__ = "stay"
    detention_id: Mapped[int] = belongs_to("detention")


class StatedDuration(Record, facts=NewStatedDuration):
    """A length of custody as a source states it."""

    __tablename__ = "stated_duration"
    case_id: Mapped[int] = belongs_to("case")


class Proceeding(Record, facts=NewProceeding):
    """A court's docket."""

    __tablename__ = "proceeding"


class ProceedingParty(Record, facts=NewProceedingParty):
    """A case, or unnamed people, in a proceeding."""

    __tablename__ = "proceeding_party"
    proceeding_id: Mapped[int] = belongs_to("proceeding")
    case_id: Mapped[int | None] = belongs_to("case", optional=True)


class Hearing(Record, facts=NewHearing):
    """A session of a court."""

    __tablename__ = "hearing"
    proceeding_id: Mapped[int] = belongs_to("proceeding")


class Ruling(Record, facts=NewRuling):
    """A court's decision."""

    __tablename__ = "ruling"
    proceeding_id: Mapped[int] = belongs_to("proceeding")


class Outcome(Record, facts=NewOutcome):
    """How a ruling ended for one party."""

    __tablename__ = "outcome"
    ruling_id: Mapped[int] = belongs_to("ruling")
    party_id: Mapped[int] = belongs_to("proceeding_party")


class Charge(Record, facts=NewCharge):
    """An accusation."""

    __tablename__ = "charge"
    case_id: Mapped[int] = belongs_to("case")


class ChargeStatus(Record, facts=NewChargeStatus):
    """Where a charge stood on a day."""

    __tablename__ = "charge_status"
    charge_id: Mapped[int] = belongs_to("charge")


class Sentence(Record, facts=NewSentence):
    """The penalty a ruling imposes."""

    __tablename__ = "sentence"
    case_id: Mapped[int] = belongs_to("case")


class SentenceComponent(Record, facts=NewSentenceComponent):
    """One part of a sentence."""

    __tablename__ = "sentence_component"
    sentence_id: Mapped[int] = belongs_to("sentence")
