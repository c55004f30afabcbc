"""The ways into a vault: each opens it, none comes back once removed, one always stays."""

import stat
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Never
from uuid import UUID, uuid4

import pytest

from models.crypto import header as headers
from models.crypto.kdf import CHEAP
from models.crypto.office_key import new_office_key
from models.errors import DamagedVaultError, MistypedCodeError, VaultError, WrongPassphraseError
from models.store import keys, system_keyring, unlocking
from models.store.header_file import COPIES, read_header
from models.store.vault import Vault
from tests.models.store.conftest import PASSPHRASE

OFFICE = new_office_key()
OTHER = "quite other words"


@pytest.fixture
def opened(folder: Path) -> Iterator[Vault]:
    with Vault.open(folder, PASSPHRASE) as vault:
        yield vault


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> dict[UUID, bytearray]:
    """What a keyring keeps; the real one is in test_system_keyring."""
    kept: dict[UUID, bytearray] = {}
    monkeypatch.setattr(system_keyring, "keep", lambda key, secret: kept.update({key: secret[:]}))
    monkeypatch.setattr(system_keyring, "recall", lambda key: kept.get(key, bytearray())[:] or None)
    monkeypatch.setattr(system_keyring, "forget", lambda key: kept.pop(key, None))
    return kept


def kinds(vault: Vault) -> list[str]:
    return [key.kind for key in vault.keys.list()]


def opens(folder: Path, passphrase: str, key_file: Path | None = None) -> bool:
    try:
        Vault.open(folder, passphrase, key_file=key_file).close()
    except WrongPassphraseError:
        return False
    return True


def test_keys_are_listed_with_kind_and_day(opened: Vault):
    passphrase, recovery = opened.keys.list()
    assert (passphrase.kind, recovery.kind) == ("passphrase", "recovery")
    assert abs((datetime.now(UTC).date() - passphrase.made_on).days) <= 1
    assert passphrase.id != recovery.id
    assert passphrase.label == recovery.label == ""


def test_two_passphrases_both_open_and_one_is_removed(opened: Vault):
    record = (opened.folder / "record.db").stat().st_ino
    added = opened.keys.add_passphrase(OTHER, kdf=CHEAP)
    opened.close()
    assert opens(opened.folder, OTHER)
    with Vault.open(opened.folder, PASSPHRASE) as again:
        again.keys.remove(added)
        assert kinds(again) == ["passphrase", "recovery"]
    assert not opens(opened.folder, OTHER)
    assert opens(opened.folder, PASSPHRASE)
    assert (opened.folder / "record.db").stat().st_ino == record


def test_a_key_file_is_made_and_opens_with_its_passphrase_only(opened: Vault, tmp_path: Path):
    file = tmp_path / "stick" / "key"
    file.parent.mkdir()
    opened.keys.add_key_file(OTHER, file, kdf=CHEAP)
    opened.close()
    assert len(file.read_bytes()) == 64
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert opens(opened.folder, OTHER, file)
    assert not opens(opened.folder, OTHER)
    assert not opens(opened.folder, PASSPHRASE, file)
    file.write_bytes(bytes(64))
    assert not opens(opened.folder, OTHER, file)
    with pytest.raises(VaultError, match="stick"):
        Vault.open(opened.folder, OTHER, key_file=tmp_path / "gone")


def test_a_key_file_serves_two_vaults_and_stays_as_it_is(opened: Vault, tmp_path: Path):
    file = tmp_path / "key"
    opened.keys.add_key_file(OTHER, file, kdf=CHEAP)
    content = file.read_bytes()
    opened.keys.add_key_file("third words", file, kdf=CHEAP)
    assert file.read_bytes() == content


def test_the_lone_passphrase_of_a_key_file_says_what_is_missing(opened: Vault, tmp_path: Path):
    opened.keys.add_key_file(OTHER, tmp_path / "key", kdf=CHEAP)
    opened.close()
    with pytest.raises(WrongPassphraseError, match="key file"):
        Vault.open(opened.folder, OTHER)


def test_the_office_opens_with_its_private_key(opened: Vault):
    opened.keys.add_office(OFFICE.public)
    assert opened.keys.list()[-1].label == OFFICE.public[-8:]
    opened.close()
    with Vault.unlock(opened.folder, unlocking.by_office_key(OFFICE.private)) as again:
        assert again.uid == opened.uid
    for wrong, error in [
        (new_office_key().private, WrongPassphraseError),
        ("AGE-SECRET-KEY-1", MistypedCodeError),
    ]:
        with pytest.raises(error):
            Vault.unlock(opened.folder, unlocking.by_office_key(wrong))


def test_the_keyring_opens_and_forgets(opened: Vault, kept: dict[UUID, bytearray]):
    added = opened.keys.add_keyring()
    assert list(kept) == [added]
    opened.close()
    with Vault.unlock(opened.folder, unlocking.by_keyring()) as again:
        again.keys.remove(added)
    assert kept == {}
    with pytest.raises(WrongPassphraseError):
        Vault.unlock(opened.folder, unlocking.by_keyring())


