"""Commands that make documents: complaint, letters."""

from argparse import Namespace
from pathlib import Path

from desktop.console.passphrases import passphrase
from desktop.console.screen import progress, say
from models.casebook import Casebook, CaseFilter


def complaint(asked: Namespace) -> None:
    """Write the complaint against one State as a PDF."""
    with Casebook.open(asked.vault, passphrase(asked)) as casebook:
        chosen = [casebook.cases.find(reference) for reference in asked.case]
        file = casebook.complaints.file_of(asked.country, asked.mechanism, chosen)
        with progress("Complaint") as advance:
            casebook.complaints.write(file, asked.out, advance)
    say(str(asked.out))
    if file.withheld:
        say(f"Kept back for want of consent: {', '.join(file.withheld)}")


def letters(asked: Namespace) -> None:
    """Write one letter for each case and language into a folder."""
    with Casebook.open(asked.vault, passphrase(asked)) as casebook:
        chosen = [casebook.cases.find(ref) for ref in asked.case] or casebook.cases.ids(
            CaseFilter()
        )
        for case_id in chosen:
            for language in asked.language or ["en"]:
                say(
                    str(
                        write_letter(
                            casebook, case_id, asked.template, language, asked.to, asked.out
                        )
                    )
                )


def write_letter(
    casebook: Casebook, case_id: int, template: str, language: str, to: str, folder: Path
) -> Path:
    """Write one letter into ``folder`` under a name that tells the case by its reference only."""
    folder.mkdir(parents=True, exist_ok=True)
    file = casebook.letters.file_of(case_id, template, language, to=to)
    out = folder / f"letter-{file.case.case.reference}-{template}-{language}.pdf"
    with progress(out.name) as advance:
        casebook.letters.write(file, out, advance)
    return out
