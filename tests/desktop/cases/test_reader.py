from typing import Any

from desktop.cases.reader import Reader
from models.views.record import Stored


def test_sources_are_numbered_by_date(reader: Reader):
    assert [source.title for source in reader.sources] == ["First paper", "Second paper"]
    assert [reader.number(source.id) for source in reader.sources] == [1, 2]


def test_marks_name_every_source_of_a_record_once(reader: Reader):
    assert reader.marks(reader.file.detentions) == (1, 2)
    assert reader.marks(reader.file.stays) == (1,)
    assert reader.marks(()) == ()


def test_two_values_of_a_field_are_a_dispute(reader: Reader):
    assert reader.disagrees(reader.file.detentions)
    assert not reader.disagrees(reader.file.stays)
    values = reader.values(reader.file.detentions[0], "began_on")
    assert [str(claims[0].value) for claims in values] == ["2022-04-19", "2022-04-21"]


def test_a_withdrawn_claim_is_no_dispute(rich: Any):
    claims = rich.file().claims(rich.file().detentions[0], "began_on")
    rich.casebook.claims.withdraw(claims[1].id, "A slip of the reporter")
    reader = Reader(rich.file())
    assert not reader.disagrees(reader.file.detentions)
    assert reader.marks(reader.file.detentions) == (1,)


def test_organisations_are_named_shortly(reader: Reader):
    membership = reader.file.memberships[0]
    assert reader.organisation(membership.organisation_id) == "UW"
    assert reader.organisation(None) == ""


def test_records_are_stored_ones(reader: Reader):
    assert all(isinstance(record, Stored) for record in reader.file.detentions)
