"""Commands that read the record: list, show, search."""

from argparse import Namespace

from desktop.console import case_text
from desktop.console.passphrases import passphrase
from desktop.console.screen import say, table
from models.casebook import Casebook, CaseFilter
from models.values.vocabulary import vocabulary
from models.views import as_json
from models.views.cases import CaseSummary


def list_cases(asked: Namespace) -> None:
    """List the cases that match, by name."""
    wanted = CaseFilter(country=asked.country, custody=asked.status, held_on=asked.on)
    _list(asked, wanted)


def search(asked: Namespace) -> None:
    """List the cases in which every word of the query occurs."""
    _list(asked, CaseFilter(query=asked.query))


def _list(asked: Namespace, wanted: CaseFilter) -> None:
    with Casebook.open(asked.vault, passphrase(asked), asked.key_file) as casebook:
        rows = casebook.cases.page(casebook.cases.ids(wanted))
    if asked.json:
        say(as_json.dumped([as_json.summary(row) for row in rows]))
        return
    table(("Reference", "Name", "State", "Custody", "As of", "Organisation"), [*map(_row, rows)])


def _row(row: CaseSummary) -> tuple[str, ...]:
    standing = row.standing
    return (
        row.reference,
        row.name,
        str(row.country),
        vocabulary("custody").label(standing.custody, "en"),
        standing.custody_as_of.in_words("en") if standing.custody_as_of else "",
        row.organisation,
    )


def show(asked: Namespace) -> None:
    """Show one case with every claim and citation."""
    with Casebook.open(asked.vault, passphrase(asked), asked.key_file) as casebook:
        file = casebook.cases.open_file(casebook.cases.find(asked.case))
    if asked.json:
        say(as_json.dumped(as_json.case(file)))
        return
    for line in case_text.lines(file):
        say(line)
