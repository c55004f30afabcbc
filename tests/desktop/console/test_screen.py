"""Lines, tables and progress, on a terminal and off it."""

import io
import json
import sys

import pytest

from desktop.console import screen


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_signs_that_command_a_terminal_are_shown(capsys: pytest.CaptureFixture[str]):
    screen.say("a\x1b[2Jb\x9b\x07\x7f\ttab")
    assert capsys.readouterr().out == "a\\u001b[2Jb\\u009b\\u0007\\u007f\ttab\n"


def test_json_stays_json(capsys: pytest.CaptureFixture[str]):
    value = {"name": "\x00\x1b\x7f\x9b\n\tŻ\u202e"}
    screen.say(json.dumps(value, ensure_ascii=False, indent=2))
    assert json.loads(capsys.readouterr().out) == value


def test_off_a_terminal_a_row_is_one_line(capsys: pytest.CaptureFixture[str]):
    screen.table(("A", "B"), [("one\nline", "two\tcells")])
    assert capsys.readouterr().out == "one line\ttwo cells\n"


def test_on_a_terminal_markup_and_commands_are_text(monkeypatch: pytest.MonkeyPatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    screen.table(("A", "B"), [("[red]Anna[/red]", "\x1b[2J")])
    assert "[red]Anna[/red]" in terminal.getvalue()
    assert "\x1b[2J" not in terminal.getvalue()


def test_progress_off_a_terminal_is_one_line(capsys: pytest.CaptureFixture[str]):
    with screen.progress("Work") as advance:
        advance(1, 2)
    assert capsys.readouterr() == ("", "Work …\n")


def test_progress_on_a_terminal_leaves_stdout_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with screen.progress("Work") as advance:
        advance(1, 2)
    assert capsys.readouterr().out == ""
