"""Keeps the projections true: standings, moments and the search index, in the same transaction.

What a record change touches is found by following its links up to cases; every such case is read
whole and projected anew. :func:`rebuild` does so for all, and must change nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, union
from sqlalchemy.orm import Session

from models.casework.case_files import open_file
from models.casework.reading import among, table
from models.entities import Record, kinds
from models.entities.cases import Case
from models.entities.custody import ProceedingParty
from models.entities.events import EventParty
from models.entities.people import Membership, OrganisationName
from models.entities.projections import CaseStanding, Moment
from models.entities.proof import Citation, Claim, Source
from models.law.standing import standing
from models.search import index
from models.search.folding import fold
from models.store.work import Changed
from models.values.partial_date import PartialDate
from models.views.cases import CaseFile

# A change of such a record may change what a case shows; links to other kinds lead nowhere. An
# organisation is led to by its names only: otherwise each new member would project all the others.
_UPWARDS = frozenset(
    {"case", "person", "detention", "charge", "sentence", "proceeding", "event", "claim"}
    | {"ruling", "proceeding_party"}
)


def project(session: Session, changed: Changed) -> None:
    """Bring the projections of all that ``changed`` touches up to date."""
    visited: set[tuple[str, int]] = set()
    cases: set[int] = set()
    for kind, record_id in sorted(changed):
        _write_moments(session, kind, record_id)
        cases |= _cases_of(session, kind, record_id, visited)
    for case_id in sorted(cases):
        _project_case(session, case_id)


def rebuild(session: Session) -> None:
    """Make every projection anew from the records."""
    for projection in (Moment, CaseStanding):
        session.execute(delete(projection))
    index.clear(session.connection())
    for kind, entity in kinds().items():
        for record_id in session.scalars(select(entity.id)).all():
            _write_moments(session, kind, record_id)
    for case_id in session.scalars(select(Case.id)).all():
        _project_case(session, case_id)


def _cases_of(
    session: Session, kind: str, record_id: int, visited: set[tuple[str, int]]
) -> set[int]:
    if (kind, record_id) in visited:
        return set()
    visited.add((kind, record_id))
    if kind == "case":
        return {record_id}
    row = session.get(kinds()[kind], record_id)
    if row is None:
        return set()
    found = set(_cases_below(session, kind, record_id))
    for shown_by, its_id in _leads(session, row):
        found |= _cases_of(session, shown_by, its_id, visited)
    return found


def _leads(session: Session, row: Record) -> Iterator[tuple[str, int]]:
    """Yield the records (kind, id) that ``row`` belongs to, speaks of or supports."""
    for column in row.__table__.columns:
        for key in column.foreign_keys:
            target, value = key.column.table.name, getattr(row, column.name)
            if value is not None and (target in _UPWARDS or isinstance(row, OrganisationName)):
                yield target, value
    if isinstance(row, Claim):
        entity = kinds()[row.subject_kind]
        subject = select(entity.id).where(entity.uid == row.subject_uid)
        yield from ((row.subject_kind, record_id) for record_id in session.scalars(subject).all())
    if isinstance(row, Source):  # by its date it says how long something is known to have been so
        cited = select(Citation.claim_id).where(Citation.source_id == row.id)
        yield from (("claim", claim_id) for claim_id in session.scalars(cited).all())


def _cases_below(session: Session, kind: str, record_id: int) -> Sequence[Any]:
    """Return the cases that hang on a record which is itself no part of any one case."""
    below = {
        "person": select(Case.id).where(Case.person_id == record_id),
        "organisation": _naming(record_id),
        "proceeding": select(ProceedingParty.case_id).where(
            ProceedingParty.proceeding_id == record_id, ProceedingParty.case_id.is_not(None)
        ),
        "event": select(EventParty.case_id).where(
            EventParty.event_id == record_id, EventParty.case_id.is_not(None)
        ),
    }
    return session.scalars(below[kind]).all() if kind in below else ()


def _naming(organisation_id: int) -> Any:
    """Return the selection of the cases that name an organisation: its members', its prisoners'."""
    detention, stay, proceeding = table("detention").c, table("stay").c, table("proceeding").c
    members = select(Membership.person_id).where(Membership.organisation_id == organisation_id)
    housed = select(stay.detention_id).where(stay.organisation_id == organisation_id)
    tried = select(proceeding.id).where(proceeding.court_id == organisation_id)
    return union(
        select(Case.id).where(Case.person_id.in_(members)),
        select(detention.case_id).where(
            or_(detention.authority_id == organisation_id, detention.id.in_(housed))
        ),
        select(ProceedingParty.case_id).where(
            ProceedingParty.proceeding_id.in_(tried), ProceedingParty.case_id.is_not(None)
        ),
    )


def _write_moments(session: Session, kind: str, record_id: int) -> None:
    session.execute(delete(Moment).where(Moment.kind == kind, Moment.record_id == record_id))
    row = session.get(kinds()[kind], record_id)
    dated = (
        []
        if row is None
        else [
            (spec.name, value)
            for spec in fields(row.facts)
            if isinstance(value := getattr(row, spec.name), PartialDate)
        ]
    )
    if dated:
        session.execute(
            insert(Moment),
            [
                {
                    "kind": kind,
                    "record_id": record_id,
                    "field": name,
                    "earliest": value.earliest.toordinal() if value.earliest else None,
                    "latest": value.latest.toordinal() if value.latest else None,
                }
                for name, value in dated
            ],
        )


def _project_case(session: Session, case_id: int) -> None:
    connection = session.connection()
    file = open_file(connection, case_id)
    derived = standing(file)
    connection.execute(delete(CaseStanding).where(CaseStanding.case_id == case_id))
    connection.execute(
        insert(CaseStanding).values(
            case_id=case_id,
            name=file.name,
            sort_name=fold(file.name),
            organisation=_organisation(file),
            office=file.memberships[0].office if file.memberships else "",
            custody=derived.custody,
            custody_as_of=_text(derived.custody_as_of),
            stage=derived.stage,
            stage_as_of=_text(derived.stage_as_of),
            outcome=derived.outcome,
            outcome_as_of=_text(derived.outcome_as_of),
            latest_on=_text(_latest(file)),
        )
    )
    index.replace(connection, case_id, _texts(connection, file))


def _text(value: PartialDate | None) -> str | None:
    return None if value is None else str(value)


def _organisation(file: CaseFile) -> str:
    for membership in file.memberships:
        if membership.organisation_id in file.organisations:
            return file.organisations[membership.organisation_id].short
    return ""


def _latest(file: CaseFile) -> PartialDate | None:
    """Return the last thing known to have happened; a date without a year orders nothing."""
    dated = [
        *(d for record in file.detentions for d in (record.began_on, record.ended_on)),
        *(record.since_on for record in file.charge_statuses),
        *(record.pronounced_on for record in file.sentences),
        *(record.pronounced_on for record in file.rulings),
        *(record.occurred_on for record in file.events),
        *(record.held_on for record in file.hearings),
    ]
    return max((d for d in dated if d is not None), default=None, key=_order)


def _order(value: PartialDate) -> tuple[int, PartialDate]:
    return (value.latest.toordinal() if value.latest else 0, value)


def _texts(connection: Connection, file: CaseFile) -> set[str]:
    """Return all that a case is looked up by, every name of its organisations included."""
    name = table("organisation_name").c
    named = select(name.full).where(among(name.organisation_id, file.organisations))
    organisations = set(connection.scalars(named))
    places = {d.place for d in file.detentions} | {s.place for s in file.stays}
    places |= {event.place for event in file.events}
    return {file.case.reference} | {name.full for name in file.names} | organisations | places
