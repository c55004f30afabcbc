"""Reads all that is recorded of one case in a fixed number of statements."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from models.casework.portable import plain
from models.casework.reading import among, read, table
from models.entities import kinds
from models.errors import UnknownRecordError
from models.values.partial_date import PartialDate
from models.views import cases, custody, events, people
from models.views.cases import CaseFile, OrganisationName, Standing
from models.views.proof import CitationView, ClaimView, SourceView
from models.views.record import REFERS_TO, Stored

Proofs = dict[tuple[UUID, str], tuple[ClaimView, ...]]

# What hangs on the case itself, by the name of its tuple in the case file.
_OF_THE_CASE = {
    "parties": ("case_party", cases.CasePartyView),
    "event_parties": ("event_party", events.EventPartyView),
    "activities": ("union_activity", events.UnionActivityView),
    "nexuses": ("nexus", events.NexusView),
    "detentions": ("detention", custody.DetentionView),
    "durations": ("stated_duration", custody.StatedDurationView),
    "charges": ("charge", custody.ChargeView),
    "proceeding_parties": ("proceeding_party", custody.ProceedingPartyView),
    "sentences": ("sentence", custody.SentenceView),
    "deadlines": ("deadline", cases.DeadlineView),
    "notes": ("note", cases.NoteView),
    "needs": ("need", cases.NeedView),
    "contacts": ("contact", cases.ContactView),
}
_OF_THE_PERSON = {
    "names": ("person_name", people.PersonNameView),
    "memberships": ("membership", people.MembershipView),
    "consents": ("consent", cases.ConsentView),
}
# What hangs on records found before: its tuple, kind, view, the link, and whose ids the link names.
_BELOW = (
    ("events", "event", events.EventView, "id", "event_parties", "event_id"),
    ("stays", "stay", custody.StayView, "detention_id", "detentions", "id"),
    (
        "charge_statuses",
        "charge_status",
        custody.ChargeStatusView,
        "charge_id",
        "charges",
        "id",
    ),
    (
        "components",
        "sentence_component",
        custody.SentenceComponentView,
        "sentence_id",
        "sentences",
        "id",
    ),
    (
        "proceedings",
        "proceeding",
        custody.ProceedingView,
        "id",
        "proceeding_parties",
        "proceeding_id",
    ),
    ("hearings", "hearing", custody.HearingView, "proceeding_id", "proceedings", "id"),
    ("rulings", "ruling", custody.RulingView, "proceeding_id", "proceedings", "id"),
    ("outcomes", "outcome", custody.OutcomeView, "party_id", "proceeding_parties", "id"),
)


def open_file(connection: Connection, case_id: int) -> CaseFile:
    """Return the whole file of the case with the local id ``case_id``.

    Its ``standing`` is read from the projection; a case that has none yet stands at the defaults.

    Raises:
        UnknownRecordError: there is no such case.
    """
    found = read(connection, "case", cases.CaseView, table("case").c.id == case_id)
    if not found:
        raise UnknownRecordError("This case is no longer in the vault.")
    case = found[0]
    parts = _parts(connection, case)
    person = read(connection, "person", people.PersonView, table("person").c.id == case.person_id)
    records = [case, *person, *(record for part in parts.values() for record in part)]
    proof = proofs(connection, [record.uid for record in records])
    return CaseFile(
        case=case,
        person=person[0],
        standing=standing_of(connection, case_id),
        organisations=organisation_names(connection, named_organisations(records)),
        sources=sources_of(connection, proof),
        proof=proof,
        **parts,
    )


def _parts(connection: Connection, case: cases.CaseView) -> dict[str, tuple[Any, ...]]:
    parts: dict[str, tuple[Any, ...]] = {}
    for name, (kind, view) in _OF_THE_CASE.items():
        parts[name] = read(connection, kind, view, table(kind).c.case_id == case.id)
    for name, (kind, view) in _OF_THE_PERSON.items():
        parts[name] = read(connection, kind, view, table(kind).c.person_id == case.person_id)
    for name, kind, view, link, above, key in _BELOW:
        ids = {getattr(record, key) for record in parts[above]}
        column = table(kind).columns[link]
        parts[name] = read(connection, kind, view, among(column, ids)) if ids else ()
    return parts


def named_organisations(records: Iterable[Stored]) -> set[int]:
    """Return the local ids of the organisations that ``records`` link to."""
    named: set[int] = set()
    for record in records:
        for spec in record.__dataclass_fields__.values():
            if spec.name == "organisation_id" or spec.metadata.get(REFERS_TO) == "organisation":
                value = getattr(record, spec.name)
                named.update(() if value is None else (value,))
    return named


def standing_of(connection: Connection, case_id: int) -> Standing:
    """Return the projected standing of a case."""
    projection = standings()
    row = connection.execute(
        select(projection).where(projection.c.case_id == case_id)
    ).one_or_none()
    return Standing() if row is None else standing_in(row)


def standing_in(row: Any) -> Standing:
    """Return the standing in one row of the projection."""
    return Standing(
        custody=row.custody,
        custody_as_of=_date(row.custody_as_of),
        stage=row.stage,
        stage_as_of=_date(row.stage_as_of),
        outcome=row.outcome,
        outcome_as_of=_date(row.outcome_as_of),
    )


def _date(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate.parse(text)


def standings() -> Any:
    """Return the table of projected standings."""
    return kinds()["case"].metadata.tables["case_standing"]


def proofs(connection: Connection, uids: Iterable[UUID]) -> Proofs:
    """Return the claims on the records ``uids``, by (uid, field), the preferred one first."""
    claim, citation = table("claim"), table("citation")
    rows = connection.execute(
        select(claim).where(among(claim.c.subject_uid, uids)).order_by(claim.c.id)
    ).all()
    cited = _citations(connection, among(citation.c.claim_id, [row.id for row in rows]))
    found: dict[tuple[UUID, str], list[ClaimView]] = {}
    for row in rows:
        view = _claim(row, tuple(cited.get(row.id, ())))
        found.setdefault((row.subject_uid, row.field), []).append(view)
    first = {"preferred": 0, "alternative": 1}
    return {
        key: tuple(sorted(claims, key=lambda claim: first.get(claim.status, 2)))
        for key, claims in found.items()
    }


def _claim(row: Any, citations: tuple[CitationView, ...]) -> ClaimView:
    return ClaimView(
        id=row.id,
        uid=row.uid,
        subject_kind=row.subject_kind,
        subject_uid=row.subject_uid,
        field=row.field,
        value=plain(row.subject_kind, row.field, row.value),
        polarity=row.polarity,
        status=row.status,
        reason=row.reason,
        credibility=row.credibility,
        learned_on=row.learned_on,
        citations=citations,
    )


def _citations(connection: Connection, where: Any) -> dict[int, list[CitationView]]:
    cited: dict[int, list[CitationView]] = {}
    for view in read(connection, "citation", CitationView, where):
        cited.setdefault(view.claim_id, []).append(view)
    return cited


def sources_of(connection: Connection, proof: Proofs) -> Mapping[int, SourceView]:
    """Return the sources that the citations in ``proof`` name, by local id."""
    ids = {c.source_id for claims in proof.values() for claim in claims for c in claim.citations}
    found = read(connection, "source", SourceView, among(table("source").c.id, ids))
    return {source.id: source for source in found}


def organisation_names(
    connection: Connection, ids: Iterable[int]
) -> Mapping[int, OrganisationName]:
    """Return how each organisation is written: its first name, and its first acronym."""
    column = table("organisation_name").c.organisation_id
    written: dict[int, dict[str, str]] = {}
    for name in read(
        connection, "organisation_name", people.OrganisationNameView, among(column, ids)
    ):
        written.setdefault(name.organisation_id, {}).setdefault(name.kind, name.full)
    return {
        key: OrganisationName(
            full=names.get("name") or next(iter(names.values())), acronym=names.get("acronym", "")
        )
        for key, names in written.items()
    }
