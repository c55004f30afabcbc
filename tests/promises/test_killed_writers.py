"""D1: a kill at any moment of writing loses no acknowledged commit and tears none."""

import os
import random
import signal
import time
from pathlib import Path

import pytest

from models.store.vault import Vault
from tests.promises import vaults
from tests.promises.interrupting import forked

KILLS = 100
LONGEST_LIFE = 0.06  # seconds after the first acknowledgement


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return vaults.make(tmp_path / "v")


def write_for_ever(folder: Path, acknowledged: int, *, too_early: bool) -> None:
    """Write one batch after the other; acknowledge each, rightly or ``too_early``."""
    with Vault.open(folder, vaults.PASSPHRASE) as vault:
        batch = max(vaults.batches(vault), default=0)
        while True:
            batch += 1
            with vault.engine.execution_options(write=True).begin() as connection:
                vaults.put_batch(connection, batch)
                if too_early:
                    os.write(acknowledged, b"%d\n" % batch)
            if not too_early:
                os.write(acknowledged, b"%d\n" % batch)


def kill_while_writing(folder: Path, *, too_early: bool) -> int:
    """Let a child write, kill it at a random moment, and return the last acknowledged batch."""
    ours, theirs = os.pipe()
    with forked(lambda: write_for_ever(folder, theirs, too_early=too_early)) as child:
        os.close(theirs)
        child.begin()
        with os.fdopen(ours, "rb") as acknowledged:
            first = acknowledged.readline()
            time.sleep(random.uniform(0, LONGEST_LIFE))  # noqa: S311
            os.kill(child.pid, signal.SIGKILL)
            return int([first, *acknowledged.read().splitlines()][-1])


def lost_or_torn(folder: Path, acknowledged: int) -> list[str]:
    """Open the vault and return what the kill did to it."""
    with Vault.open(folder, vaults.PASSPHRASE) as vault:
        kept = vaults.batches(vault)
    expected = range(1, acknowledged + 1)
    lost = [f"{batch} lost" for batch in expected if batch not in kept]
    torn = [f"{batch} torn" for batch, rows in kept.items() if rows != vaults.ROWS_PER_BATCH]
    return lost + torn


def test_d1_no_acknowledged_commit_is_lost(folder: Path, *, soak: bool) -> None:
    acknowledged = 0
    for _ in range(KILLS * 50 if soak else KILLS):
        acknowledged = kill_while_writing(folder, too_early=False)
        assert lost_or_torn(folder, acknowledged) == []
    assert acknowledged > KILLS
    vaults.check_pages(folder)


def test_d1_control_acknowledging_before_the_commit_loses(folder: Path) -> None:
    for _ in range(KILLS):
        acknowledged = kill_while_writing(folder, too_early=True)
        if lost_or_torn(folder, acknowledged):
            return
    pytest.fail(f"{KILLS} kills lost nothing, so this harness sees no loss")
