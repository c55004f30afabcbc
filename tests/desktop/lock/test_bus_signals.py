"""Every word of the desktop that matters, spoken on a real, private bus."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop.lock.bus_signals import SCREEN_SAVERS, session_path

pytestmark = pytest.mark.skipif(
    not shutil.which("dbus-run-session"), reason="needs the package dbus-daemon"
)
SCRIPT = Path(__file__).with_name("desktop_on_bus.py")

LEAVING = ("sleep", "session locked", "other user", *SCREEN_SAVERS)
STAYING = ("woken", "other session locked", "same user", "screen shown")


@pytest.fixture(scope="module")
def played() -> dict[str, Any]:
    """What came of it when the script said each word of the desktop once."""
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, SCRIPT],
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    )
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize("word", LEAVING)
def test_who_leaves_is_locked_out(played: dict[str, Any], word: str):
    assert played["told"][word] is True


@pytest.mark.parametrize("word", STAYING)
def test_who_stays_is_not(played: dict[str, Any], word: str):
    assert played["told"][word] is False


def test_suspend_is_asked_to_wait(played: dict[str, Any]):
    assert played["asked"] == [["sleep", "Habeas", "Locks the vault", "delay"]]


def test_without_a_bus_nothing_happens():
    code = (
        "import sys, desktop.lock.bus_signals as b\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "app = QCoreApplication([]); b.BusSignals().begin(); print('fine')"
    )
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("DBUS", "XDG"))}
    nowhere = {"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=kept | nowhere,
        cwd=SCRIPT.parents[3],
        capture_output=True,
        check=True,
        text=True,
    )
    assert (done.stdout, done.stderr) == ("fine\n", "")


@pytest.mark.parametrize(
    ("session", "label"), [("2", "_32"), ("c1", "c1"), ("12", "_312"), ("a-b", "a_2db")]
)
def test_a_session_has_the_path_that_logind_gives_it(session: str, label: str):
    assert session_path(session) == f"/org/freedesktop/login1/session/{label}"


def test_without_a_session_all_are_heard():
    assert session_path("") == ""
