"""How this program is started afresh: after a lock, and as a child of the demo."""

import sys


def command() -> list[str]:
    """Return the words that start this same program, without arguments.

    Isolated (``-I``), so that a file called ``models.py`` in the folder where somebody happens to
    stand is not imported; installed or cloned, the environment itself knows where the program is.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-I", "-X", "utf8", "-m", "desktop"]
