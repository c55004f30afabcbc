from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from desktop.shell.status_line import StatusLine


def said(line: StatusLine) -> list[str]:
    return [label.text() for label in line.findChildren(QLabel)]


def test_it_says_that_all_is_encrypted(show: Any):
    assert "Encrypted on this computer" in said(show(StatusLine(), 600, 26))


def test_it_says_when_something_was_saved(show: Any):
    line = show(StatusLine(), 600, 26)
    line.note_saved()
    assert any(word.startswith("Saved ") and "encrypted" in word for word in said(line))


@pytest.mark.parametrize("minutes", [1, 3])
def test_it_says_when_the_program_locks(show: Any, minutes: int):
    line = show(StatusLine(), 600, 26)
    line.show_remaining(minutes)
    assert f"Locks in {minutes} min" in said(line)


@pytest.mark.parametrize(
    ("days", "said"), [(-1, "No backup yet"), (0, "Backup 0 days old"), (1, "Backup 1 day old")]
)
def test_it_says_how_old_the_backup_is(show: Any, days: int, said: str):
    line = show(StatusLine(), 800, 30)
    line.show_backup(days)
    assert line._middle.text() == said
