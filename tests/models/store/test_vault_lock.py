import getpass
import os
import platform
import stat
import subprocess
import sys
from pathlib import Path
from typing import Never

import pytest

from models.errors import VaultError, VaultInUseError
from models.store.vault_lock import NAME, VaultLock, lies_on_read_only_media

TRY = """
import sys
from pathlib import Path
from models.errors import VaultInUseError
from models.store.vault_lock import VaultLock
try:
    VaultLock(Path(sys.argv[1]))
    print("in")
except VaultInUseError:
    print("refused")
"""


def second_process(folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", TRY, folder], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_one_process_at_a_time(tmp_path: Path):
    lock = VaultLock(tmp_path)
    assert second_process(tmp_path) == "refused"
    lock.release()
    assert second_process(tmp_path) == "in"


def test_the_same_process_gets_in_once(tmp_path: Path):
    lock = VaultLock(tmp_path)
    with pytest.raises(VaultInUseError):
        VaultLock(tmp_path)
    lock.release()
    lock.release()
    VaultLock(tmp_path).release()


def test_the_lock_of_a_dead_process_is_free(tmp_path: Path):
    assert second_process(tmp_path) == "in"  # it died without releasing
    VaultLock(tmp_path).release()


def test_the_lock_file_names_nobody(tmp_path: Path):
    lock = VaultLock(tmp_path)
    content = (tmp_path / NAME).read_bytes()
    for name in (getpass.getuser(), platform.node(), str(os.getpid())):
        assert name.encode() not in content
    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o600
    lock.release()


def test_a_drive_without_locks_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def unsupported(*_arguments: object, **_options: object) -> Never:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("filelock._unix.fcntl.flock", unsupported)
    with pytest.raises(VaultError, match="local disk"):
        VaultLock(tmp_path)


def test_read_only_media_are_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    assert not lies_on_read_only_media(tmp_path, tmp_path)
    monkeypatch.setattr(os, "access", lambda path, _mode: path != tmp_path / "b")
    assert lies_on_read_only_media(tmp_path, tmp_path / "b")
