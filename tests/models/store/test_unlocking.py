"""Each way is asked of every slot of its kind; the ways themselves are in test_keys."""

from uuid import uuid4

import pytest

from models.crypto.header import Header
from models.crypto.kdf import CHEAP
from models.crypto.recovery_code import RecoveryCode
from models.crypto.slots import PassphraseSlot, RecoverySlot, new_data_key
from models.errors import MistypedCodeError, WrongPassphraseError
from models.store import unlocking

VAULT, DATA_KEY = uuid4(), new_data_key()
CODE = RecoveryCode.generate()
HEADER = Header(
    vault_uid=VAULT,
    generation=1,
    demo=False,
    slots=(
        PassphraseSlot.wrap(DATA_KEY, "first", VAULT, CHEAP),
        RecoverySlot.wrap(DATA_KEY, CODE, VAULT),
        PassphraseSlot.wrap(DATA_KEY, "second", VAULT, CHEAP),
    ),
)


@pytest.mark.parametrize("passphrase", ["first", "second"])
def test_every_passphrase_is_tried(passphrase: str):
    assert unlocking.by_passphrase(passphrase)(HEADER) == DATA_KEY


def test_a_code_is_read_before_anything_is_opened():
    with pytest.raises(MistypedCodeError):
        unlocking.by_recovery_code("nonsense")
    assert unlocking.by_recovery_code(CODE.text.lower())(HEADER) == DATA_KEY


def test_ways_that_the_vault_has_not():
    for unlock in (unlocking.by_keyring(), unlocking.by_office_key("AGE-SECRET-KEY-1")):
        with pytest.raises(WrongPassphraseError):
            unlock(HEADER)
