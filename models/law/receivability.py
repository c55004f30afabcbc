"""Receivability of a complaint to the Committee on Freedom of Association: what can be told.

The list follows the ILO's guide for constituents and the workers' guide on freedom of association;
``stop`` means not receivable, ``warn`` mend before sending, ``info`` good to know. Each check is a
function of its own, so that what it says can be tested as pass, fail and unknown.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from models.law import allegations, library
from models.views.cases import CaseFile
from models.views.filings import ComplaintFile
from models.views.law import CheckView, Verdict

_ORGANISATIONS = frozenset({"union", "federation", "centre", "global_union"})
_NAMED_AT_MOST = 10
_OLD = timedelta(days=2 * 365)


def checks(file: ComplaintFile) -> tuple[CheckView, ...]:
    """Return the result of every check that a complaint file can answer, in the list's order."""
    return tuple(
        CheckView(number=number, verdict=verdict, matter=matter, reason=reason)
        for number, matter, check in _CHECKS
        for verdict, reason in (check(file),)
    )


Result = tuple[Verdict, str]


def complainant(file: ComplaintFile) -> Result:
    """Only an organisation of workers or employers, or a government, may complain."""
    if file.complainant is None:
        return (
            "stop",
            "No complainant is chosen. Persons, families, lawyers and NGOs cannot complain.",
        )
    if file.complainant.kind not in _ORGANISATIONS:
        return "stop", "The complainant is not recorded as an organisation of workers or employers."
    return "pass", "The complainant is an organisation."


def capacity(file: ComplaintFile) -> Result:
    """A national organisation with direct interest, or an international one of two kinds."""
    standing = file.complainant.cfa_standing if file.complainant else None
    if standing in (None, "none"):
        return "stop", "Choose in which capacity the organisation complains."
    if standing == "local":
        return "warn", "A local union needs a national centre or a global union beside it."
    if standing == "international_other":
        return "warn", "Name the affiliated organisation that the allegations affect."
    return "pass", "The organisation may complain in this capacity."


def existence(file: ComplaintFile) -> Result:
    """Dissolution, missing registration or exile never make a complaint irreceivable."""
    dissolved = {
        party.organisation_id
        for party in file.event_parties
        for event in file.events
        if event.id == party.event_id and event.kind == "dissolution" and party.role == "affected"
    }
    if file.complainant and file.complainant.id in dissolved:
        return "info", "The complainant was dissolved; say so and annex proof that it existed."
    return "pass", "Dissolution, missing registration or exile would not stand in the way."


def address(file: ComplaintFile) -> Result:
    """A complaint needs a permanent address."""
    if file.complainant and file.complainant.postal_address.strip():
        return "pass", "A permanent address is recorded."
    return "stop", "The complainant's permanent postal address is missing."


def signatory(file: ComplaintFile) -> Result:
    """A complaint is signed by somebody entitled to."""
    if file.complaint and file.complaint.signatory and file.complaint.signatory_office:
        return (
            "pass",
            "Name and office of the signatory are recorded; the copy sent must be signed.",
        )
    return "stop", "Name or office of the person who signs is missing."


def respondent(file: ComplaintFile) -> Result:
    """A complaint is directed against the government of a member State."""
    if library.ratifications(file.country):
        return "pass", "The complaint names a government as responsible."
    return "warn", "Our tables do not know this State; confirm that it is a member of the ILO."


def form(_file: ComplaintFile) -> Result:
    """The text says what it is and is addressed to the Director-General."""
    return "pass", "The text says that it is a complaint to the Committee and to whom it goes."


def substance(file: ComplaintFile) -> Result:
    """A complaint alleges an infringement of freedom of association."""
    found = allegations.bases(file)
    if not found:
        return "stop", "The record supports no allegation about freedom of association yet."
    if any(one.proposed for one in found):
        return "warn", "The allegations are proposals from the record; confirm or replace each one."
    return "pass", "There are allegations about freedom of association."


def nexus(file: ComplaintFile) -> Result:
    """For each victim it should be said why the measure follows from union activity."""
    return _lacking(
        file,
        lambda case: not case.nexuses,
        "The link between union activity and the measure is not recorded for",
        "The link between union activity and the measure is recorded for everybody.",
    )


def particulars(file: ComplaintFile) -> Result:
    """Each victim needs dated facts."""
    return _lacking(
        file,
        lambda case: not any(_dates(case)),
        "No measure is dated for",
        "Something is dated for everybody named.",
    )


def places(file: ComplaintFile) -> Result:
    """Place and authority of each detention should be known."""
    return _lacking(
        file,
        lambda case: any(not one.place and one.authority_id is None for one in case.detentions),
        "Neither place nor authority of the detention is recorded for",
        "Place or authority is recorded for every detention.",
    )


def annexes(file: ComplaintFile) -> Result:
    """The allegations should be supported by annexes."""
    held = set(file.sources).union(*(case.sources for case in file.cases))
    count = len(held)
    if not count:
        return "warn", "Nothing in the record has a source; there is nothing to annex."
    if count == 1:
        return "warn", "Everything rests on one single source; look for a second, independent one."
    return (
        "warn",
        f"The record draws on {count} sources; attach judgments, warrants and press as annexes.",
    )


def provisions(file: ComplaintFile) -> Result:
    """The provisions relied on by the authorities should be quoted."""
    charges = [charge for case in file.cases for charge in case.charges]
    if any(not charge.provisions for charge in charges) or not charges:
        return "warn", "The legal provisions behind charges and sentences are not recorded."
    return "pass", "The provisions behind the charges are recorded."


