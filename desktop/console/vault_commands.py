"""Commands on a vault as a whole: new, info, check."""

from argparse import Namespace

from desktop.console.passphrases import passphrase
from desktop.console.screen import say, table
from models.casebook import Casebook, vault_info
from models.errors import DamagedVaultError


def new(asked: Namespace) -> None:
    """Make a new, empty vault and show its recovery code once."""
    casebook, code = Casebook.create(
        asked.vault, passphrase(asked, twice=True), worker=asked.worker
    )
    with casebook:
        say(f"Made {casebook.folder}")
        say("Recovery code (write it on paper now; it is not shown again):")
        say(f"  {code}")


def info(asked: Namespace) -> None:
    """Tell what can be told of a vault without its passphrase."""
    facts = vault_info(asked.vault)
    table(
        ("", ""),
        [
            ("vault", str(facts.folder)),
            ("identity", str(facts.uid)),
            ("opens with", ", ".join(facts.slot_kinds)),
            ("header generation", str(facts.generation)),
            ("demo", "yes" if facts.demo else "no"),
            ("record", f"{facts.database_bytes} bytes"),
            ("attachments", f"{facts.attachment_files}, {facts.attachment_bytes} bytes"),
            *(("damage survived", problem) for problem in facts.problems),
        ],
    )


def check(asked: Namespace) -> None:
    """Check the history's chain, the record against it and its claims, the files, the lists."""
    with Casebook.open(asked.vault, passphrase(asked)) as casebook:
        count = casebook.health.verify_history()
        if not casebook.health.history_gives_the_record():
            raise DamagedVaultError("The record is not what its history says; restore a backup.")
        if not casebook.health.columns_show_the_claims():
            raise DamagedVaultError("The record is not what its claims say; restore a backup.")
        files = casebook.health.verify_files()
        forgotten = casebook.health.remove_forgotten_files()
        right = casebook.health.rebuild_projections()
        say(f"The history is whole: {count} units of work, each signed; it gives the record.")
        say("Every value is what its preferred claim says.")
        say(f"Every sealed file is whole: {files}.")
        if forgotten:
            say(f"Removed what broken-off saves left behind: {forgotten}.")
        say("The lists and the search index were right." if right else "The lists were mended.")
