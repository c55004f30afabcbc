"""Children that run the acts of ``acts.py``, sealed as in the product or, as a control, free."""

import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from models import sandbox
from models.sandbox import children
from tests.models.sandbox import acts
from tests.models.sandbox.acts import Act

ENTRY = Path(__file__).with_name("entry.py")


@pytest.fixture
def act(monkeypatch: pytest.MonkeyPatch) -> Act:
    """``act(name, payload, modes=("free", "nobody"), limits=…)``: run one act in a child."""

    def run(name: str, payload: bytes = b"", *, modes: tuple[str, ...] = (), **more: Any) -> bytes:
        monkeypatch.setattr(
            children,
            "child_command",
            lambda task: [sys.executable, "-B", str(ENTRY), task, *modes],
        )
        return sandbox.run(name, payload, **more)

    return run


@pytest.fixture(params=["nobody", "root"] if os.geteuid() == 0 else ["myself"])
def user(request: pytest.FixtureRequest) -> str:
    """Each account the child can have here."""
    return str(request.param)


@pytest.fixture
def place() -> Iterator[dict[str, Any]]:
    """A folder and three open doors that every account of this machine may use."""
    with TemporaryDirectory() as name, _listening(name) as doors:
        folder = Path(name)
        folder.chmod(0o777)
        files = {name: folder / name for name in ("readable", "movable", "program")}
        for file in files.values():
            file.write_bytes(acts.EXIT_42)
            file.chmod(0o755)
        yield {"folder": name, **{name: str(file) for name, file in files.items()}, **doors}


class _listening:  # noqa: N801  reads as a word in the with statement
    def __init__(self, folder: str) -> None:
        self._local = f"{folder}/door"
        self._sockets = [
            socket.socket(socket.AF_INET, socket.SOCK_STREAM),
            socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
            socket.socket(socket.AF_UNIX, socket.SOCK_STREAM),
        ]

    def __enter__(self) -> dict[str, Any]:
        tcp, udp, local = self._sockets
        tcp.bind(("127.0.0.1", 0))
        udp.bind(("127.0.0.1", 0))
        local.bind(self._local)
        Path(self._local).chmod(0o777)
        tcp.listen()
        local.listen()
        return {
            "tcp": tcp.getsockname()[1],
            "udp": udp.getsockname()[1],
            "local": self._local,
        }

    def __exit__(self, *_: object) -> None:
        for door in self._sockets:
            door.close()
