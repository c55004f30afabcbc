"""The demo: a fresh vault from the seed cases, and everything that Habeas makes of it.

The people are real and were not asked; the vault is marked as a demo for ever and every page of its
documents says SPECIMEN.
"""

import itertools
import os
import secrets
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.console.document_commands import write_letter
from desktop.console.screen import progress, say, table
from desktop.program import command
from models.casebook import Casebook, CaseFilter
from models.errors import HabeasError
from models.values.country import Country

OUT = "out"
VAULT, PASSPHRASE, PICTURES, LETTERS = "demo.habeas", "passphrase.txt", "pictures", "letters"
COMPLAINTS = ("BY", "KG")
AUTHORITY_LANGUAGES = ("en", "fr", "ru", "ar")
PRISONER_LANGUAGES = ("en", "ru")


def demo(asked: Namespace) -> None:
    """Make the demo in the folder asked for, which may hold no earlier one, or in a fresh one."""
    out: Path = asked.out or _fresh_folder()
    if (out / VAULT).exists():
        raise HabeasError(f"{out / VAULT} is there already; choose another folder with --out.")
    out.mkdir(parents=True, exist_ok=True)
    made: list[tuple[str, str, str]] = []
    with _timed(made, "vault", out / VAULT):
        _make_vault(out)
    with Casebook.open(out / VAULT, (out / PASSPHRASE).read_text(encoding="utf-8")) as casebook:
        _complaints(casebook, out, made)
        _letters(casebook, out, made)
    _pictures(out, made)
    table(("Made", "File", "Seconds"), made)
    if asked.window:
        _open_window(out)


def _fresh_folder() -> Path:
    """Return ``out``, or with a number behind it the first that is not there yet."""
    numbered = (Path(f"{OUT}-{number}") for number in itertools.count(2))
    return next(path for path in itertools.chain([Path(OUT)], numbered) if not path.exists())


def _make_vault(out: Path) -> None:
    passphrase = secrets.token_urlsafe(18)
    (out / PASSPHRASE).touch(mode=0o600)
    (out / PASSPHRASE).write_text(passphrase, encoding="utf-8")
    casebook, _ = Casebook.create(out / VAULT, passphrase, demo=True, worker="demo")
    with casebook, progress("Seed cases, claim by claim") as advance:
        casebook.seed().plant(advance)


def _complaints(casebook: Casebook, out: Path, made: list[tuple[str, str, str]]) -> None:
    for code in COMPLAINTS:
        path = out / f"complaint-{code}.pdf"
        file = casebook.complaints.file_of(Country(code))
        with _timed(made, "complaint", path), progress(path.name) as advance:
            casebook.complaints.write(file, path, advance)


def _letters(casebook: Casebook, out: Path, made: list[tuple[str, str, str]]) -> None:
    held = casebook.cases.ids(CaseFilter(country=Country("BY"), custody="held"))
    wanted = [("authority", language) for language in AUTHORITY_LANGUAGES]
    wanted += [("prisoner", language) for language in PRISONER_LANGUAGES]
    for template, language in wanted:
        started = time.monotonic()
        file = casebook.letters.file_of(held[0], template, language)
        path = write_letter(casebook, file, out / LETTERS)
        made.append(("letter", str(path), f"{time.monotonic() - started:.1f}"))


def _pictures(out: Path, made: list[tuple[str, str, str]]) -> None:
    """Let a child process take the pictures, so that the command line itself never loads Qt."""
    folder = out / PICTURES
    with _timed(made, "pictures", folder), progress("Pictures of the windows"):
        words: list[str | Path] = ["--pictures", folder, "--vault", out / VAULT]
        done = subprocess.run(  # noqa: S603  our own program and our own paths
            [*command(), *words, "--passphrase-file", out / PASSPHRASE],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            check=False,
        )
    if done.returncode:
        raise HabeasError("The windows could not be drawn; all else was made.")


def _open_window(out: Path) -> None:
    if sys.platform == "linux" and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        say("There is no screen here, so the window stays closed.")
        return
    subprocess.run([*command(), "--vault", out / VAULT], check=False)  # noqa: S603  as above


@contextmanager
def _timed(made: list[tuple[str, str, str]], what: str, path: Path) -> Iterator[None]:
    started = time.monotonic()
    yield
    made.append((what, str(path), f"{time.monotonic() - started:.1f}"))
