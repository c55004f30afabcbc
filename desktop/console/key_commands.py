"""``habeas keys``: what opens a vault, listed and changed."""

from argparse import Namespace
from pathlib import Path
from uuid import UUID

from desktop.console.passphrases import new_passphrase, passphrase
from desktop.console.screen import say, table
from models.casebook import Casebook
from models.errors import HabeasError
from models.values.vocabulary import vocabulary

ACTS = ("list", "add", "change", "remove", "recovery", "renew")
_SHOWN = 8  # letters of an id, which is enough to name it by


def keys(asked: Namespace) -> None:
    """List what opens a vault, after adding, changing or removing some of it."""
    with Casebook.open(asked.vault, passphrase(asked), asked.key_file) as casebook:
        match asked.act, asked.what:
            case "list", []:
                pass
            case "add", [kind, *rest]:
                _add(casebook, asked, kind, rest)
            case "change", [key]:
                casebook.keys.change_passphrase(
                    new_passphrase(asked), key=_found(casebook, key), key_file=asked.key_file
                )
            case "remove", [key]:
                casebook.keys.remove(_found(casebook, key))
            case "recovery", []:
                say("New recovery code (write it on paper now; it is not shown again):")
                say(f"  {casebook.keys.new_recovery_code()}")
            case "renew", [folder]:
                _renew(casebook, asked, Path(folder))
            case _:
                raise HabeasError("Please see habeas keys --help for what can be done to keys.")
        _list(casebook)


def _add(casebook: Casebook, asked: Namespace, kind: str, rest: list[str]) -> None:
    match kind, rest:
        case "passphrase", []:
            casebook.keys.add_passphrase(new_passphrase(asked))
        case "key-file", [file]:
            casebook.keys.add_key_file(new_passphrase(asked), Path(file))
            if warning := casebook.keys.warning_about(Path(file)):
                say(warning)
        case "office", [public_key]:
            casebook.keys.add_office(public_key)
        case "keyring", []:
            casebook.keys.add_keyring()
        case _:
            raise HabeasError("A key is a passphrase, a key-file FILE, an office KEY or a keyring.")


def _renew(casebook: Casebook, asked: Namespace, folder: Path) -> None:
    made = casebook.renew(folder, new_passphrase(asked))
    say(f"Made {made.folder}: {made.records} rows, {made.files} sealed files")
    say("Its recovery code (write it on paper now; it is not shown again):")
    say(f"  {made.code}")
    say(made.remains)


def _found(casebook: Casebook, start: str) -> UUID:
    found = [key.id for key in casebook.keys.list() if key.id.hex.startswith(start.lower())]
    if len(found) != 1:
        raise HabeasError("No single key has an id that begins like this.")
    return found[0]


def _list(casebook: Casebook) -> None:
    kinds = vocabulary("key_kind")
    table(
        ("id", "opens with", "", "since"),
        [
            (key.id.hex[:_SHOWN], kinds.label(key.kind, "en"), key.label, key.made_on.isoformat())
            for key in casebook.keys.list()
        ],
    )
