"""The short-lived process that speaks to the system's keyring: ``python -m …keyring_child``.

It reads one request on standard input and writes one answer on standard output. It is a process of
its own because a locked keyring waits for ever behind a prompt, and because what the keyring's
library remembers ends with it. Nobody but :mod:`models.store.system_keyring` starts it.
"""

import sys
from contextlib import suppress
from typing import Any, Literal, cast

import msgspec

from models.sandbox import sealing

SERVICE = "Habeas"
MOST_BYTES = 4096


class Request(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the keyring is asked for; ``secret`` is text, and empty but for ``keep``."""

    act: Literal["offer", "keep", "recall", "forget"]
    name: str = ""
    secret: str = ""


class Answer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What came of it; ``secret`` is what was recalled, None where nothing was kept."""

    done: bool
    secret: str | None = None


def main() -> None:
    """Answer the request on standard input."""
    with suppress(sealing.SealError):  # without that the time limit alone must end us
        sealing.hide()
    request = msgspec.json.decode(sys.stdin.buffer.read(MOST_BYTES), type=Request)
    try:
        answer = answered(request, backend())
    except Exception:  # noqa: BLE001  each keyring has errors of its own, and their words stay here
        answer = Answer(done=False)
    sys.stdout.buffer.write(msgspec.json.encode(answer))
    sys.stdout.buffer.flush()


def backend() -> Any:
    """Return the keyring of this system.

    Never ``keyring.get_keyring()``: a variable or a file of the user can lead that to a keyring of
    plain text. Each system has the one class that we trust.

    Raises:
        RuntimeError: there is none, or it is not running.
    """
    kind = _trusted()
    if kind.priority <= 0:  # asking raises where it cannot work
        raise RuntimeError
    return kind()


def _trusted() -> Any:
    # Imported here: each module needs what only its own system has.
    if sys.platform == "win32":
        from keyring.backends import Windows  # noqa: PLC0415

        return Windows.WinVaultKeyring
    if sys.platform == "darwin":
        from keyring.backends import macOS  # noqa: PLC0415

        return macOS.Keyring
    from keyring.backends import SecretService  # noqa: PLC0415  KDE's wallet answers to it too

    return SecretService.Keyring


def answered(request: Request, keyring: Any) -> Answer:
    """Do what ``request`` asks with ``keyring``."""
    match request.act:
        case "keep":
            keyring.set_password(SERVICE, request.name, request.secret)
        case "forget":
            keyring.delete_password(SERVICE, request.name)
        case "recall":
            kept = keyring.get_password(SERVICE, request.name)
            return Answer(done=True, secret=cast("str | None", kept))
        case "offer":  # one that hangs is there, and shows only when it is asked for something
            keyring.get_password(SERVICE, request.name)
    return Answer(done=True)


if __name__ == "__main__":
    main()
