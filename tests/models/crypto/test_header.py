import hashlib
import time
from typing import Any
from uuid import uuid4

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.crypto import header as headers
from models.crypto.header import Header
from models.crypto.kdf import CHEAP, LEAST_MEMORY_KIB, Argon2id, seconds_of
from models.crypto.office_key import new_office_key
from models.crypto.recovery_code import RecoveryCode
from models.crypto.slots import (
    KeyFileSlot,
    KeyringSlot,
    OfficeSlot,
    PassphraseSlot,
    RecoverySlot,
    new_data_key,
)
from models.errors import DamagedVaultError, NewerVaultError, NotAVaultError, VaultError

DATA_KEY = new_data_key()
VAULT = uuid4()
SLOT = PassphraseSlot.wrap(DATA_KEY, "word", VAULT, CHEAP)
CODE_SLOT = RecoverySlot.wrap(DATA_KEY, RecoveryCode.generate(), VAULT)
SLOTS = (
    SLOT,
    CODE_SLOT,
    KeyFileSlot.wrap(DATA_KEY, "word", bytearray(64), VAULT, CHEAP),
    KeyringSlot.wrap(DATA_KEY, new_data_key(), VAULT),
    OfficeSlot.wrap(DATA_KEY, new_office_key().public, VAULT),
)
HEADER = Header(vault_uid=VAULT, generation=3, demo=False, slots=SLOTS).sealed(DATA_KEY)
CONTENT = headers.encode(HEADER)


def signed(body: bytes, stated_format: int = 1) -> bytes:
    """Return a file whose first line is right, as an enemy would write it."""
    start = b"habeas-header %d " % stated_format
    return start + hashlib.sha256(start + body).hexdigest().encode() + b"\n" + body


def test_a_header_comes_back_from_its_file():
    assert headers.decode(CONTENT) == HEADER
    HEADER.verify(DATA_KEY)


def test_the_helper_writes_what_habeas_writes():
    assert signed(CONTENT.partition(b"\n")[2]) == CONTENT


@pytest.mark.parametrize(
    "edit",
    [{"generation": 4}, {"demo": True}, {"slots": (SLOT,)}, {"slots": (CODE_SLOT, SLOT)}],
)
def test_an_edited_header_shows_once_unlocked(edit: dict[str, Any]):
    edited = headers.decode(headers.encode(msgspec.structs.replace(HEADER, **edit)))
    with pytest.raises(DamagedVaultError):
        edited.verify(DATA_KEY)


def test_g1_every_changed_bit_of_the_file_is_noticed():
    for position in range(len(CONTENT) * 8):
        changed = bytearray(CONTENT)
        changed[position // 8] ^= 1 << position % 8
        with pytest.raises((DamagedVaultError, NotAVaultError)):
            headers.decode(bytes(changed))


def test_g1_control_without_the_checksum_changes_go_unnoticed():
    body = CONTENT.partition(b"\n")[2]
    generation = body.replace(b'"generation": 3', b'"generation": 4')
    assert headers.decode(signed(generation)).generation == 4


def test_a_file_cut_anywhere_is_noticed():
    for length in range(len(CONTENT)):
        with pytest.raises((DamagedVaultError, NotAVaultError)):
            headers.decode(CONTENT[:length])


def test_a_newer_format_is_refused_as_such():
    with pytest.raises(NewerVaultError):
        headers.decode(signed(b"whatever comes next", stated_format=2))


def hostile_bodies() -> dict[str, bytes]:
    slot: dict[str, Any] = msgspec.to_builtins(SLOT)
    office: dict[str, Any] = msgspec.to_builtins(SLOTS[-1])
    whole: dict[str, Any] = msgspec.to_builtins(HEADER)

    def with_slot(**edit: object) -> bytes:
        return msgspec.json.encode(whole | {"slots": [slot | edit]})

    return {
        "memory of 4 GiB": with_slot(memory_kib=4 * 1024 * 1024),
        "memory as text": with_slot(memory_kib="8"),
        "memory below nothing": with_slot(memory_kib=-1),
        "a thousand passes": with_slot(passes=1000),
        "passes as a fraction": with_slot(passes=1.5),
        "an unknown kind": with_slot(type="backdoor"),
        "an unknown field": with_slot(command="rm"),
        "a short box": with_slot(box="AAAA"),
        "a long salt": with_slot(salt="A" * 400),
        "a day that was not": with_slot(made_on="2026-02-30"),
        "work without end": msgspec.json.encode(
            whole | {"slots": [slot | {"passes": 10, "memory_kib": 2 * 1024 * 1024}]}
        ),
        "work without end, in many slots": msgspec.json.encode(
            whole | {"slots": [slot | {"passes": 3, "memory_kib": 256 * 1024}] * 30}
        ),
        "the like in key files": msgspec.json.encode(
            whole | {"slots": [slot | {"type": "key_file", "passes": 9, "memory_kib": 2**20}] * 2}
        ),
        "an office without a key": msgspec.json.encode(
            whole | {"slots": [office | {"public_key": "age1"}]}
        ),
        "an endless sealed key": msgspec.json.encode(
            whole | {"slots": [office | {"sealed_key": "A" * 4000}]}
        ),
        "no slot": msgspec.json.encode(whole | {"slots": []}),
        "a hundred slots": msgspec.json.encode(whole | {"slots": [slot] * 33}),
        "a field too many": msgspec.json.encode(whole | {"more": 1}),
        "generation nought": msgspec.json.encode(whole | {"generation": 0}),
        "generation huge": msgspec.json.encode(whole | {"generation": 2**63}),
        "demo as a number": msgspec.json.encode(whole | {"demo": 1}),
        "uid of nobody": msgspec.json.encode(whole | {"vault_uid": "x"}),
        "a list": b"[]",
        "nothing": b"",
        "no text": b"\xff\xfe",
        "a deep nest": b"[" * 50_000,
        "a long number": b"9" * 60_000,
        "too long": b" " * 70_000,
    }


@pytest.mark.parametrize("name", hostile_bodies())
def test_k2_a_hostile_header_is_refused_at_once(name: str):
    start = time.perf_counter()
    with pytest.raises(DamagedVaultError):
        headers.decode(signed(hostile_bodies()[name]))
    assert time.perf_counter() - start < 1


@given(content=st.binary(max_size=400))
def test_any_bytes_give_an_error_of_ours(content: bytes):
    for attempt in (content, b"habeas-header 1 " + content, signed(content)):
        with pytest.raises(VaultError):
            headers.decode(attempt)


def test_k2_all_slots_together_cost_a_wrong_guess_30_seconds_at_most():
    sample = Argon2id(passes=2, memory_kib=4 * LEAST_MEMORY_KIB)
    share = sample.passes * sample.memory_kib / headers.MOST_WORK_KIB
    seconds = seconds_of(sample) / share
    assert seconds < 30


def test_k2_a_vault_has_room_for_twenty_passphrases_of_ours():
    ours = Argon2id()
    assert 20 * ours.passes * ours.memory_kib <= headers.MOST_WORK_KIB
