"""Deprivation of liberty and the courts: detentions, proceedings, charges, sentences."""

from dataclasses import dataclass

from models.values.country import Country
from models.values.money import Money
from models.values.partial_date import PartialDate
from models.values.term import Term
from models.views.record import NewRecord, Stored, coded, referring


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDetention(NewRecord):
    """Deprivation of liberty from arrest to release, under one kind of custody."""

    kind: str = coded("detention_kind", "unspecified")
    began_on: PartialDate | None = None
    ended_on: PartialDate | None = None
    end: str | None = coded("detention_end")
    place: str = ""
    authority_id: int | None = referring("organisation")
    ground: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DetentionView(NewDetention, Stored):
    """A recorded detention."""

    case_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStay(NewRecord):
    """One place within a detention, between two transfers."""

    place: str = ""
    organisation_id: int | None = referring("organisation")
    began_on: PartialDate | None = None
    ended_on: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StayView(NewStay, Stored):
    """A recorded stay."""

    detention_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStatedDuration(NewRecord):
    """A length of custody as a source states it ("more than 105 days this year"), in days."""

    days: int | None = None
    bound: str | None = coded("bound", "exact")
    period: PartialDate | None = None
    consecutive: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedDurationView(NewStatedDuration, Stored):
    """A recorded stated duration; it belongs to the case, since it may span detentions."""

    case_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewProceeding(NewRecord):
    """A court's docket; ``accused_count`` is how many stand accused, named or not.

    ``accusation``, ``term_faced`` and ``faced_bound`` are what is said of all accused together;
    what one person is charged with is a Charge of their case.
    """

    kind: str = coded("proceeding_kind", "criminal")
    title: str = ""
    country: Country | None = None
    court_id: int | None = referring("organisation")
    docket: str = ""
    judge: str = ""
    began_on: PartialDate | None = None
    accused_count: int | None = None
    accusation: str = ""
    term_faced: Term | None = None
    faced_bound: str | None = coded("bound")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProceedingView(NewProceeding, Stored):
    """A recorded proceeding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewProceedingParty(NewRecord):
    """A side in a proceeding: one case, or a stated number of people whom nobody has named."""

    kind: str = coded("party_kind", "accused")
    unnamed_count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProceedingPartyView(NewProceedingParty, Stored):
    """A recorded party."""

    proceeding_id: int
    case_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewHearing(NewRecord):
    """A session of a court."""

    kind: str = coded("hearing_kind", "trial")
    held_on: PartialDate | None = None
    place: str = ""
    result: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingView(NewHearing, Stored):
    """A recorded hearing."""

    proceeding_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRuling(NewRecord):
    """A court's decision; deadlines run from its pronouncement or from its service."""

    kind: str = coded("ruling_kind", "judgment")
    pronounced_on: PartialDate | None = None
    served_on: PartialDate | None = None
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingView(NewRuling, Stored):
    """A recorded ruling."""

    proceeding_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOutcome(NewRecord):
    """How a ruling ended for one party, where known under one charge."""

    kind: str = coded("outcome_kind", "convicted")
    charge_id: int | None = referring("charge")


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeView(NewOutcome, Stored):
    """A recorded outcome."""

    ruling_id: int
    party_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCharge(NewRecord):
    """An accusation; ``term_faced`` is the term it may bring and never a sentence.

    ``faced_bound`` tells “facing 14 years” from “facing up to 14 years”. ``provisions`` are article
    numbers as reported, separated by semicolons.
    """

    wording: str = ""
    provisions: str = ""
    term_faced: Term | None = None
    faced_bound: str | None = coded("bound")
    proceeding_id: int | None = referring("proceeding")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeView(NewCharge, Stored):
    """A recorded charge."""

    case_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewChargeStatus(NewRecord):
    """Where a charge stood on a day."""

    state: str = coded("charge_state", "charged")
    since_on: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeStatusView(NewChargeStatus, Stored):
    """A recorded status of a charge."""

    charge_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSentence(NewRecord):
    """The penalty a ruling imposes; ``reported_as`` keeps the source's word for it."""

    pronounced_on: PartialDate | None = None
    reported_as: str = ""
    ground: str = ""
    ruling_id: int | None = referring("ruling")
    supersedes_id: int | None = referring("sentence")


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceView(NewSentence, Stored):
    """A recorded sentence."""

    case_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSentenceComponent(NewRecord):
    """One part of a sentence: prison, home confinement, a fine or a ban on office."""

    kind: str = coded("sentence_kind", "prison")
    term: Term | None = None
    amount: Money | None = None
    began_on: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceComponentView(NewSentenceComponent, Stored):
    """A recorded component."""

    sentence_id: int
