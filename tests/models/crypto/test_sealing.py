import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.crypto.sealing import OVERHEAD_BYTES, seal, unseal
from models.errors import BrokenSealError

KEY = bytearray(range(32))


@given(plain=st.binary(max_size=300), bound_to=st.binary(max_size=50))
def test_what_was_sealed_comes_back(plain: bytes, bound_to: bytes):
    sealed = seal(KEY, plain, bound_to)
    assert unseal(KEY, sealed, bound_to) == plain
    assert len(sealed) == len(plain) + OVERHEAD_BYTES


def test_sealing_twice_never_looks_the_same():
    assert seal(KEY, b"word", b"") != seal(KEY, b"word", b"")


def test_every_changed_bit_is_noticed():
    sealed = seal(KEY, b"word", b"vault")
    for position in range(len(sealed) * 8):
        changed = bytearray(sealed)
        changed[position // 8] ^= 1 << position % 8
        with pytest.raises(BrokenSealError):
            unseal(KEY, bytes(changed), b"vault")


@pytest.mark.parametrize("sealed", [b"", b"x", bytes(24), bytes(39)])
def test_too_short_a_seal_is_broken(sealed: bytes):
    with pytest.raises(BrokenSealError):
        unseal(KEY, sealed, b"")


def test_a_seal_is_bound_to_its_key_and_its_place():
    sealed = seal(KEY, b"word", b"vault")
    with pytest.raises(BrokenSealError) as caught:
        unseal(bytearray(32), sealed, b"vault")
    assert caught.value.__cause__ is None
    with pytest.raises(BrokenSealError):
        unseal(KEY, sealed, b"vault of others")
