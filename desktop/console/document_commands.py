"""Commands that make documents: complaint, letters."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from desktop.console.passphrases import passphrase
from desktop.console.screen import progress, say
from models.casebook import Casebook, CaseFilter
from models.views.filings import LetterFile, NewAddressee


def complaint(asked: Namespace) -> None:
    """Write the complaint against one State as a PDF."""
    with Casebook.open(asked.vault, passphrase(asked), asked.key_file) as casebook:
        chosen = [casebook.cases.find(reference) for reference in asked.case]
        file = casebook.complaints.file_of(asked.country, asked.mechanism, chosen)
        with progress("Complaint") as advance:
            casebook.complaints.write(file, asked.out, advance)
    say(str(asked.out))
    if file.withheld:
        say(f"Kept back for want of consent: {', '.join(file.withheld)}")


def letters(asked: Namespace) -> None:
    """Write one letter for each case and language into a folder."""
    with Casebook.open(asked.vault, passphrase(asked), asked.key_file) as casebook:
        addressee_id = _addressee(casebook, asked.to) if asked.to else None
        for case_id in _chosen(casebook, asked.case):
            for language in asked.language or ["en"]:
                file = casebook.letters.file_of(case_id, asked.template, language, addressee_id)
                say(str(write_letter(casebook, file, asked.out)))


def write_letter(casebook: Casebook, file: LetterFile, folder: Path) -> Path:
    """Write one letter into ``folder`` under a name that tells the case by its reference only."""
    folder.mkdir(parents=True, exist_ok=True)
    reference = file.case.case.reference
    out = folder / f"letter-{reference}-{file.template}-{file.language}.pdf"
    with progress(out.name) as advance:
        casebook.letters.write(file, out, advance)
    return out


def _chosen(casebook: Casebook, references: Sequence[str]) -> Sequence[int]:
    if references:
        return [casebook.cases.find(reference) for reference in references]
    return casebook.cases.ids(CaseFilter())


def _addressee(casebook: Casebook, office: str) -> int:
    """Return the addressee of that office, recorded now if the vault does not know it."""
    for known in casebook.letters.addressees():
        if known.office == office:
            return known.id
    return casebook.letters.add_addressee(NewAddressee(office=office))
