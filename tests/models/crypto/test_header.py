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
from models.crypto.kdf import CHEAP
from models.crypto.recovery_code import RecoveryCode
from models.crypto.slots import PassphraseSlot, RecoverySlot, new_data_key
from models.errors import DamagedVaultError, NewerVaultError, NotAVaultError, VaultError

DATA_KEY = new_data_key()
VAULT = uuid4()
SLOT = PassphraseSlot.wrap(DATA_KEY, "word", VAULT, CHEAP)
CODE_SLOT = RecoverySlot.wrap(DATA_KEY, RecoveryCode.generate(), VAULT)
HEADER = Header(vault_uid=VAULT, generation=3, demo=False, slots=(SLOT, CODE_SLOT)).sealed(DATA_KEY)
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
