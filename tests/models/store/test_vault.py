import os
import shutil
import stat
import threading
from pathlib import Path
from typing import Never

import pytest
from sqlalchemy import Engine, text

from models.crypto import header as headers
from models.crypto.header import Header
from models.crypto.kdf import CHEAP
from models.crypto.recovery_code import RecoveryCode
from models.crypto.slots import PassphraseSlot
from models.errors import (
    DamagedVaultError,
    MistypedCodeError,
    NewerVaultError,
    VaultError,
    VaultInUseError,
    WrongPassphraseError,
)
from models.store import keys, migrating
from models.store import vault as vaults
from models.store.header_file import COPIES, read_header
from models.store.vault import Vault
from tests.models.store.conftest import PASSPHRASE, Steps


def test_a_new_vault_is_open_and_opens_again(tmp_path: Path):
    made, code = Vault.create(tmp_path / "дело", PASSPHRASE, kdf=CHEAP, demo=True)
    with made:
        assert made.folder == tmp_path / "дело.habeas"
        assert (made.demo, made.read_only, made.problems) == (True, False, ())
    with Vault.open(tmp_path / "дело", PASSPHRASE) as again:
        assert (again.uid, again.demo) == (made.uid, True)
    with Vault.open_with_recovery(made.folder, code.text.lower()) as again:
        assert again.uid == made.uid


def test_c8_folders_and_files_are_their_owners_alone(tmp_path: Path):
    generous = os.umask(0)
    try:
        made, _ = Vault.create(tmp_path / "v", PASSPHRASE, kdf=CHEAP)
    finally:
        os.umask(generous)
    with made:
        modes = {path: stat.S_IMODE(path.stat().st_mode) for path in made.folder.iterdir()}
    assert stat.S_IMODE(made.folder.stat().st_mode) == 0o700
    assert modes.pop(made.folder / "attachments") == 0o700
    assert len(modes) >= 4
    assert set(modes.values()) == {0o600}


def test_only_the_vault_appears(tmp_path: Path):
    made, _ = Vault.create(tmp_path / "v", PASSPHRASE, kdf=CHEAP)
    made.close()
    assert [path.name for path in tmp_path.iterdir()] == ["v.habeas"]


def test_a_name_that_is_taken_is_refused(tmp_path: Path):
    (tmp_path / "v.habeas").mkdir()
    with pytest.raises(VaultError, match="another name"):
        Vault.create(tmp_path / "v", PASSPHRASE, kdf=CHEAP)
    assert list((tmp_path / "v.habeas").iterdir()) == []


@pytest.mark.parametrize("failure", [RuntimeError, OSError])
def test_a_vault_that_cannot_be_finished_leaves_nothing(tmp_path: Path, failure: type[Exception]):
    def furnish(_engine: Engine) -> None:
        raise failure

    with pytest.raises((RuntimeError, VaultError)):
        Vault.create(tmp_path / "v", PASSPHRASE, kdf=CHEAP, furnish=furnish)
    assert list(tmp_path.iterdir()) == []


def test_a_vault_is_furnished_before_it_appears(tmp_path: Path):
    def furnish(engine: Engine) -> None:
        assert not (tmp_path / "v.habeas").exists()
        with engine.execution_options(write=True).begin() as connection:
            connection.execute(text("INSERT INTO setting VALUES ('worker', 'Anna')"))

    made, _ = Vault.create(tmp_path / "v", PASSPHRASE, kdf=CHEAP, furnish=furnish)
    with made, made.engine.connect() as connection:
        assert connection.execute(text("SELECT value FROM setting")).scalar() == "Anna"


def test_wrong_secrets_are_refused(folder: Path):
    with pytest.raises(WrongPassphraseError):
        Vault.open(folder, "another")
    with pytest.raises(WrongPassphraseError):
        Vault.open_with_recovery(folder, RecoveryCode.generate().text)
    with pytest.raises(MistypedCodeError):
        Vault.open_with_recovery(folder, "not a code")
    Vault.open(folder, PASSPHRASE).close()


