"""What the keyboard does that dots do not show: Caps Lock, and the alphabet it writes.

Qt knows neither. Windows is asked (not checked on Windows); elsewhere both are read off the keys
as they are typed: a capital without Shift means Caps Lock, and letters have a script.
"""

import ctypes
import sys
import unicodedata
from typing import Any

_CAPS_LOCK = 0x14  # VK_CAPITAL


def capitals_locked(text: str, *, shifted: bool) -> bool | None:
    """Tell whether Caps Lock is on, from one key; None where the key does not show it."""
    if sys.platform == "win32":
        windows: Any = ctypes  # its windll is known to type checkers on Windows only
        return bool(windows.windll.user32.GetKeyState(_CAPS_LOCK) & 1)
    if len(text) != 1 or text.lower() == text.upper():
        return None
    return text.isupper() != shifted


def script(text: str) -> str:
    """Return the script of the last letter in ``text``, such as ``CYRILLIC``; empty for none."""
    letters = [letter for letter in text if letter.isalpha()]
    return unicodedata.name(letters[-1], "").split(" ", 1)[0] if letters else ""