@pytest.mark.parametrize(
    "spoil", [dict.clear, lambda kept: kept.update(dict.fromkeys(kept, bytearray(32)))]
)
def test_k7_without_the_keyring_the_passphrase_opens(
    opened: Vault, kept: dict[UUID, bytearray], spoil: Callable[[object], object]
):
    opened.keys.add_keyring()
    opened.close()
    spoil(kept)
    with pytest.raises(WrongPassphraseError, match="use the passphrase"):
        Vault.unlock(opened.folder, unlocking.by_keyring())
    assert opens(opened.folder, PASSPHRASE)


def test_a_keyring_that_keeps_nothing_adds_no_key(opened: Vault, monkeypatch: pytest.MonkeyPatch):
    def refuse(_slot: UUID, _secret: bytearray) -> Never:
        raise VaultError("locked")

    monkeypatch.setattr(system_keyring, "keep", refuse)
    with pytest.raises(VaultError, match="locked"):
        opened.keys.add_keyring()
    assert kinds(opened) == ["passphrase", "recovery"]


def test_a_header_that_cannot_be_written_leaves_nothing_in_the_keyring(
    opened: Vault, kept: dict[UUID, bytearray], monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object) -> Never:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(keys, "write_header", full)
    with pytest.raises(VaultError, match="space"):
        opened.keys.add_keyring()
    assert kept == {}
    assert kinds(opened) == ["passphrase", "recovery"]


def test_a_new_recovery_code_replaces_the_old_one(opened: Vault, made: tuple[Path, str]):
    code = opened.keys.new_recovery_code()
    opened.close()
    Vault.open_with_recovery(opened.folder, code).close()
    with pytest.raises(WrongPassphraseError):
        Vault.open_with_recovery(opened.folder, made[1])


def test_the_last_passphrase_and_the_recovery_code_stay(opened: Vault, kept: dict[UUID, bytearray]):
    opened.keys.add_office(OFFICE.public)
    opened.keys.add_keyring()
    passphrase, recovery, *_ = opened.keys.list()
    with pytest.raises(VaultError, match="last passphrase"):
        opened.keys.remove(passphrase.id)
    with pytest.raises(VaultError, match="recovery code"):
        opened.keys.remove(recovery.id)
    with pytest.raises(VaultError, match="no such key"):
        opened.keys.remove(uuid4())
    assert len(opened.keys.list()) == 4


def test_a_key_file_counts_as_a_passphrase(opened: Vault, tmp_path: Path):
    opened.keys.add_key_file(OTHER, tmp_path / "key", kdf=CHEAP)
    opened.keys.remove(opened.keys.list()[0].id)
    assert kinds(opened) == ["recovery", "key_file"]
    with pytest.raises(VaultError, match="last passphrase"):
        opened.keys.remove(opened.keys.list()[1].id)


def test_one_of_several_passphrases_is_changed(opened: Vault, tmp_path: Path):
    file = tmp_path / "key"
    added = opened.keys.add_key_file(OTHER, file, kdf=CHEAP)
    with pytest.raises(VaultError, match="which one"):
        opened.keys.change_passphrase("new words", kdf=CHEAP)
    with pytest.raises(VaultError, match="key file belongs"):
        opened.keys.change_passphrase("new words", key=added, kdf=CHEAP)
    with pytest.raises(VaultError, match="no passphrase"):
        opened.keys.change_passphrase("new words", key=opened.keys.list()[1].id, kdf=CHEAP)
    opened.keys.change_passphrase("new words", key=added, key_file=file, kdf=CHEAP)
    opened.close()
    assert opens(opened.folder, "new words", file)
    assert not opens(opened.folder, OTHER, file)
    assert opens(opened.folder, PASSPHRASE)


def test_a_vault_holds_no_more_keys_than_its_header_may(
    opened: Vault, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(headers, "MOST_WORK_KIB", 20)
    opened.keys.add_passphrase(OTHER, kdf=CHEAP)
    with pytest.raises(VaultError, match="as many keys"):
        opened.keys.add_passphrase("third words", kdf=CHEAP)
    for _ in range(headers.MOST_SLOTS - 3):
        opened.keys.add_office(OFFICE.public)
    with pytest.raises(VaultError, match="as many keys"):
        opened.keys.add_office(OFFICE.public)
    assert len(read_header(opened.folder).header.slots) == headers.MOST_SLOTS


CHANGES: list[Callable[[Vault], object]] = [
    lambda vault: vault.keys.add_passphrase(OTHER, kdf=CHEAP),
    lambda vault: vault.keys.add_office(OFFICE.public),
    lambda vault: vault.keys.remove(vault.keys.list()[-1].id),
    lambda vault: vault.keys.new_recovery_code(),
]


def test_after_every_change_no_older_header_is_taken(opened: Vault):
    folder = opened.folder
    for change in CHANGES:
        older = (folder / COPIES[0]).read_bytes()
        before = headers.decode(older)
        change(opened)
        after = read_header(folder)
        newer = (folder / COPIES[0]).read_bytes()
        opened.close()
        assert (after.header.generation, after.stale) == (before.generation + 1, False)
        put(folder, older)
        with pytest.raises(DamagedVaultError, match="older key file"):
            Vault.open(folder, PASSPHRASE)
        put(folder, newer)
        opened = Vault.open(folder, OTHER)
    opened.close()


def put(folder: Path, content: bytes) -> None:
    for name in COPIES:
        (folder / name).write_bytes(content)
