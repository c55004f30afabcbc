"""What can be typed: the commands and their options."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from datetime import date
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from desktop.console import document_commands, key_commands, record_commands, vault_commands
from desktop.console.demo import demo
from models.errors import HabeasError
from models.values.country import Country
from models.values.vocabulary import vocabulary


def parser() -> ArgumentParser:
    """Return the parser of the whole command line."""
    whole = ArgumentParser(
        prog="habeas",
        description="Case files of detained trade unionists: encrypted, sourced, offline.",
        epilog="Without a command the window opens.",
    )
    whole.add_argument("--version", action="version", version=f"Habeas {_version()}")
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    # No shortened options: --passphrase would name a file, and show what was typed as its name.
    strict = partial(commands.add_parser, allow_abbrev=False)
    for add in (
        _demo,
        _new,
        _info,
        _check,
        _keys,
        _backup,
        _restore,
        _list,
        _show,
        _search,
        _complaint,
        _letters,
    ):
        add(strict)
    return whole


Adder = Callable[..., ArgumentParser]


def _demo(add: Adder) -> None:
    one = add("demo", help="make a demo vault from the seed cases, and all that comes of it")
    one.add_argument("--out", type=Path, metavar="DIR", help="where (default: a fresh “out”)")
    one.add_argument("--window", action="store_true", help="open the window at the end")
    one.set_defaults(command=demo)


def _new(add: Adder) -> None:
    one = _with_vault(add("new", help="make a new vault"))
    one.add_argument("--worker", default="", help="whose name the history bears")
    one.add_argument(
        "--generate", metavar="LANGUAGE", help="draw six words (en, fr, es, ru) and show them once"
    )
    one.set_defaults(command=vault_commands.new)


def _info(add: Adder) -> None:
    one = add("info", help="tell what can be told of a vault without its passphrase")
    one.add_argument("vault", type=Path, metavar="VAULT")
    one.set_defaults(command=vault_commands.info)


def _check(add: Adder) -> None:
    one = _with_vault(add("check", help="check everything in a vault; 1 if anything is wrong"))
    one.add_argument("--mend", action="store_true", help="renew lists, remove forgotten files")
    one.set_defaults(command=vault_commands.check)


def _keys(add: Adder) -> None:
    one = _with_vault(add("keys", help="list, add, change and remove what opens a vault"))
    one.add_argument("act", nargs="?", default="list", choices=key_commands.ACTS, metavar="ACT")
    one.add_argument(
        "what",
        nargs="*",
        help="add passphrase | key-file FILE | office PUBLIC-KEY | keyring; change or remove ID; "
        "recovery, for a new code; renew NEW-VAULT, after a leak",
    )
    one.add_argument("--new-passphrase-file", type=Path, metavar="FILE")
    one.set_defaults(command=key_commands.keys)


def _backup(add: Adder) -> None:
    one = _with_vault(add("backup", help="make a backup and prove it by restoring it"))
    one.add_argument("target", type=Path, metavar="DIR", help="a folder, best on another disk")
    one.add_argument(
        "--readable",
        action="store_true",
        help="add every case as a page and as data, which the vault's passphrase opens",
    )
    one.set_defaults(command=vault_commands.backup)


def _restore(add: Adder) -> None:
    one = add("restore", help="make a new vault of a backup")
    one.add_argument("backup", type=Path, metavar="BACKUP", help="the folder of one backup")
    one.add_argument("vault", type=Path, metavar="VAULT", help="where nothing is yet")
    one.set_defaults(command=vault_commands.restore_backup)


def _list(add: Adder) -> None:
    custody = vocabulary("custody").codes
    one = _with_vault(add("list", help="list the cases"))
    one.add_argument("--country", type=_country, help="the acting State, such as BY")
    one.add_argument("--status", choices=custody, metavar="CUSTODY", help=", ".join(custody))
    one.add_argument("--on", type=_day, metavar="DATE", help="who was possibly held on that day")
    one.add_argument("--json", action="store_true")
    one.set_defaults(command=record_commands.list_cases)


def _show(add: Adder) -> None:
    one = _with_vault(add("show", help="show one case with every claim and citation"))
    one.add_argument("case", metavar="CASE", help="its reference")
    one.add_argument("--json", action="store_true")
    one.set_defaults(command=record_commands.show)


def _search(add: Adder) -> None:
    one = _with_vault(add("search", help="find cases by name, union, place or reference"))
    one.add_argument("query", metavar="QUERY")
    one.add_argument("--json", action="store_true")
    one.set_defaults(command=record_commands.search)


def _complaint(add: Adder) -> None:
    one = _with_vault(add("complaint", help="write a complaint as a PDF"))
    one.add_argument("--mechanism", default="cfa", choices=("cfa",), metavar="ID")
    one.add_argument("--country", type=_country, required=True, help="the State complained of")
    one.add_argument("--case", action="append", default=[], metavar="REF", help="only these cases")
    one.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    one.set_defaults(command=document_commands.complaint)


def _letters(add: Adder) -> None:
    one = _with_vault(add("letters", help="write solidarity letters as PDFs"))
    one.add_argument("--template", default="authority", choices=("authority", "prisoner"))
    one.add_argument("--to", default="", metavar="OFFICE", help="the office written to")
    one.add_argument("--language", action="append", default=[], metavar="LANGUAGE")
    one.add_argument("--case", action="append", default=[], metavar="REF", help="only these cases")
    one.add_argument("--out", type=Path, required=True, metavar="DIR")
    one.set_defaults(command=document_commands.letters)


def _with_vault(one: ArgumentParser) -> ArgumentParser:
    one.add_argument("vault", type=Path, metavar="VAULT")
    one.add_argument("--passphrase-file", type=Path, metavar="FILE")
    one.add_argument("--key-file", type=Path, metavar="FILE", help="that belongs to the passphrase")
    return one


def _country(text: str) -> Country:
    try:
        return Country.parse(text)
    except HabeasError as error:
        raise ArgumentTypeError(str(error)) from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError("a day is written like 2022-04-19") from None


def _version() -> str:
    try:
        return version("habeas")
    except PackageNotFoundError:
        return "(source tree)"
