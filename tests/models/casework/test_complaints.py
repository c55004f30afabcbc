"""Which cases a complaint covers, and what is refused instead of left out in silence."""

from typing import Any

import pytest

from models.casebook import Casebook
from models.errors import ConsentError, UnknownRecordError
from models.values.country import Country
from models.views.cases import NewConsent

BY = Country("BY")


def agreeing(casebook: Casebook, make: Any, name: str, country: str = "BY") -> int:
    case = make.case(name, country)
    person = casebook.cases.open_file(case).person.id
    consent = NewConsent(state="given", basis="own_word")
    casebook.consents.record_consent(person, consent)
    return case


def test_only_the_cases_chosen(casebook: Casebook, make: Any):
    anna, _ = (agreeing(casebook, make, name) for name in ("Anna Example", "Somebody Else"))
    assert len(casebook.complaints.file_of(BY).cases) == 2
    file = casebook.complaints.file_of(BY, case_ids=[anna, anna])
    assert [case.case.id for case in file.cases] == [anna]


def test_a_case_of_another_state_or_none_is_not_left_out_in_silence(casebook: Casebook, make: Any):
    anna = agreeing(casebook, make, "Anna Example")
    tunisian = agreeing(casebook, make, "Somebody Else", "TN")
    for other in (tunisian, 4040):
        with pytest.raises(UnknownRecordError, match="against Belarus"):
            casebook.complaints.file_of(BY, case_ids=[anna, other])


def test_who_has_not_agreed_is_withheld_or_stops_the_choice(casebook: Casebook, make: Any):
    case = make.case("Anna Example")
    reference = casebook.cases.open_file(case).case.reference
    assert casebook.complaints.file_of(BY).withheld == (reference,)
    with pytest.raises(ConsentError, match=reference):
        casebook.complaints.file_of(BY, case_ids=[case])