def urgency(file: ComplaintFile) -> Result:
    """Urgent treatment is asked for with a reason."""
    if file.complaint and file.complaint.urgency:
        return "pass", "Urgent treatment is asked for, with a ground."
    if any(case.detentions for case in file.cases):
        return "warn", "No ground of urgency is chosen; personal freedom would be one here."
    return "warn", "No ground of urgency is chosen."


def relevance(file: ComplaintFile) -> Result:
    """The background should bear on freedom of association."""
    if file.situations:
        return "warn", (
            "The background tells everything recorded of the country; strike out what does not"
            " bear on freedom of association."
        )
    return "info", "Nothing is recorded of the country beyond the cases."


def remedies(_file: ComplaintFile) -> Result:
    """National remedies and conciliation should be mentioned; they are no condition."""
    return "warn", "Say which national remedies were used, and your position on conciliation."


def age(file: ComplaintFile) -> Result:
    """Old facts need a reason; this is a convention of ours, not a rule of the ILO."""
    latest = max((day for case in file.cases for day in _dates(case)), default=None)
    if latest is None:
        return "warn", "No measure is dated, so the age of the facts cannot be told."
    if file.as_of - latest > _OLD:
        return "warn", "The latest dated fact is more than two years old; say why it is filed now."
    return "pass", "There are facts of the last two years."


def existing(file: ComplaintFile) -> Result:
    """New facts may belong into a procedure that exists."""
    if file.complaint and file.complaint.adds_to.strip():
        return "pass", "It is recorded to which existing procedure this adds information."
    if library.follow_up(file.country):
        return "warn", (
            "First decide: a new complaint, or additional information in the follow-up that exists"
            " for this State (part I tells of it). No case number is printed, for none is verified."
        )
    return (
        "info",
        "Look up whether the Committee has an active case; then file as information in it.",
    )


def ratified(file: ComplaintFile) -> Result:
    """Wording follows ratification."""
    known = {one.number: one for one in library.ratifications(file.country)}
    if not {87, 98} <= known.keys():
        return "warn", "Our table does not know whether Conventions Nos 87 and 98 are ratified."
    unbound = [number for number in (87, 98) if not known[number].binds]
    if unbound:
        numbers = " and ".join(f"No. {number}" for number in unbound)
        return "info", f"{numbers} not ratified: the text speaks of principles only."
    return "pass", "Conventions Nos 87 and 98 bind the State; confirm the dates in NORMLEX."


def numbers(_file: ComplaintFile) -> Result:
    """Only paragraph numbers read in a source are printed."""
    return "pass", "Only paragraph numbers that were read in a source are printed."


def consent(file: ComplaintFile) -> Result:
    """Nobody is named who has not agreed, or whose risk nobody has weighed."""
    if file.specimen:
        return "stop", (
            "Specimen: the people are named from published press and were not asked. It must not be"
            " filed; informed consent, or a recorded reason and risk assessment, is needed first."
        )
    if file.withheld:
        return "stop", f"Consent keeps back: {', '.join(file.withheld)}."
    return "pass", "Everybody named has agreed, or the reason and the risk are recorded."


def diary(_file: ComplaintFile) -> Result:
    """What to note on the day of filing."""
    return "info", (
        "On filing, note: one month for additional information; the next session of the Committee;"
        " an urgent appeal when two sessions pass in silence."
    )


_CHECKS: tuple[tuple[int, str, Callable[[ComplaintFile], Result]], ...] = (
    (1, "Complainant", complainant),
    (2, "Capacity", capacity),
    (3, "Existence", existence),
    (4, "Permanent address", address),
    (5, "Signature", signatory),
    (6, "Respondent", respondent),
    (7, "Form", form),
    (9, "Allegations", substance),
    (9, "Link to union activity", nexus),
    (9, "Background", relevance),
    (10, "Dates", particulars),
    (10, "Place and authority", places),
    (11, "Annexes", annexes),
    (12, "Provisions", provisions),
    (13, "Urgency", urgency),
    (14, "Remedies, conciliation", remedies),
    (15, "Age of the facts", age),
    (16, "Existing procedure", existing),
    (17, "Ratification", ratified),
    (18, "Paragraph numbers", numbers),
    (19, "Consent", consent),
    (20, "Diary", diary),
)


def _lacking(
    file: ComplaintFile, is_missing: Callable[[CaseFile], bool], problem: str, praise: str
) -> Result:
    if not file.cases:
        return "warn", "Nobody is named, so there is nothing to tell."
    missing = [case.name or case.case.reference for case in file.cases if is_missing(case)]
    if not missing:
        return "pass", praise
    more = len(missing) - _NAMED_AT_MOST
    named = ", ".join(missing[:_NAMED_AT_MOST]) + (f" and {more} more" if more > 0 else "")
    return "warn", f"{problem}: {named}."


def _dates(case: CaseFile) -> Iterable[date]:
    dated = [
        *(one.began_on for one in case.detentions),
        *(one.ended_on for one in case.detentions),
        *(one.pronounced_on for one in case.sentences),
        *(one.occurred_on for one in case.events),
        *(one.held_on for one in case.hearings),
        *(one.pronounced_on for one in case.rulings),
        *(one.since_on for one in case.charge_statuses),
    ]
    return (day for one in dated if one for day in (one.latest or one.earliest,) if day)
