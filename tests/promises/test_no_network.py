"""N1 and N2: the whole program opens no socket to a network, and does its work without one."""

import subprocess
import sys

import pytest

from tests.promises import leaks
from tests.promises.conftest import Program, Session

pytestmark = [pytest.mark.journey, pytest.mark.slow]

SEND = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', (%r, 9))"


def test_no_socket_in_a_whole_session(demo: Session) -> None:
    assert leaks.sockets(demo.calls) == []


def test_a_socket_would_be_seen(spoiled: Program) -> None:
    """The control: the same program, touching a network once."""
    assert any("AF_INET" in one for one in leaks.sockets(spoiled("to_a_network").calls))


def test_the_work_is_done_without_a_network(demo: Session) -> None:
    assert demo.offline, "NOT KEPT here: this system lets nobody make an empty network"


def test_that_network_is_empty(empty_network: tuple[str, ...]) -> None:
    """The control: what reaches this machine itself outside reaches nothing in there."""
    command = [sys.executable, "-c", SEND % "127.0.0.1"]
    assert subprocess.run(command, check=False).returncode == 0
    within = subprocess.run([*empty_network, *command], capture_output=True, check=False)
    assert b"Network is unreachable" in within.stderr
