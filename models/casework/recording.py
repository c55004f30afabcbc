"""How a fact gets into the record: always as a claim, and from the preferred claim into its column.

Used by every area of casework inside a unit of work; nothing here commits.
"""

from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session
from uuid6 import uuid7

from models.casework.portable import decoded, encoded
from models.entities import Record, kinds
from models.entities.proof import Citation, Claim, Source
from models.errors import InvalidValueError, UnknownRecordError
from models.values.vocabulary import vocabulary
from models.views.proof import EXISTENCE, OFFICE, Basis, NewCitation, Proof
from models.views.record import OFFICE_ONLY, VOCABULARY, NewRecord

Row = TypeVar("Row", bound=Record)


def found(session: Session, entity: type[Row], record_id: int) -> Row:
    """Return the record of ``entity`` with the local id ``record_id``.

    Raises:
        UnknownRecordError: there is none.
    """
    row = session.get(entity, record_id)
    if row is None:
        raise UnknownRecordError(
            "This record is no longer in the vault; please reload the page and try again."
        )
    return row


def add(
    session: Session, kind: str, new: NewRecord, proof: Proof | None = None, **links: Any
) -> int:
    """Add a record of ``kind`` with its facts, each as a claim that rests on ``proof``.

    Args:
        session: the open unit of work.
        kind: the kind of record.
        new: the facts; empty ones make no claim.
        proof: what the facts rest on; without it they are the office's unsourced word.
        links: structural columns (``case_id=…``).

    Returns:
        The local id of the new record.

    Raises:
        InvalidValueError: ``new`` has problems; nothing was added.
        UnknownRecordError: a record named by a link or a citation does not exist.
    """
    checked(new)
    row = kinds()[kind](uid=uuid7(), **links)
    _check_links(session, row, links)
    session.add(row)
    if row.claims:
        _claim_facts(session, row, new, proof or Proof())
    else:
        for name, value in _filled(new):
            setattr(row, name, value)
    session.flush()
    return row.id


def checked(new: NewRecord) -> None:
    """Raise InvalidValueError with the first problem of ``new``, if it has one."""
    for problem in new.problems():
        raise InvalidValueError(problem)


def _check_links(session: Session, row: Record, links: dict[str, Any]) -> None:
    for name, value in links.items():
        for key in row.__table__.columns[name].foreign_keys:
            if value is not None:
                found(session, kinds()[key.column.table.name], value)


def _filled(new: NewRecord) -> list[tuple[str, Any]]:
    named = [(spec.name, getattr(new, spec.name)) for spec in fields(new)]
    return [(name, value) for name, value in named if value not in (None, "")]


def _claim_facts(session: Session, row: Record, new: NewRecord, proof: Proof) -> None:
    office_only = {spec.name for spec in fields(new) if spec.metadata.get(OFFICE_ONLY)}
    _write_claim(session, row, EXISTENCE, None, proof.record, status="preferred")
    for name, value in _filled(new):
        if name in office_only:
            setattr(row, name, value)
            continue
        basis = proof.of(name)
        status = "alternative" if basis.denied else "preferred"
        _write_claim(session, row, name, encoded(session, row, name, value), basis, status=status)
        if not basis.denied:
            _project(row, name, value)


def assert_value(
    session: Session, row: Record, name: str, value: Any, basis: Basis = OFFICE
) -> int:
    """Assert (or deny) that the field ``name`` of ``row`` has ``value``; return the claim's id.

    The same value said again corroborates the claim that is there. A different one stands beside it
    as an alternative: what the record shows changes only by :func:`prefer`.
    """
    text = encoded(session, row, name, value)
    standing = _claims_on(session, row, name)
    polarity = "denied" if basis.denied else "asserted"
    for claim in standing:
        if claim.value == text and claim.polarity == polarity:
            _cite(session, claim, basis.citations)
            return claim.id
    free = not basis.denied and not any(claim.status == "preferred" for claim in standing)
    claim = _write_claim(
        session, row, name, text, basis, status="preferred" if free else "alternative"
    )
    if free:
        _project(row, name, value)
    session.flush()
    return claim.id


def prefer(session: Session, row: Record, chosen: Claim, reason: str) -> None:
    """Make ``chosen`` what the record shows; the claim shown until now stays as an alternative."""
    for claim in _claims_on(session, row, chosen.field):
        if claim.status == "preferred":
            claim.status = "alternative"
    chosen.status, chosen.reason = "preferred", reason
    _project(row, chosen.field, decoded(session, row, chosen.field, chosen.value))


def set_aside(row: Record, claim: Claim, status: str, reason: str) -> None:
    """Mark ``claim`` contested or withdrawn; a field that it carried becomes empty."""
    shown = claim.status == "preferred"
    claim.status, claim.reason = status, reason
    if shown and claim.field != EXISTENCE:
        _project(row, claim.field, None)


def subject(session: Session, claim: Claim) -> Record:
    """Return the record that ``claim`` speaks of."""
    entity = kinds()[claim.subject_kind]
    row = session.scalar(select(entity).where(entity.uid == claim.subject_uid))
    if row is None:
        raise UnknownRecordError("The record that this claim speaks of is no longer in the vault.")
    return row


def _claims_on(session: Session, row: Record, name: str) -> list[Claim]:
    return list(
        session.scalars(
            select(Claim)
            .where(Claim.subject_uid == row.uid, Claim.field == name, Claim.status != "withdrawn")
            .order_by(Claim.id)
        )
    )


def _write_claim(
    session: Session, row: Record, name: str, text: str | None, basis: Basis, *, status: str
) -> Claim:
    claim = Claim(
        uid=uuid7(),
        subject_kind=row.__tablename__,
        subject_uid=row.uid,
        field=name,
        value=text,
        polarity="denied" if basis.denied else "asserted",
        status=status,
        reason="",
        credibility=basis.credibility,
        learned_on=basis.learned_on,
    )
    session.add(claim)
    _cite(session, claim, basis.citations)
    return claim


def _cite(session: Session, claim: Claim, citations: tuple[NewCitation, ...]) -> None:
    for new in citations:
        found(session, Source, new.source_id)
        session.add(
            Citation(
                uid=uuid7(),
                claim=claim,
                **{spec.name: getattr(new, spec.name) for spec in fields(NewCitation)},
            )
        )


def _project(row: Record, name: str, value: Any) -> None:
    """Write the preferred claim's value into the column ``name``: the only place that does."""
    empty = None if row.__table__.columns[name].nullable else ""
    setattr(row, name, empty if value is None else value)


def check_field(row: Record, name: str, value: Any) -> None:
    """Raise InvalidValueError unless ``row`` has the fact ``name`` and it may hold ``value``."""
    for spec in fields(row.facts):
        if spec.name == name:
            listed = spec.metadata.get(VOCABULARY)
            if listed and value not in vocabulary(listed):
                raise InvalidValueError("This value is none of the listed choices.")
            return
    raise InvalidValueError("Records of this kind have no such field.")
