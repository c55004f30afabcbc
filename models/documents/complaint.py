"""A complaint to the ILO Committee on Freedom of Association, out of the record.

The order is that of the Committee's own reports: form and complainant, background, facts, people,
allegations, requests, sources. Nothing is made up: what the record does not hold is left open and
stands on the check page at the end.
"""

from collections.abc import Callable, Iterator

from models.documents import allegations
from models.documents.background import background
from models.documents.blocks import (
    AnyBlock,
    CheckItem,
    Checks,
    Cover,
    Document,
    Heading,
    Paragraph,
    Row,
    Sentence,
    Sources,
)
from models.documents.chronology import chronology
from models.documents.citing import Citer, law_note
from models.documents.english import capital, country_name, listed, when
from models.documents.person_facts import PersonFacts, sheet
from models.values.partial_date import PartialDate
from models.views.filings import ComplaintFile
from models.views.law import ComplaintLaw, RatificationView

OPEN = "to be completed"
STAMP = "SPECIMEN – people named from published press and not asked – not for filing"
_ADDRESSEE = (
    "to the Committee on Freedom of Association",
    "The Director-General, International Labour Office, 4 route des Morillons, CH-1211 Geneva 22",
)
_PERSONS = "Persons concerned"
_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII")
_VERDICTS = {"stop": "Stop", "warn": "Mend", "info": "Note", "pass": "In order"}


def complaint(file: ComplaintFile, law: ComplaintLaw) -> Document:
    """Return the complaint that ``file`` and the law for it give."""
    return _Complaint(file, law).document()


