"""A hand-made case, record by record."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count
from typing import Any
from uuid import UUID

import pytest

from models.values.country import Country
from models.values.partial_date import PartialDate
from models.views.cases import CaseFile, CaseView, Standing
from models.views.events import EventPartyView, EventView
from models.views.people import PersonNameView, PersonView
from models.views.proof import CitationView, ClaimView, SourceView
from models.views.record import Stored


def on(text: str) -> PartialDate:
    return PartialDate.parse(text)


@dataclass
class CaseBuilder:
    """Adds records to a case file; each ``add`` names its source by its date of publication."""

    file: CaseFile
    numbers: Any = field(default_factory=lambda: count(100))

    def identity(self) -> dict[str, Any]:
        number = next(self.numbers)
        return {"id": number, "uid": UUID(int=number)}

    def add(self, area: str, view: type, *, reported: str = "", **values: Any) -> Any:
        dates = {key: on(value) for key, value in values.items() if key.endswith("_on") and value}
        record = view(**self.identity(), **{**values, **dates})
        self.file = replace(self.file, **{area: (*getattr(self.file, area), record)})
        if reported:
            self.affirm(record, reported)
        return record

    def event(
        self, kind: str, occurred_on: str = "", *, role: str = "affected", reported: str = ""
    ):
        event = self.add(
            "events", EventView, kind=kind, occurred_on=occurred_on or None, reported=reported
        )
        self.add(
            "event_parties",
            EventPartyView,
            event_id=event.id,
            case_id=self.file.case.id,
            organisation_id=None,
            role=role,
        )
        return event

    def affirm(
        self,
        record: Stored,
        published: str,
        *,
        polarity: str = "asserted",
        status: str = "preferred",
    ) -> None:
        source = SourceView(**self.identity(), title="Article", published_on=on(published))
        citation = CitationView(**self.identity(), claim_id=0, source_id=source.id)
        claim = ClaimView(
            **self.identity(),
            subject_kind="record",
            subject_uid=record.uid,
            field="",
            value=True,
            polarity=polarity,
            status=status,
            reason="",
            credibility=None,
            learned_on=date(2026, 1, 1),
            citations=(citation,),
        )
        key = (record.uid, "")
        self.file = replace(
            self.file,
            sources={**self.file.sources, source.id: source},
            proof={**self.file.proof, key: (*self.file.proof.get(key, ()), claim)},
        )


@pytest.fixture
def case() -> CaseBuilder:
    return new_case()


@pytest.fixture(scope="module")
def make_case() -> Callable[[], CaseBuilder]:
    return new_case


def new_case() -> CaseBuilder:
    person = PersonView(id=1, uid=UUID(int=1))
    return CaseBuilder(
        CaseFile(
            case=CaseView(
                id=2,
                uid=UUID(int=2),
                country=Country("BY"),
                reference="BY-2022-TEST",
                person_id=1,
                last_verified_on=None,
            ),
            person=person,
            standing=Standing(),
            names=(PersonNameView(id=3, uid=UUID(int=3), person_id=1, full="Test Person"),),
        )
    )
