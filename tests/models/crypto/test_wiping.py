import pytest

from models.crypto.wiping import wipe, wiped


def test_wipe_leaves_zeros_of_the_same_length():
    one, two = bytearray(b"key"), bytearray(b"other")
    wipe(one, two)
    assert (one, two) == (bytearray(3), bytearray(5))


def test_wiped_wipes_when_the_block_fails():
    secret = bytearray(b"key")
    with pytest.raises(RuntimeError), wiped(secret):
        raise RuntimeError
    assert secret == bytearray(3)
