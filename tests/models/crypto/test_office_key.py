import pytest

from models.crypto import office_key
from models.crypto.office_key import new_office_key
from models.errors import MistypedCodeError, VaultError, WrongPassphraseError

OFFICE = new_office_key()
KEY = bytearray(range(32))
SEALED = office_key.seal_to(OFFICE.public, KEY)


def test_what_is_sealed_to_the_office_opens_with_its_private_part():
    assert office_key.unseal_with(OFFICE.private, SEALED) == KEY
    assert office_key.unseal_with(f" {OFFICE.private.lower()}\n", SEALED) == KEY


def test_key_pairs_are_random_and_the_private_part_does_not_show():
    assert new_office_key() != OFFICE
    assert OFFICE.private not in repr(OFFICE)
    assert OFFICE.public in repr(OFFICE)


def test_another_office_opens_nothing():
    with pytest.raises(WrongPassphraseError):
        office_key.unseal_with(new_office_key().private, SEALED)


@pytest.mark.parametrize("place", range(0, len(SEALED), 7))
def test_a_changed_seal_does_not_open(place: int):
    changed = bytearray(SEALED)
    changed[place] ^= 1
    with pytest.raises(WrongPassphraseError):
        office_key.unseal_with(OFFICE.private, bytes(changed))


def test_a_key_of_another_length_is_none():
    short = office_key.seal_to(OFFICE.public, KEY[:31])
    with pytest.raises(WrongPassphraseError):
        office_key.unseal_with(OFFICE.private, short)


def test_a_mistyped_private_key_is_told_as_such():
    wrong = "Q" if OFFICE.private[30] != "Q" else "P"
    for typed in ("", "age1", OFFICE.public, OFFICE.private[:30] + wrong + OFFICE.private[31:]):
        with pytest.raises(MistypedCodeError) as caught:
            office_key.unseal_with(typed, SEALED)
        assert OFFICE.private[20:30] not in str(caught.value)


def test_a_mistyped_public_key_is_told_as_such():
    assert office_key.checked_public(f" {OFFICE.public}\n") == OFFICE.public
    for typed in ("", OFFICE.private, OFFICE.public[:-1]):
        with pytest.raises(VaultError, match="age1"):
            office_key.checked_public(typed)
