"""How a fact gets into the record: always as a claim, and from the preferred claim into its column.

Used by every area of casework inside a unit of work; nothing here commits.
"""

from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session
from uuid6 import uuid7

from models.casework.portable import decoded, encoded
from models.entities import Record, kinds, type_of
from models.entities.proof import Citation, Claim, Source
from models.errors import InvalidValueError, UnknownRecordError
from models.views.proof import EXISTENCE, OFFICE, Basis, NewCitation, Proof
from models.views.record import OFFICE_ONLY, NewRecord, problem_of

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
        InvalidValueError: ``new`` has problems, or ``proof`` denies what must not be empty; nothing
            was added.
        UnknownRecordError: a record named by a link or a citation does not exist.
    """
    checked(new)
    row = kinds()[kind](uid=uuid7(), **links)
    _check_links(session, row, links)
    session.add(row)
    _record_facts(session, row, new, proof or Proof())
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


def _record_facts(session: Session, row: Record, new: NewRecord, proof: Proof) -> None:
    """Fill every fact column of ``row``, the empty ones too: a column's default claims nothing."""
    if row.claims:
        if proof.record.denied:
            raise InvalidValueError("A record cannot rest on a denial that there is such a thing.")
        _write_claim(session, row, EXISTENCE, None, proof.record, status="preferred")
    for spec in fields(new):
        name, value, basis = spec.name, getattr(new, spec.name), proof.of(spec.name)
        claimed = row.claims and not spec.metadata.get(OFFICE_ONLY) and not _is_empty(value)
        if claimed:
            status = "alternative" if basis.denied else "preferred"
            text = encoded(session, row, name, value)
            _write_claim(session, row, name, text, basis, status=status)
        _project(row, name, None if claimed and basis.denied else value)


def _is_empty(value: Any) -> bool:
    return value is None or value == ""


def assert_value(
    session: Session, row: Record, name: str, value: Any, basis: Basis = OFFICE
) -> int:
    """Assert (or deny) that the field ``name`` of ``row`` has ``value``; return the claim's id.

    The same value said again corroborates the claim that is there. A different one stands beside it
    as an alternative: what the record shows changes only by :func:`prefer`. The field EXISTENCE,
    whose value is None, corroborates or denies that there is such a record at all.
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
    """Make ``chosen`` what the record shows; the claim shown until now stays as an alternative.

    Raises:
        InvalidValueError: ``chosen`` is a denial, or a claim that a record exists.
    """
    if chosen.polarity == "denied" or chosen.field == EXISTENCE:
        raise InvalidValueError("Only a value that somebody asserts can be what the record shows.")
    for claim in _claims_on(session, row, chosen.field):
        if claim.status == "preferred":
            claim.status = "alternative"
    chosen.status, chosen.reason = "preferred", reason
    _project(row, chosen.field, decoded(session, row, chosen.field, chosen.value))
    session.flush()


def set_aside(session: Session, row: Record, claim: Claim, status: str, reason: str) -> None:
    """Mark ``claim`` contested or withdrawn; a field that it carried becomes empty.

    Raises:
        InvalidValueError: the field must not be empty, or the record exists by this claim.
    """
    if claim.status == "preferred":
        if claim.field == EXISTENCE:
            raise InvalidValueError("The record is there by this claim, so it cannot be set aside.")
        _project(row, claim.field, None)
    claim.status, claim.reason = status, reason
    session.flush()


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
    setattr(row, name, _emptiness(row, name) if _is_empty(value) else value)


def _emptiness(row: Record, name: str) -> str | None:
    column = row.__table__.columns[name]
    if column.nullable:
        return None
    if column.default is not None:  # free text
        return ""
    raise InvalidValueError("This field cannot be empty; please let it show another value first.")


def check_field(row: Record, name: str, value: Any) -> None:
    """Raise InvalidValueError unless ``value`` can be claimed of the fact ``name`` of ``row``."""
    if name == EXISTENCE and value is None:
        return
    spec = next((spec for spec in fields(row.facts) if spec.name == name), None)
    if spec is None or spec.metadata.get(OFFICE_ONLY):
        raise InvalidValueError("Nothing can be claimed of such a field.")
    if problem := problem_of(spec, value):
        raise InvalidValueError(problem)
    if value == "" or type(value) is not type_of(row.__tablename__, name):
        raise InvalidValueError("Please give a value of the kind that this field takes.")
