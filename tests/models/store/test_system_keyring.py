"""A real keyring, asked as the program asks it: open, locked, stopped and gone."""

import os
import secrets
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from models.errors import VaultError
from models.store import system_keyring
from tests.promises import secret_service

pytestmark = pytest.mark.skipif(
    bool(secret_service.missing()), reason="needs dbus-daemon and gnome-keyring-daemon"
)

WORD = "a secret"
SLOT, SECRET = uuid4(), bytearray(secrets.token_bytes(32))


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """A bus of our own, named by the environment."""
    with secret_service.running(tmp_path / "account") as environment:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        yield environment


def test_a_secret_comes_back_until_it_is_forgotten(bus: dict[str, str]):
    with secret_service.keyring(bus):
        assert system_keyring.is_offered()
        system_keyring.keep(SLOT, SECRET)
        assert system_keyring.recall(SLOT) == SECRET
        assert system_keyring.recall(uuid4()) is None
        system_keyring.forget(SLOT)
        assert system_keyring.recall(SLOT) is None


def test_a_locked_keyring_gives_nothing_and_loses_nothing(bus: dict[str, str]):
    with secret_service.keyring(bus):
        system_keyring.keep(SLOT, SECRET)
    with secret_service.keyring(bus, unlocked=False):
        assert system_keyring.recall(SLOT) is None
        with pytest.raises(VaultError, match="unlock it"):
            system_keyring.keep(uuid4(), SECRET)
    with secret_service.keyring(bus):
        assert system_keyring.recall(SLOT) == SECRET


def test_a_keyring_that_hangs_is_left_alone_in_time(bus: dict[str, str]):
    with secret_service.keyring(bus) as daemon:
        daemon.send_signal(signal.SIGSTOP)
        start = time.monotonic()
        assert system_keyring.recall(SLOT, seconds=1) is None
        assert not system_keyring.is_offered(seconds=1)
        assert time.monotonic() - start < 4
        daemon.send_signal(signal.SIGCONT)


def test_without_a_keyring_or_a_bus_nothing_is_offered(
    bus: dict[str, str], monkeypatch: pytest.MonkeyPatch
):
    assert not system_keyring.is_offered()
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    assert not system_keyring.is_offered()
    assert system_keyring.recall(SLOT) is None
    system_keyring.forget(SLOT)


@pytest.mark.parametrize(
    "answer", ["", "{}", '{"done":true,"secret":"%%"}', '{"done":true,"secret":"AAAA"}', "[1]"]
)
def test_a_child_that_talks_nonsense_gives_nothing(answer: str, monkeypatch: pytest.MonkeyPatch):
    said = [sys.executable, "-c", f"print({answer!r})"]
    monkeypatch.setattr(system_keyring, "command", lambda: said)
    assert system_keyring.recall(SLOT) is None


def test_the_command_line_and_the_environment_hold_no_secret(monkeypatch: pytest.MonkeyPatch):
    shown = (
        "import os, sys, json; print(json.dumps({'done': True, 'secret': str(dict(os.environ))}))"
    )
    monkeypatch.setattr(system_keyring, "command", lambda: [sys.executable, "-c", shown])
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    answer = system_keyring._asked(system_keyring.Request(act="keep", secret=WORD), 5)
    assert answer is not None
    assert answer.secret is not None
    assert WORD not in answer.secret
    assert WORD not in " ".join(system_keyring.command())
    assert "PYTHON_KEYRING" not in answer.secret
    assert "HOME" in answer.secret or "HOME" not in os.environ
