"""What leaves the office: complaints with their allegations, and letters with their addressees."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from models.values.country import Country
from models.values.partial_date import PartialDate
from models.views.cases import CaseFile, OrganisationName
from models.views.custody import ProceedingPartyView, ProceedingView
from models.views.events import EventPartyView, EventView, SituationView, TallyView
from models.views.people import OrganisationView
from models.views.proof import ClaimView, SourceView
from models.views.record import NewRecord, Stored, coded, referring, required


@dataclass(frozen=True, slots=True, kw_only=True)
class NewComplaint(NewRecord):
    """A filing in preparation: who complains of which State, by which mechanism.

    ``adds_to`` names the case or follow-up that exists and that this is information in; a new
    complaint leaves it empty.
    """

    mechanism: str = coded("mechanism", "cfa")
    country: Country
    complainant_id: int | None = referring("organisation")
    signatory: str = ""
    signatory_office: str = ""
    urgency: str = ""
    adds_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintView(NewComplaint, Stored):
    """A recorded complaint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAllegation(NewRecord):
    """A claimed violation: its topic chooses the principles, its claims carry the facts."""

    topic: str = required()
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AllegationView(NewAllegation, Stored):
    """A recorded allegation with the cases that it concerns and the claims that carry it."""

    complaint_id: int
    case_ids: tuple[int, ...] = ()
    claim_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAnnexItem(NewRecord):
    """An annex of a complaint under its number, and the file that it is, where there is one."""

    position: int
    title: str = required()
    attachment_id: int | None = referring("attachment")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexItemView(NewAnnexItem, Stored):
    """A recorded annex."""

    complaint_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingView(Stored):
    """The sealed version of a complaint: its hash, its file, and the last change it knew."""

    complaint_id: int
    sealed_on: date
    sha256: str
    sealed_name: str
    known_until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAddressee(NewRecord):
    """Who a letter goes to; the office and the address are printed exactly as recorded."""

    office: str = required()
    name: str = ""
    salutation: str = ""
    postal_address: str = ""
    language: str = ""
    country: Country | None = None
    person_id: int | None = referring("person")


@dataclass(frozen=True, slots=True, kw_only=True)
class AddresseeView(NewAddressee, Stored):
    """A recorded addressee."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLetter(NewRecord):
    """One letter: which template, in which language, to whom."""

    template: str = required()
    language: str = "en"
    addressee_id: int | None = referring("addressee")
    written_on: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterView(NewLetter, Stored):
    """A recorded letter, and the mailing that it was part of."""

    mailing_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTemplate(NewRecord):
    """The office's own wording of a letter, in one language."""

    name: str = required()
    language: str = "en"
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateView(NewTemplate, Stored):
    """A recorded template."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMailing(NewRecord):
    """A batch of letters that go out together."""

    title: str = required()


@dataclass(frozen=True, slots=True, kw_only=True)
class MailingView(NewMailing, Stored):
    """A recorded mailing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMailingStep(NewRecord):
    """What became of one letter of a mailing."""

    step: str = coded("mailing_step", "sent")
    happened_on: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MailingStepView(NewMailingStep, Stored):
    """A recorded step."""

    letter_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintFile:
    """Everything a complaint is built from.

    ``proof``, ``organisations`` and ``sources`` cover the country's records; each case file holds
    its own. ``withheld`` names the cases that consent keeps back, by reference and never by name.
    ``specimen`` asks for the stamp on every page; ``as_of`` is the day the record was read.
    """

    country: Country
    mechanism: str
    as_of: date
    specimen: bool
    complaint: ComplaintView | None = None
    complainant: OrganisationView | None = None
    cases: tuple[CaseFile, ...] = ()
    withheld: tuple[str, ...] = ()
    allegations: tuple[AllegationView, ...] = ()
    events: tuple[EventView, ...] = ()
    event_parties: tuple[EventPartyView, ...] = ()
    proceedings: tuple[ProceedingView, ...] = ()
    proceeding_parties: tuple[ProceedingPartyView, ...] = ()
    situations: tuple[SituationView, ...] = ()
    tallies: tuple[TallyView, ...] = ()
    organisations: Mapping[int, OrganisationName] = field(default_factory=dict)
    sources: Mapping[int, SourceView] = field(default_factory=dict)
    proof: Mapping[tuple[UUID, str], tuple[ClaimView, ...]] = field(default_factory=dict)

    def claims(self, record: Stored, name: str = "") -> tuple[ClaimView, ...]:
        """Return the claims on the field ``name`` of a record of the country."""
        return self.proof.get((record.uid, name), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFile:
    """Everything one letter is built from; ``addressee`` is None for a letter to the prisoner."""

    template: str
    language: str
    case: CaseFile
    as_of: date
    specimen: bool
    sender: str = ""
    addressee: AddresseeView | None = None
