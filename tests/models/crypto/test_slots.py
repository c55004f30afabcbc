import secrets
import unicodedata
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, get_args
from uuid import UUID, uuid4

import msgspec
import pytest

from models.crypto.kdf import CHEAP
from models.crypto.office_key import new_office_key, seal_to
from models.crypto.recovery_code import RecoveryCode
from models.crypto.slots import (
    KEY_FILE_BYTES,
    KeyFileSlot,
    KeyringSlot,
    KeySlot,
    OfficeSlot,
    PassphraseSlot,
    RecoverySlot,
    Slot,
    canonical,
    new_data_key,
)
from models.errors import VaultError, WrongPassphraseError

VAULT = uuid4()
DATA_KEY = new_data_key()
CODE = RecoveryCode.generate()
BY_PASSPHRASE = PassphraseSlot.wrap(DATA_KEY, "раз два три", VAULT, CHEAP)
BY_CODE = RecoverySlot.wrap(DATA_KEY, CODE, VAULT)
FILE = bytearray(secrets.token_bytes(KEY_FILE_BYTES))
BY_FILE = KeyFileSlot.wrap(DATA_KEY, "раз два три", FILE, VAULT, CHEAP)
SECRET = new_data_key()
BY_KEYRING = KeyringSlot.wrap(DATA_KEY, SECRET, VAULT)
OFFICE = new_office_key()
BY_OFFICE = OfficeSlot.wrap(DATA_KEY, OFFICE.public, VAULT)
ALL = [BY_PASSPHRASE, BY_FILE, BY_CODE, BY_KEYRING, BY_OFFICE]


def opened(slot: Slot, vault: UUID = VAULT) -> bytearray:
    """Return what the right secret makes of a slot, whatever its kind."""
    match slot:
        case PassphraseSlot():
            return slot.unwrap("раз два три", vault)
        case KeyFileSlot():
            return slot.unwrap("раз два три", FILE, vault)
        case RecoverySlot():
            return slot.unwrap(CODE, vault)
        case KeyringSlot():
            return slot.unwrap(SECRET, vault)
        case OfficeSlot():
            return slot.unwrap(OFFICE.private, vault)


@pytest.mark.parametrize("slot", ALL)
def test_every_kind_of_slot_gives_the_data_key(slot: Slot):
    assert opened(slot) == DATA_KEY
    assert (datetime.now(UTC).date() - slot.made_on).days in (0, 1)


def test_all_kinds_are_tried():
    assert {type(slot) for slot in ALL} == set(get_args(Slot))


def test_a_key_file_and_its_passphrase_help_only_together():
    for passphrase, file in [("раз два", FILE), ("раз два три", bytearray(KEY_FILE_BYTES))]:
        with pytest.raises(WrongPassphraseError):
            BY_FILE.unwrap(passphrase, file, VAULT)
    for length in (0, 63, 65, 4096):
        with pytest.raises(VaultError, match="not a key file"):
            BY_FILE.unwrap("раз два три", bytearray(length), VAULT)


def test_the_wrong_random_secret_opens_nothing():
    with pytest.raises(WrongPassphraseError):
        BY_KEYRING.unwrap(new_data_key(), VAULT)
    with pytest.raises(WrongPassphraseError):
        BY_OFFICE.unwrap(new_office_key().private, VAULT)


def test_data_keys_are_random():
    assert len(new_data_key()) == 32
    assert new_data_key() != new_data_key()


def test_the_wrong_secret_opens_nothing_and_tells_nothing():
    with pytest.raises(WrongPassphraseError) as caught:
        BY_PASSPHRASE.unwrap("раз два четыре", VAULT)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    with pytest.raises(WrongPassphraseError):
        BY_CODE.unwrap(RecoveryCode.generate(), VAULT)


@pytest.mark.parametrize("slot", ALL)
def test_a_slot_moved_to_another_vault_does_not_open(slot: Slot):
    with pytest.raises(WrongPassphraseError):
        opened(slot, uuid4())


def edits() -> Iterator[tuple[Slot, dict[str, Any]]]:
    """Yield each slot with every one of its fields changed to something a header may hold."""
    for slot in ALL:
        others = {
            "uid": UUID(int=1),
            "made_on": date(2020, 1, 1),
            "box": bytes(72),
            "salt": bytes(16),
            "passes": CHEAP.passes + 1,
            "memory_kib": CHEAP.memory_kib + 1,
            "public_key": new_office_key().public,
            "sealed_key": seal_to(OFFICE.public, new_data_key()),
        }
        yield from ((slot, {name: others[name]}) for name in slot.__struct_fields__)


@pytest.mark.parametrize(("slot", "edit"), list(edits()))
def test_an_edited_slot_does_not_open(slot: Slot, edit: dict[str, Any]):
    with pytest.raises(WrongPassphraseError):
        opened(msgspec.structs.replace(slot, **edit))


@pytest.mark.parametrize("slot", ALL)
def test_the_box_is_bound_to_format_vault_kind_and_every_figure(slot: KeySlot):
    bound = msgspec.json.decode(slot.bound_to(VAULT))
    facts = msgspec.to_builtins(slot)
    del facts["box"]
    assert bound == [1, str(VAULT), facts]
    assert bound[2]["type"] == slot.__struct_config__.tag


def test_k3_composed_and_decomposed_passphrases_unlock_alike():
    typed = "Ёлка é ﬁ Ａ ½"
    slot = PassphraseSlot.wrap(DATA_KEY, unicodedata.normalize("NFD", typed), VAULT, CHEAP)
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert slot.unwrap(unicodedata.normalize(form, typed), VAULT) == DATA_KEY


def test_case_and_spaces_of_a_passphrase_count():
    assert canonical("Word") != canonical("word")
    assert canonical("a b") != canonical("ab")


@pytest.mark.parametrize("typed", ["", "\ud800"])
def test_an_impossible_passphrase_is_refused(typed: str):
    with pytest.raises(VaultError):
        PassphraseSlot.wrap(DATA_KEY, typed, VAULT, CHEAP)
