"""K1, K2, K7: a guess is dear, a hostile header is not, and a lost keyring costs nothing.

K1 reads: passphrase slots are calibrated to half a second and 64 MiB or more on the machine that
makes them; what the other slots open with has 256 random bits, which nobody guesses.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from models.crypto import header as headers
from models.crypto.header import Header
from models.crypto.kdf import CHEAP, KIB_PER_MIB, Argon2id, seconds_of
from models.crypto.office_key import new_office_key
from models.crypto.recovery_code import SECRET_BYTES, RecoveryCode
from models.crypto.slots import DATA_KEY_BYTES, GuessedSlot, PassphraseSlot, new_data_key
from models.errors import DamagedVaultError, VaultError, WrongPassphraseError
from models.store import system_keyring, unlocking
from models.store.header_file import COPIES, read_header
from models.store.vault import Vault
from tests.promises import secret_service, vaults
from tests.promises.conftest import cannot_be_tested

OTHER = "quite other words"
LEAST_SECONDS, LEAST_KIB = 0.5, 64 * KIB_PER_MIB
NOISE = 0.8  # the machine is measured at two moments


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return vaults.make(tmp_path_factory.mktemp("made") / "v")


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return vaults.copy(made, tmp_path / "v.habeas")


def guesses(folder: Path) -> list[Argon2id]:
    """Return what each slot of a vault that a person opens asks of a guess."""
    slots = read_header(folder).header.slots
    return [
        Argon2id(passes=slot.passes, memory_kib=slot.memory_kib, cheap=True)
        for slot in slots
        if isinstance(slot, GuessedSlot)
    ]


def too_cheap(parameters: Argon2id) -> bool:
    return parameters.memory_kib < LEAST_KIB or seconds_of(parameters) < LEAST_SECONDS * NOISE


WAYS: dict[str, Callable[[Vault, Path], object]] = {
    "another passphrase": lambda vault, _: vault.keys.add_passphrase(OTHER),
    "a key file": lambda vault, file: vault.keys.add_key_file(OTHER, file),
    "a changed passphrase": lambda vault, _: vault.keys.change_passphrase(OTHER),
}


def test_k1_a_guess_at_a_new_vault_is_dear(tmp_path: Path):
    Vault.create(tmp_path / "v", OTHER)[0].close()
    (parameters,) = guesses(tmp_path / "v.habeas")
    assert not too_cheap(parameters)


@pytest.mark.parametrize("way", WAYS)
def test_k1_a_guess_at_an_added_passphrase_is_dear(folder: Path, tmp_path: Path, way: str):
    with Vault.open(folder, vaults.PASSPHRASE) as vault:
        WAYS[way](vault, tmp_path / "key")
    assert not too_cheap(guesses(folder)[-1])


def test_k1_control_a_vault_of_the_tests_is_too_cheap(folder: Path):
    assert all(too_cheap(parameters) for parameters in guesses(folder))


def test_k1_what_is_not_guessed_has_256_random_bits():
    assert SECRET_BYTES == DATA_KEY_BYTES == 32
    secrets = [RecoveryCode.generate().secret() for _ in range(400)]
    secrets += [new_data_key() for _ in range(400)]
    ones = sum(int.from_bytes(secret).bit_count() for secret in secrets)
    assert len({bytes(secret) for secret in secrets}) == 800
    assert abs(ones / (800 * 256) - 0.5) < 0.01


def hostile(folder: Path, slots: int, passes: int, mebibytes: int) -> None:
    """Write a header whose checksum is right, as an enemy would, with slots that cost this much."""
    header = read_header(folder).header
    slot = next(one for one in header.slots if isinstance(one, PassphraseSlot))
    dear = msgspec.structs.replace(slot, passes=passes, memory_kib=mebibytes * KIB_PER_MIB)
    put(folder, msgspec.structs.replace(header, slots=(dear,) * slots))


def put(folder: Path, header: Header) -> None:
    for name in COPIES:
        (folder / name).write_bytes(headers.encode(header))


@pytest.mark.parametrize(
    ("slots", "passes", "mebibytes"), [(32, 10, 2048), (32, 3, 256), (2, 9, 1024), (1, 10, 2048)]
)
def test_k2_a_header_that_asks_for_too_much_is_refused_unasked(
    folder: Path, slots: int, passes: int, mebibytes: int
):
    hostile(folder, slots, passes, mebibytes)
    start = time.perf_counter()
    with pytest.raises(DamagedVaultError):
        Vault.open(folder, OTHER)
    assert time.perf_counter() - start < 1


def test_k2_the_dearest_header_that_is_read_takes_30_seconds_at_most(folder: Path):
    hostile(folder, 32, 2, 256)
    assert headers.work_kib(read_header(folder).header.slots) == headers.MOST_WORK_KIB
    start = time.perf_counter()
    with pytest.raises(WrongPassphraseError):
        Vault.open(folder, OTHER)
    assert time.perf_counter() - start < 30


def test_k2_control_without_the_sum_it_would_be_tried(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(headers, "MOST_WORK_KIB", 0)
    with pytest.raises(DamagedVaultError):
        Vault.open(folder, vaults.PASSPHRASE)
    monkeypatch.setattr(headers, "MOST_WORK_KIB", 2**40)
    hostile(folder, 32, 10, 2048)
    assert len(read_header(folder).header.slots) == 32


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """A bus of our own, on which a real keyring can run."""
    if missing := secret_service.missing():
        cannot_be_tested("K7", f"for want of {', '.join(missing)}")
    with secret_service.running(tmp_path / "account") as environment:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        yield environment


def opened_by_keyring(folder: Path) -> bool:
    try:
        Vault.unlock(folder, unlocking.by_keyring()).close()
    except WrongPassphraseError:
        return False
    return True


def test_k7_a_lost_keyring_costs_nothing(folder: Path, bus: dict[str, str], tmp_path: Path):
    office = new_office_key()
    with secret_service.keyring(bus):
        with Vault.open(folder, vaults.PASSPHRASE) as vault:
            vault.keys.add_keyring()
            vault.keys.add_office(office.public)
            vault.keys.add_key_file(OTHER, tmp_path / "key", kdf=CHEAP)
            code = vault.keys.new_recovery_code()
        assert opened_by_keyring(folder)
    start = time.perf_counter()
    assert not opened_by_keyring(folder)
    assert time.perf_counter() - start < system_keyring.SECONDS + 1
    for unlock in (
        unlocking.by_passphrase(vaults.PASSPHRASE),
        unlocking.by_passphrase(OTHER, tmp_path / "key"),
        unlocking.by_recovery_code(code),
        unlocking.by_office_key(office.private),
    ):
        Vault.unlock(folder, unlock).close()
    with secret_service.keyring(bus):
        assert opened_by_keyring(folder)


def test_k7_control_a_vault_with_the_keyring_alone_cannot_be_made(
    folder: Path, bus: dict[str, str]
):
    with secret_service.keyring(bus), Vault.open(folder, vaults.PASSPHRASE) as vault:
        passphrase, recovery = vault.keys.list()
        vault.keys.add_keyring()
        for key in (passphrase, recovery):
            with pytest.raises(VaultError):
                vault.keys.remove(key.id)
        # Had it been let through, the loss would be fatal: the keyring is the only key of its slot.
        header = read_header(folder).header
        lone = msgspec.structs.replace(header, slots=header.slots[2:], generation=9)
        put(folder, lone.sealed(vault.copy_of_key()))
    assert not opened_by_keyring(folder)
    with pytest.raises(WrongPassphraseError):
        Vault.open(folder, vaults.PASSPHRASE)
