"""Hand-made files, record by record, and the files of the seed."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from io import BytesIO
from itertools import count
from pathlib import Path
from subprocess import run
from typing import Any
from uuid import UUID

import msgspec
import pikepdf
import pytest

from models.casebook import Casebook
from models.crypto.kdf import Argon2id
from models.documents.blocks import Document
from models.documents.layout import lay_out
from models.values.country import Country
from models.values.partial_date import PartialDate
from models.views.cases import CaseFile, CaseView, OrganisationName, Standing
from models.views.filings import ComplaintFile, LetterFile
from models.views.people import MembershipView, PersonNameView, PersonView
from models.views.proof import CitationView, ClaimView, SourceView

TODAY = date(2026, 11, 22)
STATES = ("BY", "KG", "TN", "PH")


@dataclass
class Builder:
    """One case; everything added has a claim that cites the builder's source."""

    published: str = "2022-12-05"
    country: str = "BY"
    case_id: int = 2
    numbers: Any = field(default_factory=lambda: count(100))
    file: CaseFile = field(init=False)

    def __post_init__(self) -> None:
        self.source = SourceView(
            **self.identity(),
            title="An article",
            publisher="A newsroom",
            published_on=PartialDate.parse(self.published) if self.published else None,
        )
        case = CaseView(
            id=self.case_id,
            uid=UUID(int=self.case_id),
            country=Country(self.country),
            reference=f"{self.country}-2022-TEST",
            person_id=1,
            last_verified_on=None,
        )
        self.file = CaseFile(
            case=case,
            person=PersonView(**self.identity()),
            standing=Standing(),
            sources={self.source.id: self.source},
        )

    def identity(self) -> dict[str, Any]:
        number = next(self.numbers)
        return {"id": number, "uid": UUID(int=number)}

    def add(self, area: str, view: type, *, claimed: bool = True, **values: Any) -> Any:
        """Add a record; ``claimed`` gives its existence a citation of paragraph 3."""
        dates = ("_on", "period", "as_of")
        read = {
            key: PartialDate.parse(value)
            for key, value in values.items()
            if key.endswith(dates) and isinstance(value, str)
        }
        record = view(**self.identity(), **{**values, **read})
        self.file = replace(self.file, **{area: (*getattr(self.file, area), record)})
        if claimed:
            self.claim(record)
        return record

    def claim(self, record: Any, name: str = "", value: Any = "yes", **citation: Any) -> None:
        """Add a claim on one field, citing the source with ``citation``."""
        status = citation.pop("status", "preferred")
        polarity = citation.pop("polarity", "asserted")
        cited = CitationView(
            **self.identity(),
            claim_id=0,
            source_id=self.source.id,
            **{"paragraph": 3, "quotation": "some words", **citation},
        )
        claim = ClaimView(
            **self.identity(),
            subject_kind="record",
            subject_uid=record.uid,
            field=name,
            value=value,
            polarity=polarity,
            status=status,
            reason="",
            credibility=None,
            learned_on=None,
            citations=(cited,),
        )
        key = (record.uid, name)
        proof = {**self.file.proof, key: (*self.file.proof.get(key, ()), claim)}
        self.file = replace(self.file, proof=proof)

    def named(self, full: str = "Ivan Example", **values: Any) -> "Builder":
        self.add("names", PersonNameView, person_id=1, full=full, **values)
        return self

    def member(self, office: str, organisation: str, acronym: str = "") -> None:
        number = next(self.numbers)
        self.file = replace(
            self.file,
            organisations={
                **self.file.organisations,
                number: OrganisationName(full=organisation, acronym=acronym),
            },
        )
        self.add("memberships", MembershipView, person_id=1, organisation_id=number, office=office)

    def standing(self, custody: str, as_of: str = "") -> None:
        day = PartialDate.parse(as_of) if as_of else None
        self.file = replace(self.file, standing=Standing(custody=custody, custody_as_of=day))

    def complaint(self, **values: Any) -> ComplaintFile:
        return ComplaintFile(
            **{
                "country": Country(self.country),
                "mechanism": "cfa",
                "as_of": TODAY,
                "specimen": False,
                "cases": (self.file,),
                **values,
            }
        )

    def letter(
        self, template: str = "authority", language: str = "en", **values: Any
    ) -> LetterFile:
        return LetterFile(
            **{
                "template": template,
                "language": language,
                "case": self.file,
                "as_of": TODAY,
                "specimen": False,
                **values,
            }
        )


@pytest.fixture
def make() -> type[Builder]:
    return Builder


@pytest.fixture
def person() -> Builder:
    return Builder().named()


@pytest.fixture(scope="session")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, ComplaintFile]]:
    """The complaint files of the seed, by country."""
    folder: Path = tmp_path_factory.mktemp("seed") / "demo.habeas"
    cheap = Argon2id(passes=1, memory_kib=8, cheap=True)
    casebook, _ = Casebook.create(folder, "a passphrase for tests", demo=True, kdf=cheap)
    with casebook:
        casebook.seed().plant()
        yield {
            code: replace(casebook.complaints.file_of(Country(code)), as_of=TODAY)
            for code in STATES
        }


@dataclass(frozen=True)
class Printed:
    """A laid-out document and how to look at it."""

    pdf: bytes

    def text(self, *options: str) -> str:
        return self._tool("pdftotext", *options, "-", "-")

    @property
    def pages(self) -> list[str]:
        return self.text("-layout").split("\f")[:-1]

    @property
    def properties(self) -> dict[str, str]:
        lines = self._tool("pdfinfo", "-").splitlines()
        pairs = (line.split(":", 1) for line in lines if ":" in line)
        return {key: value.strip() for key, value in pairs}

    def open(self) -> pikepdf.Pdf:
        return pikepdf.open(BytesIO(self.pdf))

    def _tool(self, *command: str) -> str:
        return run(command, input=self.pdf, capture_output=True, check=True).stdout.decode()


def printed(document: Document) -> Printed:
    return Printed(lay_out(msgspec.msgpack.encode(document), lambda _done, _total: None))


@pytest.fixture(name="printed")
def printed_fixture() -> Any:
    return printed


@pytest.fixture(scope="session")
def print_once() -> Any:
    return printed
