"""Commands that read the record: list, show, search."""

from argparse import Namespace
from dataclasses import Field, fields
from typing import Any

from desktop.console import as_json
from desktop.console.passphrases import passphrase
from desktop.console.screen import say, table
from models.casebook import Casebook, CaseFilter
from models.errors import InvalidValueError
from models.values.vocabulary import vocabulary
from models.views.cases import CaseFile, CaseSummary
from models.views.proof import EXISTENCE, CitationView, ClaimView
from models.views.record import REFERS_TO, VOCABULARY, Stored


def list_cases(asked: Namespace) -> None:
    """List the cases that match, by name."""
    if asked.status and asked.status not in vocabulary("custody"):
        known = ", ".join(vocabulary("custody").codes)
        raise InvalidValueError(f"There is no such status; choose one of {known}.")
    wanted = CaseFilter(country=asked.country, custody=asked.status, held_on=asked.on)
    _list(asked, wanted)


def search(asked: Namespace) -> None:
    """List the cases in which every word of the query occurs."""
    _list(asked, CaseFilter(query=asked.query))


def _list(asked: Namespace, wanted: CaseFilter) -> None:
    with Casebook.open(asked.vault, passphrase(asked)) as casebook:
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
    with Casebook.open(asked.vault, passphrase(asked)) as casebook:
        file = casebook.cases.open_file(casebook.cases.find(asked.case))
    if asked.json:
        say(as_json.dumped(as_json.case(file)))
        return
    _show(file)


def _show(file: CaseFile) -> None:
    say(f"{file.name}  {file.case.reference}")
    for spec in fields(file):
        part = getattr(file, spec.name)
        if isinstance(part, tuple) and part:
            say(f"\n{spec.name.replace('_', ' ').capitalize()}")
            for record in part:
                _show_record(file, record)


def _show_record(file: CaseFile, record: Stored) -> None:
    say("  -")
    for claim in file.claims(record, EXISTENCE):
        _show_citations(file, claim, "    recorded")
    for spec in fields(record):
        for claim in file.claims(record, spec.name):
            value = _words(file, record, spec, claim)
            mark = "" if claim.status == "preferred" else f" ({claim.status})"
            denied = "not " if claim.polarity == "denied" else ""
            name = spec.name.removesuffix("_id").replace("_", " ")
            _show_citations(file, claim, f"    {name}: {denied}{value}{mark}")


def _words(file: CaseFile, record: Stored, spec: Field[Any], claim: ClaimView) -> str:
    if listed := spec.metadata.get(VOCABULARY):
        return vocabulary(listed).label(str(claim.value), "en")
    if spec.metadata.get(REFERS_TO):
        named = file.organisations.get(getattr(record, spec.name))
        return named.full if named else "another record"
    if hasattr(claim.value, "in_words"):
        return str(claim.value.in_words("en"))
    return str(claim.value)


def _show_citations(file: CaseFile, claim: ClaimView, line: str) -> None:
    cited = "; ".join(_citation(file, citation) for citation in claim.citations)
    say(f"{line}  [{cited or 'office, unsourced'}]")


def _citation(file: CaseFile, citation: CitationView) -> str:
    source = file.sources[citation.source_id]
    place = f", para. {citation.paragraph}" if citation.paragraph else ""
    words = f": “{citation.quotation}”" if citation.quotation else ""
    return f"{source.publisher or source.title}{place}{words}"
