from typing import Any

import pytest

from desktop.widgets.keyboard import capitals_locked, script


@pytest.mark.parametrize(
    ("text", "shifted", "locked"),
    [
        ("a", False, False),
        ("A", True, False),
        ("A", False, True),
        ("a", True, True),
        ("Ж", False, True),
        ("1", False, None),
        ("م", False, None),
        ("", False, None),
    ],
)
def test_a_capital_without_shift_means_caps_lock(text: str, shifted: Any, locked: Any):
    assert capitals_locked(text, shifted=shifted) is locked


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("word 1", "LATIN"),
        ("слово", "CYRILLIC"),
        ("كلمة", "ARABIC"),
        ("12 ", ""),
        ("aя", "CYRILLIC"),
    ],
)
def test_letters_have_a_script(text: str, named: str):
    assert script(text) == named
