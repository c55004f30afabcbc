"""Events, union activity, and what is said of a country."""

from sqlalchemy.orm import Mapped

from models.entities.base import Record, belongs_to
from models.views.events import (
    NewEvent,
    NewEventParty,
    NewNexus,
    NewSituation,
    NewTally,
    NewUnionActivity,
)


class Event(Record, facts=NewEvent):
    """Something that happened and has no other home."""

    __tablename__ = "event"


class EventParty(Record, facts=NewEventParty):
    """A case or an organisation that an event concerns."""

    __tablename__ = "event_party"
    event_id: Mapped[int] = belongs_to("event")
    case_id: Mapped[int | None] = belongs_to("case", optional=True)
    organisation_id: Mapped[int | None] = belongs_to("organisation", optional=True)


class UnionActivity(Record, facts=NewUnionActivity):
    """What the person did for the union."""

    __tablename__ = "union_activity"
    case_id: Mapped[int] = belongs_to("case")


class Nexus(Record, facts=NewNexus):
    """Why the measure follows from the union activity."""

    __tablename__ = "nexus"
    case_id: Mapped[int] = belongs_to("case")


class Situation(Record, facts=NewSituation):
    """A statement about a country."""

    __tablename__ = "situation"


class Tally(Record, facts=NewTally):
    """A stated number."""

    __tablename__ = "tally"