def test_an_open_vault_is_in_use_until_it_is_closed(folder: Path):
    first = Vault.open(folder, PASSPHRASE)
    with pytest.raises(VaultInUseError):
        Vault.open(folder, PASSPHRASE)
    first.close()
    first.close()
    Vault.open(folder, PASSPHRASE).close()


def test_a_vault_may_be_closed_by_another_thread(folder: Path):
    opened = Vault.open(folder, PASSPHRASE)
    closing = threading.Thread(target=opened.close)
    closing.start()
    closing.join()
    Vault.open(folder, PASSPHRASE).close()


def test_closing_wipes_the_key(folder: Path):
    opened = Vault.open(folder, PASSPHRASE)
    assert opened._data_key != bytes(32)
    opened.close()
    assert opened._data_key == bytes(32)


def test_a_late_read_of_a_closed_vault_is_not_called_damage(folder: Path):
    opened = Vault.open(folder, PASSPHRASE)
    opened.close()
    with pytest.raises(VaultError, match="closed"):
        opened.engine.connect()


def test_a_refused_vault_leaves_no_file_open(folder: Path):
    with Vault.open(folder, PASSPHRASE) as opened, opened.engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA user_version=99")
    with pytest.raises(DamagedVaultError):
        Vault.open(folder, PASSPHRASE)
    still_open = {path.resolve() for path in Path("/proc/self/fd").iterdir()}
    assert [path for path in still_open if path.is_relative_to(folder)] == []


def test_a_changed_passphrase_replaces_the_old_one(folder: Path, made: tuple[Path, str]):
    with Vault.open(folder, PASSPHRASE) as opened:
        database = (folder / "record.db").stat().st_ino
        opened.keys.change_passphrase("new words", kdf=CHEAP)
    with pytest.raises(WrongPassphraseError):
        Vault.open(folder, PASSPHRASE)
    Vault.open(folder, "new words").close()
    Vault.open_with_recovery(folder, made[1]).close()
    assert (folder / "record.db").stat().st_ino == database


def test_a_removed_passphrase_does_not_come_back_with_an_old_header(folder: Path):
    old = (folder / COPIES[0]).read_bytes()
    with Vault.open(folder, PASSPHRASE) as opened:
        opened.keys.change_passphrase("new words", kdf=CHEAP)
    for name in COPIES:
        (folder / name).write_bytes(old)
    with pytest.raises(DamagedVaultError, match="older key file"):
        Vault.open(folder, PASSPHRASE)
    Vault.open(folder, PASSPHRASE, trust_old_header=True).close()
    Vault.open(folder, PASSPHRASE).close()


def test_one_old_copy_of_the_header_is_mended(folder: Path):
    old = (folder / COPIES[0]).read_bytes()
    with Vault.open(folder, PASSPHRASE) as opened:
        opened.keys.change_passphrase("new words", kdf=CHEAP)
    new = (folder / COPIES[0]).read_bytes()
    (folder / COPIES[0]).write_bytes(old)
    Vault.open(folder, "new words").close()
    assert {(folder / name).read_bytes() for name in COPIES} == {new}


def test_a_damaged_copy_of_the_header_is_named_and_mended(folder: Path):
    (folder / COPIES[1]).write_bytes(b"")
    with Vault.open(folder, PASSPHRASE) as opened:
        assert len(opened.problems) == 1
        assert COPIES[1] in opened.problems[0]
    with Vault.open(folder, PASSPHRASE) as opened:
        assert opened.problems == ()


def test_a_full_disk_keeps_nobody_from_reading(folder: Path, monkeypatch: pytest.MonkeyPatch):
    def full(_folder: Path, _header: Header) -> Never:
        raise OSError(28, "No space left on device")

    (folder / COPIES[1]).write_bytes(b"")
    with monkeypatch.context() as disk:
        disk.setattr(keys, "write_header", full)
        with Vault.open(folder, PASSPHRASE) as opened:
            assert COPIES[1] in opened.problems[0]
            with pytest.raises(VaultError, match="space"):
                opened.keys.change_passphrase("new words", kdf=CHEAP)
    with Vault.open(folder, PASSPHRASE) as opened:
        assert len(opened.problems) == 1


