"""How a fact gets into the record: as a claim, and from the preferred claim into its column.

What the office decides about its own work makes no claim and goes straight into its column. Used
by every area of casework inside a unit of work; nothing here commits.
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
    _check_links(session, row, {spec.name: getattr(new, spec.name) for spec in fields(new)} | links)
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
    as an alternative, and is shown where it is the only one that can be. The field EXISTENCE, whose
    value is None, corroborates or denies that there is such a record at all.
    """
    text = encoded(session, row, name, value)
    polarity = "denied" if basis.denied else "asserted"
    claims = _claims_on(session, row, name)
    for claim in claims:
        if claim.value == text and claim.polarity == polarity:
            _cite(session, claim, basis.citations)
            return claim.id
    claim = _write_claim(session, row, name, text, basis, status="alternative")
    _settle(session, row, name, [*claims, claim])
    session.flush()
    return claim.id


def prefer(session: Session, row: Record, chosen: Claim, reason: str) -> None:
    """Make ``chosen`` what the record shows; the claim shown until now stays as an alternative.

    Raises:
        InvalidValueError: no reason is given, or ``chosen`` is a denial or of existence.
    """
    _need(reason)
    if chosen.polarity == "denied" or chosen.field == EXISTENCE:
        raise InvalidValueError("Only a value that somebody asserts can be what the record shows.")
    for claim in _claims_on(session, row, chosen.field):
        if claim.status == "preferred":
            claim.status = "alternative"
    chosen.reason = reason
    _show(session, row, chosen.field, chosen)
    session.flush()


def set_aside(session: Session, row: Record, claim: Claim, status: str, reason: str) -> None:
    """Mark ``claim`` contested or withdrawn; the record then shows the only value left, or nothing.

    Raises:
        InvalidValueError: no reason is given, the field must not be empty, or the record exists by
            this claim; nothing was changed.
    """
    _need(reason)
    if claim.field == EXISTENCE and claim.status == "preferred":
        raise InvalidValueError("The record is there by this claim, so it cannot be set aside.")
    others = [other for other in _claims_on(session, row, claim.field) if other is not claim]
    _settle(session, row, claim.field, others)
    claim.status, claim.reason = status, reason
    session.flush()


def revise(session: Session, row: Record, new: NewRecord, proof: Proof, reason: str) -> None:
    """Let ``row`` show the facts of ``new``; what is the same already is left alone.

    A changed value becomes the preferred claim, on ``proof``. Of an emptied field every value is
    withdrawn. What the office decides about its own work is changed without a claim.

    Raises:
        InvalidValueError: ``new`` has problems, or no reason is given for what is shown no more.
        UnknownRecordError: a record named by a link or a citation does not exist.
    """
    checked(new)
    for spec in fields(row.facts):
        name, value = spec.name, getattr(new, spec.name)
        if value == getattr(row, name) or (_is_empty(value) and _is_empty(getattr(row, name))):
            continue
        if not row.claims or spec.metadata.get(OFFICE_ONLY):
            _check_links(session, row, {name: value})
            _project(row, name, value)
        elif _is_empty(value):
            _withdraw_all(session, row, name, reason)
        else:
            claim = found(session, Claim, assert_value(session, row, name, value, proof.of(name)))
            if claim.status != "preferred":
                prefer(session, row, claim, reason)
    session.flush()


def _withdraw_all(session: Session, row: Record, name: str, reason: str) -> None:
    """Empty a field; what is shown goes last, so that no alternative takes its place meanwhile."""
    asserted = [claim for claim in _claims_on(session, row, name) if _can_be_shown(claim)]
    for claim in sorted(asserted, key=lambda claim: claim.status == "preferred"):
        set_aside(session, row, claim, "withdrawn", reason)


def _settle(session: Session, row: Record, name: str, claims: list[Claim]) -> None:
    """Let a field show the preferred one of ``claims``, else the only one that can be, else none.

    Where several can be shown and none is preferred, choosing is up to the worker.
    """
    if name == EXISTENCE:
        return
    asserted = [claim for claim in claims if _can_be_shown(claim)]
    shown = next((claim for claim in asserted if claim.status == "preferred"), None)
    if shown is None and len(asserted) == 1:
        (shown,) = asserted
    _show(session, row, name, shown)


def _can_be_shown(claim: Claim) -> bool:
    return claim.polarity == "asserted" and claim.status in ("preferred", "alternative")


def _show(session: Session, row: Record, name: str, claim: Claim | None) -> None:
    """Make ``claim`` the preferred one of its field, and the column say so."""
    _project(row, name, None if claim is None else decoded(session, row, name, claim.value))
    if claim is not None:
        claim.status = "preferred"


def _need(reason: str) -> None:
    if not reason.strip():
        raise InvalidValueError("Please say why, in a few words.")


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
    if basis.credibility not in (None, *range(1, 7)):
        raise InvalidValueError("Credibility runs from 1 (confirmed) to 6 (cannot be judged).")
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
