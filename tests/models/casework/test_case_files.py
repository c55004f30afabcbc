"""A case is read whole, with its proof, and without what is somebody else's."""

from typing import Any

import pytest
from sqlalchemy import event

from models.casebook import Casebook
from models.errors import UnknownRecordError
from models.values.partial_date import PartialDate
from models.views.cases import CaseFile, NewNote, OrganisationName, Standing
from models.views.custody import NewCharge, NewStay
from models.views.people import NewOrganisation, NewOrganisationName


@pytest.fixture
def case(casebook: Casebook, make: Any) -> int:
    proof = make.proof(make.source())
    case = make.case("Anna Example", proof=proof)
    make.membership(casebook.cases.open_file(case).person.id, make.union())
    detention = make.detention(case, proof=proof, place="Minsk")
    casebook.detentions.add_stay(detention, NewStay(place="Žodzina"))
    return case


def ids(file: CaseFile) -> dict[str, list[int]]:
    return {
        name: [record.id for record in getattr(file, name)]
        for name in ("names", "memberships", "detentions", "stays", "charges", "notes")
    }


def test_each_case_has_its_own_records_only(casebook: Casebook, make: Any, case: int):
    before = ids(casebook.cases.open_file(case))
    other = make.case("Somebody Else", proof=make.proof(make.source("Another")))
    make.detention(other, place="Elsewhere")
    casebook.charges.add_charge(other, NewCharge(wording="Slander"))
    casebook.notes.add_note(other, NewNote(text="Not yours"))
    file = casebook.cases.open_file(case)
    assert ids(file) == before
    assert [source.title for source in file.sources.values()] == ["An item"]
    records = [file.case, file.person, *file.names, *file.memberships]
    records += [*file.detentions, *file.stays]
    assert {uid for uid, _ in file.proof} == {record.uid for record in records}


def test_claims_stand_by_record_and_field_the_preferred_one_first(casebook: Casebook, case: int):
    file = casebook.cases.open_file(case)
    other = casebook.claims.assert_value(
        "detention", file.detentions[0].id, "began_on", PartialDate.parse("2022-05")
    )
    casebook.claims.prefer(other, "The court says so.")
    file = casebook.cases.open_file(case)
    told = [(c.status, str(c.value)) for c in file.claims(file.detentions[0], "began_on")]
    assert told == [("preferred", "2022-05"), ("alternative", "2022-04")]
    (there,) = file.claims(file.detentions[0])
    assert [citation.quotation for citation in there.citations] == ["some words here"]
    assert file.claims(file.detentions[0], "no_such_field") == ()


def test_organisations_are_named_as_they_are_written(casebook: Casebook, make: Any, case: int):
    (named,) = casebook.cases.open_file(case).organisations.values()
    assert named == OrganisationName(full="Union of Welders", acronym="UW")
    assert named.short == "UW"
    only = casebook.organisations.add_organisation(NewOrganisation(kind="prison"))
    new = NewOrganisationName(full="IK-4", kind="acronym")
    casebook.organisations.add_name(only, new)
    make.detention(case, authority_id=only)
    assert casebook.cases.open_file(case).organisations[only].full == "IK-4"


def test_a_case_is_read_in_a_fixed_number_of_statements(casebook: Casebook, make: Any, case: int):
    counted: list[str] = []
    event.listen(
        casebook._vault.engine,
        "before_cursor_execute",
        lambda _connection, _cursor, statement, *_: counted.append(statement),
    )

    def statements() -> int:
        counted.clear()
        casebook.cases.open_file(case)
        return len(counted)

    few = statements()
    for _ in range(5):
        make.detention(case, proof=make.proof(make.source()))
    assert statements() == few < 40


def test_a_case_that_is_gone(casebook: Casebook):
    with pytest.raises(UnknownRecordError):
        casebook.cases.open_file(1)


def test_a_case_without_a_projection_stands_at_the_defaults(casebook: Casebook, case: int):
    with casebook._vault.engine.execution_options(write=True).begin() as connection:
        connection.exec_driver_sql("DELETE FROM case_standing")
    assert casebook.cases.open_file(case).standing == Standing()
