"""A passphrase comes from a file or the keyboard, and from nowhere else."""

import getpass
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from desktop.console.passphrases import VARIABLE, passphrase
from models.errors import HabeasError


def asked(file: Path | None = None) -> Namespace:
    return Namespace(passphrase_file=file)


@pytest.mark.parametrize(
    "written", [b"six words here", b"six words here\n", b"\xef\xbb\xbfsix words here\r\n"]
)
def test_of_a_file_without_what_editors_add(tmp_path: Path, written: bytes):
    (tmp_path / "file").write_bytes(written)
    assert passphrase(asked(tmp_path / "file")) == "six words here"


def test_spaces_inside_and_around_belong_to_it(tmp_path: Path):
    (tmp_path / "file").write_text(" two  words \n")
    assert passphrase(asked(tmp_path / "file")) == " two  words "


def test_the_option_goes_before_the_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("one", "two"):
        (tmp_path / name).write_text(name)
    monkeypatch.setenv(VARIABLE, str(tmp_path / "two"))
    assert passphrase(asked(tmp_path / "one")) == "one"
    assert passphrase(asked()) == "two"


class Input:
    def __init__(self, *, is_terminal: bool) -> None:
        self.isatty = lambda: is_terminal


@pytest.fixture
def keyboard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What will be typed, line by line."""
    typed: list[str] = []
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(sys, "stdin", Input(is_terminal=True))
    monkeypatch.setattr(getpass, "getpass", lambda _prompt: typed.pop(0))
    return typed


def test_of_the_keyboard(keyboard: list[str]):
    keyboard += ["typed"]
    assert passphrase(asked()) == "typed"


def test_a_new_one_is_typed_twice(keyboard: list[str]):
    keyboard += ["typed", "typed"]
    assert passphrase(asked(), twice=True) == "typed"
    keyboard += ["typed", "tpyed"]
    with pytest.raises(HabeasError, match="differ"):
        passphrase(asked(), twice=True)


def test_without_a_file_and_a_terminal_there_is_none(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(sys, "stdin", Input(is_terminal=False))
    with pytest.raises(HabeasError, match="--passphrase-file"):
        passphrase(asked())
