from typing import Any, Never

import pytest

from models.crypto import kdf
from models.crypto.kdf import CHEAP, Argon2id, calibrate
from models.errors import VaultError

SALT = bytes(range(16))
MIB = 1024


def test_the_same_secret_and_salt_give_the_same_key():
    assert CHEAP.derive(bytearray(b"word"), SALT) == CHEAP.derive(bytearray(b"word"), SALT)
    assert CHEAP.derive(bytearray(b"word"), SALT) != CHEAP.derive(bytearray(b"ward"), SALT)
    assert CHEAP.derive(bytearray(b"word"), SALT) != CHEAP.derive(bytearray(b"word"), SALT[::-1])


def test_it_is_argon2id_version_1_3():
    # OpenSSL's own Argon2id gives this for t=1, m=8 KiB, p=1.
    expected = "90926f008bf5f5cbbea2c9664d7c0dea0f4cbb3cc8c6de9072547e36b526a82f"
    assert CHEAP.derive(bytearray(b"word"), b"saltsaltsaltsalt").hex() == expected


def test_deriving_leaves_the_secret_to_its_owner():
    secret = bytearray(b"word")
    CHEAP.derive(secret, SALT)
    assert secret == b"word"


@pytest.mark.parametrize(
    "figures",
    [
        {"memory_kib": 64 * MIB - 1},
        {"memory_kib": 8},
        {"memory_kib": 2048 * MIB + 1},
        {"passes": 0},
        {"passes": 11},
        {"memory_kib": 7, "cheap": True},
        {"memory_kib": 2048 * MIB + 1, "cheap": True},
    ],
)
def test_figures_outside_the_bounds_are_refused(figures: dict[str, Any]):
    with pytest.raises(ValueError, match="Argon2id takes"):
        Argon2id(**figures)


def test_the_bounds_themselves_are_accepted():
    assert Argon2id(memory_kib=64 * MIB).memory_kib == 64 * MIB
    assert Argon2id(passes=10, memory_kib=2048 * MIB).passes == 10


def test_too_little_memory_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch):
    def exhausted(*_args: object, **_options: object) -> Never:
        raise kdf.exceptions.RuntimeError

    monkeypatch.setattr(kdf.pwhash.argon2id, "kdf", exhausted)
    with pytest.raises(VaultError, match="256 MiB of free memory"):
        Argon2id().derive(bytearray(b"word"), SALT)


@pytest.mark.parametrize(
    ("seconds_per_mib_and_pass", "expected"),
    [
        (0.5 / 256 / 3, Argon2id(passes=3, memory_kib=256 * MIB)),
        (0.2 / 256 / 3, Argon2id(passes=8, memory_kib=256 * MIB)),
        (0.01 / 256 / 3, Argon2id(passes=10, memory_kib=256 * MIB)),
        (1.5 / 256 / 3, Argon2id(passes=3, memory_kib=256 * MIB)),
        (1.6 / 256 / 3, Argon2id(passes=3, memory_kib=128 * MIB)),
        (9.0 / 256 / 3, Argon2id(passes=3, memory_kib=128 * MIB)),
    ],
)
def test_calibrating_suits_the_machine(seconds_per_mib_and_pass: float, expected: Argon2id):
    def measure(tried: Argon2id) -> float:
        return seconds_per_mib_and_pass * tried.passes * tried.memory_kib / MIB

    assert calibrate(0.5, measure) == expected


@pytest.mark.parametrize(("free_mib", "chosen_mib"), [(200, 128), (100, 64), (1, 64)])
def test_calibrating_takes_less_where_the_memory_is_not_there(free_mib: int, chosen_mib: int):
    def measure(tried: Argon2id) -> float:
        if tried.memory_kib > free_mib * MIB:
            raise VaultError
        return 0.5

    assert calibrate(0.5, measure).memory_kib == chosen_mib * MIB


def test_k1_a_calibrated_guess_takes_half_a_second_and_64_mib():
    chosen = calibrate()
    assert chosen.memory_kib >= 64 * MIB
    assert kdf.seconds_of(chosen) > 0.5 / 2  # the machine may be quicker now than it was then
