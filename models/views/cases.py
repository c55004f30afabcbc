"""A case: the matter of one person, with all that hangs on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from models.values.country import Country
from models.values.partial_date import PartialDate
from models.views.custody import (
    ChargeStatusView,
    ChargeView,
    DetentionView,
    HearingView,
    OutcomeView,
    ProceedingPartyView,
    ProceedingView,
    RulingView,
    SentenceComponentView,
    SentenceView,
    StatedDurationView,
    StayView,
)
from models.views.events import EventPartyView, EventView, NexusView, UnionActivityView
from models.views.people import MembershipView, PersonNameView, PersonView
from models.views.proof import ClaimView, SourceView
from models.views.record import NewRecord, Stored, coded, office_only, referring


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCase(NewRecord):
    """The matter of one person; ``country`` is the acting State."""

    country: Country
    priority: str | None = coded("priority", "normal", office=True)
    worker: str = office_only("")
    confirmed: bool | None = office_only(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView(NewCase, Stored):
    """A recorded case; ``reference`` is what people say and write ("BY-2022-7K3M-9QXTC")."""

    reference: str
    person_id: int
    last_verified_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCaseParty(NewRecord):
    """Somebody else's part in a case."""

    role: str = coded("party_role", "colleague")
    began_on: PartialDate | None = None
    ended_on: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePartyView(NewCaseParty, Stored):
    """A recorded party of a case."""

    case_id: int
    person_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewConsent(NewRecord):
    """What a person, or somebody for them, agreed to let leave the office; by default nothing.

    Where nobody could be asked and the office decides, ``risk`` says what the naming may do to
    them, and ``approved_by`` who in the office weighed it.
    """

    state: str = coded("consent_state", "not_asked")
    basis: str | None = coded("consent_basis")
    field: str = ""
    audience: str | None = coded("audience")
    purpose: str = ""
    given_on: PartialDate | None = None
    until: PartialDate | None = None
    withdrawn_on: PartialDate | None = None
    risk: str = ""
    approved_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentView(NewConsent, Stored):
    """A recorded consent."""

    person_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDeadline(NewRecord):
    """Something due; provisional until the authority has acknowledged it."""

    kind: str = coded("deadline_kind", "other")
    due_on: PartialDate | None = None
    rule: str = ""
    provisional: bool | None = None
    done: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineView(NewDeadline, Stored):
    """A recorded deadline."""

    case_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNote(NewRecord):
    """The office's own words on a case; they never leave it."""

    text: str = ""
    written_on: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView(NewNote, Stored):
    """A recorded note."""

    case_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNeed(NewRecord):
    """What a detainee or a family needs."""

    kind: str = coded("need_kind", "other")
    text: str = ""
    met: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedView(NewNeed, Stored):
    """A recorded need."""

    case_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewContact(NewRecord):
    """A talk, letter or visit, kept in the case's log."""

    happened_on: PartialDate | None = None
    channel: str = ""
    summary: str = ""
    person_id: int | None = referring("person")


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView(NewContact, Stored):
    """A logged contact."""

    case_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TagView(Stored):
    """A word the office sorts cases by."""

    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a case stands *as last known*, derived from the dated records and never typed.

    Codes of ``custody``, ``stage`` and ``outcome``; each ``…_as_of`` is the latest day on which a
    source affirmed it, or None where no source of it is dated.
    """

    custody: str = "unknown"
    custody_as_of: PartialDate | None = None
    stage: str = "unknown"
    stage_as_of: PartialDate | None = None
    outcome: str = "none"
    outcome_as_of: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSummary:
    """One row of the list of cases; ``name`` is the name shown first, ``office`` what they do."""

    id: int
    reference: str
    name: str
    country: Country
    organisation: str
    office: str
    confirmed: bool
    standing: Standing
    latest_on: PartialDate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationName:
    """How an organisation is written: its full name and, where it has one, its acronym."""

    full: str
    acronym: str = ""

    @property
    def short(self) -> str:
        """The acronym where there is one, else the full name."""
        return self.acronym or self.full


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """Everything recorded of one case, read in one go; lists are in the order of their records.

    ``proof`` maps (uid, field) to the claims on that field, the preferred one first; the field
    :data:`models.views.proof.EXISTENCE` tells why the record is there at all. ``organisations`` and
    ``sources`` hold those that the records name, by local id.
    """

    case: CaseView
    person: PersonView
    standing: Standing
    names: tuple[PersonNameView, ...] = ()
    memberships: tuple[MembershipView, ...] = ()
    parties: tuple[CasePartyView, ...] = ()
    events: tuple[EventView, ...] = ()
    event_parties: tuple[EventPartyView, ...] = ()
    activities: tuple[UnionActivityView, ...] = ()
    nexuses: tuple[NexusView, ...] = ()
    detentions: tuple[DetentionView, ...] = ()
    stays: tuple[StayView, ...] = ()
    durations: tuple[StatedDurationView, ...] = ()
    charges: tuple[ChargeView, ...] = ()
    charge_statuses: tuple[ChargeStatusView, ...] = ()
    proceedings: tuple[ProceedingView, ...] = ()
    proceeding_parties: tuple[ProceedingPartyView, ...] = ()
    hearings: tuple[HearingView, ...] = ()
    rulings: tuple[RulingView, ...] = ()
    outcomes: tuple[OutcomeView, ...] = ()
    sentences: tuple[SentenceView, ...] = ()
    components: tuple[SentenceComponentView, ...] = ()
    consents: tuple[ConsentView, ...] = ()
    deadlines: tuple[DeadlineView, ...] = ()
    notes: tuple[NoteView, ...] = ()
    needs: tuple[NeedView, ...] = ()
    contacts: tuple[ContactView, ...] = ()
    organisations: Mapping[int, OrganisationName] = field(default_factory=dict)
    sources: Mapping[int, SourceView] = field(default_factory=dict)
    proof: Mapping[tuple[UUID, str], tuple[ClaimView, ...]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name shown first."""
        return self.names[0].full if self.names else ""

    def claims(self, record: Stored, name: str = "") -> tuple[ClaimView, ...]:
        """Return the claims on a field of ``record``; without a name, those on its existence."""
        return self.proof.get((record.uid, name), ())
