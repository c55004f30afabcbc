"""Where a passphrase comes from: a file, or the keyboard; never an argument, never a variable."""

import getpass
import os
import sys
from argparse import Namespace
from pathlib import Path

from models.errors import HabeasError

VARIABLE = "HABEAS_PASSPHRASE_FILE"


def passphrase(asked: Namespace, *, twice: bool = False) -> str:
    """Return the passphrase for the vault, asked for twice when it is new.

    Raises:
        HabeasError: there is no file, nobody at the keyboard, or the two differ.
    """
    named = asked.passphrase_file or os.environ.get(VARIABLE)
    if named:
        return _read(Path(named))
    if not sys.stdin.isatty():
        raise HabeasError(f"Please name a file with --passphrase-file or {VARIABLE}.")
    typed = getpass.getpass("Passphrase: ")
    if twice and getpass.getpass("Again: ") != typed:
        raise HabeasError("The two passphrases differ; nothing was made.")
    return typed


def new_passphrase(asked: Namespace) -> str:
    """Return the passphrase that shall open the vault from now on, asked for twice.

    Raises:
        HabeasError: there is no file, nobody at the keyboard, or the two differ.
    """
    if asked.new_passphrase_file:
        return _read(asked.new_passphrase_file)
    if not sys.stdin.isatty():
        raise HabeasError("Please name a file with --new-passphrase-file.")
    typed = getpass.getpass("New passphrase: ")
    if getpass.getpass("Again: ") != typed:
        raise HabeasError("The two passphrases differ; nothing was changed.")
    return typed


def _read(file: Path) -> str:
    """Return the passphrase in ``file``, without the mark and line end that editors add."""
    try:
        return file.read_text(encoding="utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise HabeasError("The passphrase file is no UTF-8 text.") from None