def test_a_folder_that_may_not_be_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch):
    def forbidden(_folder: Path) -> Never:
        raise PermissionError

    monkeypatch.setattr(vaults, "require_vault", forbidden)
    with pytest.raises(VaultError, match="disk failed"):
        Vault.open(folder, PASSPHRASE)


def test_k1_a_vault_is_made_with_a_dear_key_unless_told_otherwise(tmp_path: Path):
    made, _ = Vault.create(tmp_path / "v", PASSPHRASE)
    made.close()
    slot = read_header(made.folder).header.slots[0]
    assert isinstance(slot, PassphraseSlot)
    assert slot.memory_kib >= 64 * 1024
    assert slot.passes >= 3


def test_a_header_that_was_edited_by_hand_is_refused(folder: Path):
    header = headers.msgspec.structs.replace(read_header(folder).header, demo=True)
    for name in COPIES:
        (folder / name).write_bytes(headers.encode(header))
    with pytest.raises(DamagedVaultError, match="other than Habeas"):
        Vault.open(folder, PASSPHRASE)


def test_leftovers_of_a_crash_are_removed(folder: Path):
    for name in ("header-1.new", "record.db.new", "record.db.new-journal", "attachments/a.1.new"):
        (folder / name).write_bytes(b"half")
    (folder / "what is new.txt").write_text("the worker's own", encoding="utf-8")
    Vault.open(folder, PASSPHRASE).close()
    assert [path.name for path in folder.rglob("*new*")] == ["what is new.txt"]


def test_an_older_vault_is_brought_up_to_date(tmp_path: Path, steps: Steps):
    made, _ = Vault.create(tmp_path / "v", PASSPHRASE, kdf=CHEAP, migrations=steps.all)
    with made, made.engine.execution_options(write=True).begin() as connection:
        connection.execute(text("INSERT INTO thing VALUES (1, 'kept')"))
    later = steps.add(
        'from alembic import op\nrevision = "0002"\ndown_revision = "0001"\n'
        'def upgrade():\n    op.execute("ALTER TABLE thing ADD COLUMN more TEXT DEFAULT 1")\n'
    )
    with (
        Vault.open(made.folder, PASSPHRASE, migrations=later) as opened,
        opened.engine.connect() as connection,
    ):
        assert connection.execute(text("SELECT * FROM thing")).all() == [(1, "kept", "1")]


def test_a_newer_vault_is_refused_and_stays_as_it_is(tmp_path: Path, steps: Steps):
    made, _ = Vault.create(tmp_path / "v", PASSPHRASE, kdf=CHEAP, migrations=steps.all)
    with made, made.engine.execution_options(write=True).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0002'"))
    before = (made.folder / "record.db").read_bytes()
    with pytest.raises(NewerVaultError):
        Vault.open(made.folder, PASSPHRASE, migrations=steps.all)
    assert (made.folder / "record.db").read_bytes() == before


@pytest.fixture
def read_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vaults, "lies_on_read_only_media", lambda *_paths: True)


@pytest.mark.usefixtures("read_only")
def test_d8_a_vault_on_read_only_media_is_read_and_not_touched(folder: Path):
    shutil.rmtree(folder / "attachments")
    (folder / COPIES[0]).unlink()
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}
    with Vault.open(folder, PASSPHRASE) as opened:
        assert opened.read_only
        assert len(opened.problems) == 1
        with opened.engine.connect() as connection:
            assert connection.execute(text("SELECT count(*) FROM person")).scalar() == 0
        with (
            pytest.raises(VaultError, match="nothing can be written"),
            opened.engine.begin() as connection,
        ):
            connection.execute(text("DELETE FROM person"))
    after = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}
    assert after == before


@pytest.mark.usefixtures("read_only")
def test_an_older_vault_on_read_only_media_must_be_copied(folder: Path, steps: Steps):
    now, later = migrating.Migrations().head, "9999"
    for before, revision in (("0001", now), (now, later)):
        name = f'revision = "{revision}"\ndown_revision = "{before}"\n'
        steps.add_as(revision, f"{name}def upgrade(): pass\n")
    with pytest.raises(VaultError, match="copy it to a disk"):
        Vault.open(folder, PASSPHRASE, migrations=steps.all)