class _Complaint:
    def __init__(self, file: ComplaintFile, law: ComplaintLaw) -> None:
        self._file, self._law = file, law
        self._citer = Citer.of(file)
        self._state = country_name(file.country)
        self._complainant = self._name_of_complainant()

    def _name_of_complainant(self) -> str:
        if self._file.complainant is None:
            return ""
        name = self._file.organisations.get(self._file.complainant.id)
        return name.full if name else ""

    def document(self) -> Document:
        day = PartialDate.of(self._file.as_of).in_words("en")
        body = tuple(self._body())
        return Document(
            kind="complaint",
            language="en",
            title=f"Complaint against the Government of {self._state}",
            blocks=(self._cover(day), *body),
            running=(
                f"Complaint to the ILO Committee on Freedom of Association – {self._state}",
                "CONFIDENTIAL",
            ),
            footer=f"{self._complainant or f'Complainant {OPEN}'} · record of {day}",
            contents=("Contents", "Paragraphs", "Page"),
            stamp=STAMP if self._file.specimen else "",
        )

    def _body(self) -> Iterator[AnyBlock]:
        """Yield the parts; one that the record has nothing for is left out and not numbered."""
        for numeral, (title, told) in zip(_NUMERALS, self._parts().items(), strict=False):
            yield Heading(f"{numeral}. {title}")
            yield from told
        yield Heading("Check page (not part of the filing)", office=True)
        yield from self._checks()

    def _parts(self) -> dict[str, tuple[AnyBlock, ...]]:
        parts: dict[str, Callable[[], Iterator[AnyBlock]]] = {
            "The complaint": self._opening,
            "Background": lambda: background(self._file, self._citer),
            "Chronology": self._chronology,
            _PERSONS: self._persons,
            "Allegations": self._allegations,
            "Requests": self._requests,
            "Sources": self._sources,
        }
        told = {title: tuple(tell()) for title, tell in parts.items()}
        return {title: blocks for title, blocks in told.items() if blocks}

    def _opening(self) -> Iterator[AnyBlock]:
        yield from self._form()
        yield from self._complaining()
        yield from self._obligations()

    # ── cover ────────────────────────────────────────────────────────────────────────────────

    def _cover(self, day: str) -> Cover:
        stops = sum(check.verdict == "stop" for check in self._law.checks)
        points = "point" if stops == 1 else "points"
        draft = self._file.complaint
        address = self._file.complainant.postal_address if self._file.complainant else ""
        signatory = (draft.signatory, draft.signatory_office) if draft else ("", "")
        return Cover(
            kicker="COMPLAINT ALLEGING INFRINGEMENTS OF FREEDOM OF ASSOCIATION",
            title=f"Complaint against the Government of\N{NO-BREAK SPACE}{self._state}",
            addressee=_ADDRESSEE,
            rows=(
                _row("Complainant", self._complainant),
                _row("Address for correspondence", address),
                _row("Against", f"The Government of {self._state}"),
                Row("Conventions", tuple(self._bound())),
                _row("Persons concerned", self._count()),
                _row("Record as of", day),
                _row("Date of filing", ""),
            ),
            signature=(
                listed([part for part in signatory if part]) or f"Name, office, signature: {OPEN}",
            ),
            remark=(
                f"Not ready for filing: {stops} {points} to settle first, see the check page."
                if stops
                else ""
            ),
        )

    def _bound(self) -> Iterator[Sentence]:
        for one in self._law.ratifications:
            if one.number in (87, 98):
                yield Sentence(_ratified(one), (law_note(one.citation),), basis="law")

    def _count(self) -> str:
        named, withheld = len(self._file.cases), len(self._file.withheld)
        told = f"{named} named in the part “{_PERSONS}”" if named else "Nobody is named"
        return f"{told}; {withheld} withheld" if withheld else told

    # ── part I ───────────────────────────────────────────────────────────────────────────────

    def _form(self) -> Iterator[AnyBlock]:
        who = self._complainant or f"the complainant organisation [{OPEN}]"
        yield Heading("A. Nature of this communication", 1)
        yield _own(
            f"By this communication {who} submits a complaint against the Government of"
            f" {self._state} to the Committee on Freedom of Association of the Governing Body of"
            " the International Labour Office, for infringement of freedom of association."
        )
        draft = self._file.complaint
        if draft and draft.urgency:
            yield _own(f"Urgent treatment is requested: {draft.urgency.rstrip('.')}.")
        yield _own(
            "Each statement of fact below carries a note of the source it was taken from. Years in"
            " square brackets were taken from the date line of the source. What is said of the"
            " liberty of a person holds for the day named with it and for no later one."
        )

    def _complaining(self) -> Iterator[AnyBlock]:
        yield Heading("B. The complainant organisation", 1)
        organisation = self._file.complainant
        if organisation is None:
            yield _own(f"Name, status, membership, affiliations and address: {OPEN}.")
            return
        carried = self._citer.evidence((self._file, organisation, ("", "founded_on")))
        founded = f", founded{when(organisation.founded_on)}" if organisation.founded_on else ""
        yield Paragraph((carried.sentence(f"{self._complainant}{founded}."),), numbered=True)
        address = organisation.postal_address or OPEN
        yield _own(f"Permanent address for correspondence: {address}.")

    def _obligations(self) -> Iterator[AnyBlock]:
        yield Heading("C. Obligations and procedures that exist", 1)
        bound = tuple(
            Sentence(f"{_ratified(one)}.", (law_note(one.citation),), basis="law")
            for one in self._law.ratifications
            if one.number in (87, 98)
        )
        if bound:
            yield Paragraph(bound, numbered=True)
        else:
            yield Paragraph(
                (Sentence("Ratification of Conventions Nos 87 and 98.", basis="law", flag=OPEN),),
                numbered=True,
            )
        existing = tuple(
            Sentence(one.text, (law_note(one.source),), basis="law") for one in self._law.follow_up
        )
        if existing:
            yield Paragraph(existing, numbered=True)

    # ── parts III to VII ─────────────────────────────────────────────────────────────────────

    def _chronology(self) -> Iterator[AnyBlock]:
        block = chronology(self._file, self._citer)
        if not block.entries:
            yield _own("No fact is recorded.")
            return
        yield _own("Where a source gives no day, its own date stands behind the word “reported”.")
        yield block

    def _persons(self) -> Iterator[AnyBlock]:
        if not self._file.cases:
            yield _own("Nobody is named in this complaint.")
        for number, case in enumerate(self._file.cases, 1):
            yield Heading(f"{number}. {case.name or case.case.reference}", 1)
            yield sheet(PersonFacts(case, self._citer))
        if self._file.withheld:
            count = len(self._file.withheld)
            people = "One further person is" if count == 1 else f"{count} further persons are"
            yield _own(f"{people} not named, because consent has not been given.")

    def _allegations(self) -> Iterator[AnyBlock]:
        if not self._law.allegations:
            yield _own(f"Allegations: {OPEN}. The record supports none so far.")
        yield from allegations.allegations(self._file, self._law, self._citer)

    def _requests(self) -> Iterator[AnyBlock]:
        yield _own("The complainant organisation asks the Committee to urge the Government:")
        yield from allegations.requests(self._law)

    def _sources(self) -> Iterator[AnyBlock]:
        lines = self._citer.lines()
        if not lines:
            yield _own("No source is recorded.")
            return
        yield _own(
            "Titles and publishers in square brackets are descriptions by the complainant. Notes"
            " give the paragraph of the source, counted from 1, and the words that anchor the fact."
        )
        yield Sources(("Code", "Source"), lines)

    # ── check page ───────────────────────────────────────────────────────────────────────────

    def _checks(self) -> Iterator[AnyBlock]:
        yield Paragraph((Sentence("For the office: this page does not leave it.", basis="own"),))
        ranked = sorted(self._law.checks, key=lambda check: list(_VERDICTS).index(check.verdict))
        items = [
            CheckItem(check.verdict, _VERDICTS[check.verdict], check.matter, check.reason)
            for check in ranked
            if check.verdict != "pass"
        ]
        passed = [check.matter.lower() for check in ranked if check.verdict == "pass"]
        if passed:
            matters = capital(listed(passed))
            items.append(CheckItem("pass", _VERDICTS["pass"], "Nothing to do", f"{matters}."))
        yield Checks(tuple(items))


def _row(label: str, value: str) -> Row:
    return Row(label, (Sentence(value or OPEN, basis="own"),))


def _own(text: str) -> Paragraph:
    return Paragraph((Sentence(text, basis="own"),), numbered=True)


def _ratified(one: RatificationView) -> str:
    """Return how the State stands to a Convention, with the date as far as it is known."""
    words = {
        "in_force": f"ratified{when(one.since)}",
        "not_ratified": "not ratified",
        "declared": "applicable by declaration",
        "unconfirmed": "ratification to be confirmed",
    }
    return f"No. {one.number}, {one.title}: {words[one.status]}"
