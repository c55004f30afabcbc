import unicodedata
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest

from models.crypto.kdf import CHEAP
from models.crypto.recovery_code import RecoveryCode
from models.crypto.slots import KeySlot, PassphraseSlot, RecoverySlot, canonical, new_data_key
from models.errors import VaultError, WrongPassphraseError

VAULT = uuid4()
DATA_KEY = new_data_key()
CODE = RecoveryCode.generate()
BY_PASSPHRASE = PassphraseSlot.wrap(DATA_KEY, "раз два три", VAULT, CHEAP)
BY_CODE = RecoverySlot.wrap(DATA_KEY, CODE, VAULT)


def test_both_kinds_of_slot_give_the_data_key():
    assert BY_PASSPHRASE.unwrap("раз два три", VAULT) == DATA_KEY
    assert BY_CODE.unwrap(CODE, VAULT) == DATA_KEY


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


def test_a_slot_moved_to_another_vault_does_not_open():
    with pytest.raises(WrongPassphraseError):
        BY_PASSPHRASE.unwrap("раз два три", uuid4())
    with pytest.raises(WrongPassphraseError):
        BY_CODE.unwrap(CODE, uuid4())


@pytest.mark.parametrize(
    "edit",
    [
        {"memory_kib": CHEAP.memory_kib + 1},
        {"passes": CHEAP.passes + 1},
        {"salt": bytes(16)},
        {"uid": UUID(int=1)},
        {"box": bytes(72)},
    ],
)
def test_an_edited_slot_does_not_open(edit: dict[str, Any]):
    edited = msgspec.structs.replace(BY_PASSPHRASE, **edit)
    with pytest.raises(WrongPassphraseError):
        edited.unwrap("раз два три", VAULT)


@pytest.mark.parametrize("slot", [BY_PASSPHRASE, BY_CODE])
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
