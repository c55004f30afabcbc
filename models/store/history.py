"""The log of all operations: a signed chain of change sets whose payloads can be erased.

Each set's head is BLAKE2b-256 over the head before it, the set's own facts and every change's kind,
record, field, operation and *salted digest*. The payload itself stays outside, so that erasing a
witness's name leaves the chain whole. The head is signed (Ed25519) by the device that wrote it.
"""

import hashlib
import json
import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, Row, func, insert, select
from sqlalchemy.orm import Session
from uuid6 import uuid7

from models.crypto import signing
from models.entities.history import Change, ChangePayload, ChangeSet, Device
from models.errors import DamagedVaultError
from models.store.operations import ADD, REMOVE, Operation, State

GENESIS = bytes(32)
SALT_BYTES = 16
Clock = Callable[[], int]


def wall_clock() -> int:
    """Return microseconds since 1970 UTC."""
    return time.time_ns() // 1000


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes: the device with its signing seed, and the name of the worker."""

    device_uid: UUID
    signing_seed: bytes
    worker: str


def append(
    session: Session, operations: list[Operation], author: Author, clock: Clock
) -> UUID | None:
    """Write one signed change set for ``operations``, if there are any; return its uid."""
    if not operations:
        return None
    last = session.execute(select(ChangeSet).order_by(ChangeSet.id.desc()).limit(1)).scalar()
    salts = [secrets.token_bytes(SALT_BYTES) for _ in operations]
    digests = [_digest(salt, op.value) for salt, op in zip(salts, operations, strict=True)]
    written = ChangeSet(
        uid=uuid7(),
        device_uid=author.device_uid,
        worker=author.worker,
        clock=max(clock(), last.clock + 1 if last else 0),
    )
    steps = ((op.kind, op.record_uid, op.operation, op.field) for op in operations)
    written.head = _head(last.head if last else GENESIS, written, zip(steps, digests, strict=True))
    written.signature = signing.sign(author.signing_seed, written.head)
    session.add(written)
    session.flush()
    _write_changes(session, written.id, operations, salts, digests)
    return written.uid


def _write_changes(
    session: Session,
    change_set_id: int,
    operations: list[Operation],
    salts: list[bytes],
    digests: list[bytes],
) -> None:
    first = (session.scalar(select(func.max(Change.id))) or 0) + 1
    rows = list(enumerate(zip(operations, salts, digests, strict=True), start=first))
    session.execute(
        insert(Change),
        [
            {
                "id": number,
                "change_set_id": change_set_id,
                "kind": op.kind,
                "record_uid": op.record_uid,
                "operation": op.operation,
                "field": op.field,
                "digest": digest,
            }
            for number, (op, _, digest) in rows
        ],
    )
    session.execute(
        insert(ChangePayload),
        [{"change_id": number, "salt": salt, "value": op.value} for number, (op, salt, _) in rows],
    )


def _digest(salt: bytes, value: str | None) -> bytes:
    # As JSON, so that nothing and an empty text differ.
    return hashlib.blake2b(json.dumps(value).encode(), digest_size=32, salt=salt).digest()


def _head(
    before: bytes,
    written: ChangeSet | Row[tuple[ChangeSet]],
    steps: Iterable[tuple[tuple[str, UUID, str, str], bytes]],
) -> bytes:
    chain = hashlib.blake2b(before, digest_size=32)
    facts = [str(written.uid), str(written.device_uid), written.worker, written.clock]
    chain.update(json.dumps(facts).encode())
    for (kind, record_uid, operation, field), digest in steps:
        chain.update(json.dumps([kind, str(record_uid), operation, field]).encode())
        chain.update(digest)
    return chain.digest()


def verify(connection: Connection) -> int:
    """Walk the whole chain and return how many change sets it holds.

    Raises:
        DamagedVaultError: a change was altered, removed, added or put elsewhere, a signature is not
            its device's, or a payload that is still there does not match its digest.
    """
    keys = {
        row.uid: row.public_key for row in connection.execute(select(Device.uid, Device.public_key))
    }
    steps = _stored_steps(connection)
    head, count = GENESIS, 0
    for written in connection.execute(select(ChangeSet.__table__).order_by(ChangeSet.id)):
        head = _head(head, written, steps.pop(written.id, []))
        signed = written.device_uid in keys and signing.verify(
            keys[written.device_uid], head, written.signature
        )
        if head != written.head or not signed:
            raise _broken()
        count += 1
    if steps:
        raise _broken()
    return count


def _stored_steps(
    connection: Connection,
) -> dict[int, list[tuple[tuple[str, UUID, str, str], bytes]]]:
    rows = connection.execute(
        select(Change.__table__, ChangePayload.salt, ChangePayload.value)
        .outerjoin(ChangePayload, ChangePayload.change_id == Change.id)
        .order_by(Change.change_set_id, Change.id)
    )
    steps: dict[int, list[tuple[tuple[str, UUID, str, str], bytes]]] = {}
    for row in rows:
        if row.salt is not None and _digest(row.salt, row.value) != row.digest:
            raise _broken()
        step = (row.kind, row.record_uid, row.operation, row.field)
        steps.setdefault(row.change_set_id, []).append((step, row.digest))
    return steps


def _broken() -> DamagedVaultError:
    return DamagedVaultError(
        "The history of this vault does not fit together; please restore the last backup."
    )


def operations(connection: Connection) -> Iterator[Operation]:
    """Yield every operation from the first, with None for values that were erased."""
    rows = connection.execute(
        select(Change.__table__, ChangePayload.value)
        .outerjoin(ChangePayload, ChangePayload.change_id == Change.id)
        .order_by(Change.change_set_id, Change.id)  # as the chain has it
    )
    for row in rows:
        yield Operation(row.kind, row.record_uid, row.operation, row.field, row.value)


def replay(steps: Iterable[Operation]) -> State:
    """Return the state that ``steps`` lead to; what was erased is left out."""
    state: State = {}
    for step in steps:
        key = (step.kind, step.record_uid)
        value = None if step.value is None else json.loads(step.value)
        if step.operation == ADD:
            state[key] = value or {}
        elif step.operation == REMOVE:
            del state[key]
        elif value is None:
            state[key].pop(step.field, None)
        else:
            state[key][step.field] = value
    return state
