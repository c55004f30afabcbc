"""The keyring of the operating system, asked through a process that may not take long.

It is a convenience, never the only way in: it may be locked, empty or gone at any time.
"""

import base64
import os
import subprocess
import sys
from binascii import Error as NotBase64Error
from pathlib import Path
from uuid import UUID

import msgspec

from models.crypto.slots import DATA_KEY_BYTES
from models.errors import VaultError
from models.store.keyring_child import Answer, Request

SECONDS = 5.0
"""How long a keyring may take; a locked one waits behind its prompt for ever."""

_ROOT = Path(__file__).resolve().parents[2]  # the folder that holds the package ``models``
_PASSED_ON = (
    *("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "HOME", "DISPLAY", "WAYLAND_DISPLAY"),
    *("SYSTEMROOT", "USERPROFILE", "APPDATA", "LOCALAPPDATA"),
)
"""What a keyring needs of the environment; above all no PYTHON_KEYRING_BACKEND."""


def is_offered(*, seconds: float = SECONDS) -> bool:
    """Tell whether this computer has a keyring that we trust and that answers."""
    answer = _asked(Request(act="offer"), seconds)
    return answer is not None and answer.done


def keep(slot: UUID, secret: bytearray, *, seconds: float = SECONDS) -> None:
    """Let the keyring keep the random bytes ``secret`` for a slot.

    Raises:
        VaultError: there is no keyring, or it does not answer.
    """
    text = base64.b64encode(secret).decode()
    answer = _asked(Request(act="keep", name=slot.hex, secret=text), seconds)
    if answer is None or not answer.done:
        raise VaultError(
            "The keyring of this computer keeps nothing for us; please unlock it and try again."
        )


def recall(slot: UUID, *, seconds: float = SECONDS) -> bytearray | None:
    """Return what the keyring keeps for a slot, or None where it does not give it; wipe it."""
    answer = _asked(Request(act="recall", name=slot.hex), seconds)
    try:
        secret = bytearray(base64.b64decode((answer and answer.secret) or "", validate=True))
    except (NotBase64Error, ValueError):
        return None
    return secret if len(secret) == DATA_KEY_BYTES else None


def forget(slot: UUID, *, seconds: float = SECONDS) -> None:
    """Remove what the keyring keeps for a slot; a keyring that is gone does not matter."""
    _asked(Request(act="forget", name=slot.hex), seconds)


def command() -> list[str]:
    """Return the command line that makes this program the child; it shows no secret."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--keyring"]
    # Not -I: the package is found through the working folder, installed or not.
    bytecode = ["-B"] if sys.dont_write_bytecode else []
    return [sys.executable, "-E", "-s", *bytecode, "-m", "models.store.keyring_child"]


def _asked(request: Request, seconds: float) -> Answer | None:
    """Return the child's answer, or None where it gave none in time."""
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    try:
        ended = subprocess.run(  # noqa: S603  our own program
            command(),
            input=msgspec.json.encode(request),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            cwd=_ROOT,
            timeout=seconds,
            check=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        return msgspec.json.decode(ended.stdout, type=Answer)
    except (OSError, subprocess.SubprocessError, msgspec.MsgspecError):
        return None
