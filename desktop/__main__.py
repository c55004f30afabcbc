"""Start: ``python -m desktop``. With a command word the command line answers, which has no Qt."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from models.crypto.hardening import harden_process

_NO_SCREEN = "There is no screen here to open a window on; see habeas --help for the commands."
_USAGE = "Usage: habeas [--vault VAULT] | habeas COMMAND … (see habeas --help)"


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, take its pictures, or run a command; return the exit code.

    Without ``arguments`` this is the program itself: it takes those of its command line and hides
    its memory and files before it does anything else.

    The command line and the windows are imported only by whoever needs them: a command must not
    pay for Qt, and the window must show before anything else is loaded.
    """
    if arguments is None:
        harden_process()
        arguments = sys.argv[1:]
    words = list(arguments)
    if not words or words[0] == "--vault":
        return _window(words)
    if words[0] == "--pictures":
        return _pictures(words)
    from desktop.console import run  # noqa: PLC0415  see above

    return run(words)


def _window(words: list[str]) -> int:
    if len(words) not in (0, 2):
        print(_USAGE, file=sys.stderr)  # noqa: T201  the one line said without a window
        return 2
    if not _has_screen():
        print(_NO_SCREEN, file=sys.stderr)  # noqa: T201  Qt itself would abort
        return 1
    from desktop.app import open_window  # noqa: PLC0415  see main

    return open_window(Path(words[1]) if words else None)


def _has_screen() -> bool:
    """Tell whether there is a screen to open a window on; elsewhere than on Linux there is."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def _pictures(words: list[str]) -> int:
    """Take the pictures for the demo: ``--pictures DIR --vault VAULT --passphrase-file FILE``."""
    given = dict(zip(words[::2], words[1::2], strict=True))
    from desktop.pictures import take  # noqa: PLC0415  see main

    take(
        Path(given["--vault"]),
        Path(given["--passphrase-file"]).read_text("utf-8").rstrip("\n"),
        Path(given["--pictures"]),
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
