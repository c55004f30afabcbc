"""D8, D9: one writer at a time; on read-only media none, and not a byte changes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from models.store import vault as vault_module
from models.store.vault import Vault
from tests.promises import vaults
from tests.promises.conftest import cannot_be_tested
from tests.promises.interrupting import DONE, forked

ROUNDS = 100
READ = """
import sys
from pathlib import Path
from sqlalchemy import text
from models.store.vault import Vault
with Vault.open(Path(sys.argv[1]), sys.argv[2]) as vault, vault.engine.connect() as connection:
    print(vault.read_only, connection.execute(text("SELECT count(*) FROM setting")).scalar())
"""
READ_ONLY = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && shift && exec "$@"'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return vaults.make(tmp_path / "v", text_bytes=5000)


def writers_of_two_starts(folder: Path) -> int:
    """Open the vault in two processes at once, and return how many got in.

    Each writes a byte once it has tried and then waits for the other, so that neither leaves early.
    """
    tried, try_ended = os.pipe()
    leave, may_leave = os.pipe()

    def start() -> None:
        try:
            with Vault.open(folder, vaults.PASSPHRASE):
                os.write(try_ended, b"x")
                os.read(leave, 1)
        except BaseException:
            os.write(try_ended, b"x")
            raise

    with forked(start) as one, forked(start) as two:
        one.begin()
        two.begin()
        for _ in range(2):
            os.read(tried, 1)
        os.write(may_leave, b"xx")
        said = [one.said(), two.said()]
    for descriptor in (tried, try_ended, leave, may_leave):
        os.close(descriptor)
    return said.count(DONE)


def test_d9_of_two_starts_one_writes(folder: Path) -> None:
    assert {writers_of_two_starts(folder) for _ in range(ROUNDS)} == {1}


def test_d9_control_without_the_lock_both_write(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class NoLock:
        def __init__(self, _folder: Path) -> None:
            """Let everybody in."""

        def release(self) -> None:
            """Do nothing."""

    monkeypatch.setattr(vault_module, "VaultLock", NoLock)
    assert 2 in {writers_of_two_starts(folder) for _ in range(ROUNDS // 5)}


def state_of(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def read_in_a_new_process(folder: Path, *within: str) -> subprocess.CompletedProcess[str]:
    words = [*within, sys.executable, "-c", READ, str(folder), vaults.PASSPHRASE]
    return subprocess.run(words, capture_output=True, text=True, check=False)


def test_d8_read_only_media_are_read_and_not_written(folder: Path) -> None:
    within = ("unshare", "-rm", "sh", "-c", READ_ONLY, "sh", str(folder))
    if subprocess.run([*within, "true"], capture_output=True, check=False).returncode != 0:
        cannot_be_tested("D8", "nobody may mount anything read-only here")
    (folder / "lock").unlink()
    before = state_of(folder)
    ended = read_in_a_new_process(folder, *within)
    assert ended.stdout.split() == ["True", "5"], ended.stderr
    assert state_of(folder) == before


def test_d8_control_on_a_writable_disk_the_same_run_writes(folder: Path) -> None:
    (folder / "lock").unlink()
    before = state_of(folder)
    assert read_in_a_new_process(folder).stdout.split() == ["False", "5"]
    assert state_of(folder) != before
