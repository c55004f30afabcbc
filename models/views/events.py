"""What happened and what is said of a country: events, union activity, situations, tallies."""

from dataclasses import dataclass

from models.values.country import Country
from models.values.partial_date import PartialDate
from models.views.record import NewRecord, Stored, coded, referring, required


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent(NewRecord):
    """Something that happened and has no other home; an arrest is the start of a Detention.

    ``summary`` is our own short sentence; ``unnamed_count`` says how many people whom nobody has
    named were part of it, ``unnamed_bound`` how exact that number is.
    """

    kind: str = coded("event_kind", "other")
    occurred_on: PartialDate | None = None
    place: str = ""
    country: Country | None = None
    summary: str = ""
    unnamed_count: int | None = None
    unnamed_bound: str | None = coded("bound")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView(NewEvent, Stored):
    """A recorded event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEventParty(NewRecord):
    """The part that a case or an organisation has in an event."""

    role: str | None = coded("event_role")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPartyView(NewEventParty, Stored):
    """A recorded part in an event, of a case or of an organisation."""

    event_id: int
    case_id: int | None
    organisation_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUnionActivity(NewRecord):
    """What the person did for the union, and when."""

    kind: str = coded("union_activity_kind", "organising")
    summary: str = ""
    began_on: PartialDate | None = None
    ended_on: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnionActivityView(NewUnionActivity, Stored):
    """A recorded union activity."""

    case_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNexus(NewRecord):
    """Why the measure follows from the union activity: the ground, and who argues it how."""

    ground: str = coded("nexus_ground", "timing")
    argument: str = ""
    union_activity_id: int | None = referring("union_activity")


@dataclass(frozen=True, slots=True, kw_only=True)
class NexusView(NewNexus, Stored):
    """A recorded nexus."""

    case_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSituation(NewRecord):
    """A statement about a country with its own later fate: a bill that was blocked is not law."""

    statement: str = required()
    kind: str = coded("situation_kind", "practice")
    country: Country | None = None
    since_on: PartialDate | None = None
    fate: str | None = coded("situation_fate", "reported")
    fate_on: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SituationView(NewSituation, Stored):
    """A recorded situation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTally(NewRecord):
    """A stated number: what is counted, how exact, and the date or period it stands for."""

    kind: str = coded("tally_kind", "other")
    counted: str = ""
    country: Country | None = None
    number: int | None = None
    bound: str | None = coded("bound", "exact")
    as_of: PartialDate | None = None
    said_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyView(NewTally, Stored):
    """A recorded tally."""
