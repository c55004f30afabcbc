"""Commands on a vault as a whole: new, info, check, backup, restore."""

from argparse import Namespace
from datetime import UTC, datetime

from desktop.console.passphrases import passphrase
from desktop.console.screen import progress, say, table
from models.casebook import Casebook, restore, vault_folder, vault_info
from models.desk import entropy_bits, generate_passphrase
from models.errors import HabeasError


def new(asked: Namespace) -> None:
    """Make a new, empty vault and show its recovery code once, and its words if it drew them."""
    words = generate_passphrase(asked.generate) if asked.generate else passphrase(asked, twice=True)
    casebook, code = Casebook.create(asked.vault, words, worker=asked.worker)
    with casebook:
        say(f"Made {casebook.folder}")
        if asked.generate:
            say(f"Passphrase, {entropy_bits(asked.generate):.0f} bits (learn it by heart):")
            say(f"  {words}")
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
            ("last backup", _age(facts.backed_up_at)),
            *(("damage survived", problem) for problem in facts.problems),
        ],
    )


def _age(moment: datetime | None) -> str:
    if moment is None:
        return "none"
    days = (datetime.now(UTC) - moment).days
    return f"{moment.date().isoformat()}, {days} days ago" if days > 0 else "today"


def check(asked: Namespace) -> None:
    """Check all there is: pages, links, history, claims, lists, sealed files.

    Raises:
        HabeasError: something was found; the findings were printed.
    """
    with Casebook.open(asked.vault, passphrase(asked), asked.key_file) as casebook:
        if asked.mend:
            _mend(casebook)
        with progress("Checking the vault") as advance:
            report = casebook.health.check(advance)
    say(f"Pages: {report.pages}. Records: {report.records}. Sealed files: {report.files}.")
    say(f"Units of work in the history, each signed: {report.units_of_work}.")
    for left_out in report.unchecked:
        say(f"Not checked: {left_out}")
    for finding in report.findings:
        say(finding)
    if report.findings:
        raise HabeasError(f"The check found {len(report.findings)} things that are not right.")
    say("Everything that was checked is whole.")


def _mend(casebook: Casebook) -> None:
    if not casebook.health.rebuild_projections():
        say("Renewed the lists and the search index.")
    if forgotten := casebook.health.remove_forgotten_files():
        say(f"Removed what broken-off saves left behind: {forgotten}.")


def backup(asked: Namespace) -> None:
    """Make a backup in a folder; it is there only when it was restored and found equal."""
    words = passphrase(asked)
    with Casebook.open(asked.vault, words, asked.key_file) as casebook:
        with progress("Making the backup") as advance:
            report = casebook.safekeeping.back_up(
                asked.target, advance, readable_with=words if asked.readable else ""
            )
        say(f"Made and proved {report.folder}")
        say(f"Units of work: {report.change_sets}. Sealed files: {report.attachments}.")
        for problem in report.problems:
            say(problem)
        for name in report.removed:
            say(f"Removed the older {name}")
        say(f"Six words for paper: {casebook.safekeeping.words()}")


def restore_backup(asked: Namespace) -> None:
    """Make a new vault of a backup; it opens with what opened the old one on that day."""
    folder = vault_folder(asked.vault)
    with progress("Restoring the backup") as advance:
        restore(asked.backup, folder, advance)
    say(f"Restored {folder}")
    say("It opens with what opened the vault when the backup was made.")
