"""A real keyring in an account of its own: a private D-Bus with GNOME's Secret Service on it."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAMS = ("dbus-daemon", "dbus-send", "gnome-keyring-daemon")
# Without folders of services, so that nothing but what we start ever answers on this bus.
_BUS = """<busconfig>
<type>session</type>
<listen>unix:path={account}/bus</listen>
<policy context="default">
<allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/>
</policy>
</busconfig>"""
_PASSWORD = b"the password of the login"
_SECONDS = 10


def missing() -> list[str]:
    """Return the programs that this machine lacks for it."""
    return [name for name in PROGRAMS if shutil.which(name) is None]


@contextmanager
def running(account: Path) -> Iterator[dict[str, str]]:
    """Run a bus for the folder ``account``; yield the environment that leads to it."""
    account.mkdir(mode=0o700, exist_ok=True)
    (account / "bus.conf").write_text(_BUS.format(account=account), encoding="utf-8")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(account),
        "XDG_RUNTIME_DIR": str(account),
        "XDG_DATA_HOME": str(account),
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={account}/bus",
    }
    command = ["dbus-daemon", f"--config-file={account}/bus.conf", "--nofork"]
    with _started(command, environment):
        _wait_for((account / "bus").exists)
        yield environment


@contextmanager
def keyring(
    environment: dict[str, str], *, unlocked: bool = True
) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a keyring on that bus; a locked one has the same secrets and nobody to unlock it."""
    command = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
    with _started([*command, "--unlock"] if unlocked else command, environment) as daemon:
        if unlocked and daemon.stdin is not None:
            daemon.stdin.write(_PASSWORD)
            daemon.stdin.close()
        _wait_for(lambda: _has_owner(environment))
        yield daemon


@contextmanager
def _started(
    command: list[str], environment: dict[str, str]
) -> Iterator["subprocess.Popen[bytes]"]:
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet
    ) as process:
        try:
            yield process
        finally:
            process.terminate()
            process.send_signal(signal.SIGCONT)  # a test may have stopped it


def _has_owner(environment: dict[str, str]) -> bool:
    asked = subprocess.run(
        [
            *("dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/"),
            "org.freedesktop.DBus.NameHasOwner",
            "string:org.freedesktop.secrets",
        ],
        env=environment,
        capture_output=True,
        check=False,
    )
    return b"boolean true" in asked.stdout


def _wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + _SECONDS
    while not condition():
        assert time.monotonic() < end, "the keyring did not start"
        time.sleep(0.02)
