"""Notes say where a fact stands in which source, in whose words and with which doubt."""

from typing import Any

from models.documents.citing import DISPUTED, UNSOURCED, Citer
from models.values.partial_date import PartialDate
from models.views.custody import DetentionView


def detention(person: Any, **values: Any) -> Any:
    return person.add("detentions", DetentionView, case_id=2, claimed=False, **values)


def evidence(person: Any, record: Any, *names: str) -> Any:
    return Citer(person.file.sources).evidence((person.file, record, names))


def test_a_note_names_source_paragraph_words_and_speaker(person: Any):
    record = detention(person)
    person.claim(record, attributed_to="a union", quotation="jailed since April")
    (note,) = evidence(person, record, "").notes
    assert note.full == (
        "S1, para. 3 (A newsroom, 5 December 2022): “jailed since April” – according to a union."
    )
    assert note.short == "S1, para. 3 (a union)"


def test_a_year_from_the_date_line_is_said(person: Any):
    record = detention(person)
    person.claim(record, "began_on", PartialDate.parse("2022-04^"))
    (note,) = evidence(person, record, "began_on").notes
    assert note.full.endswith("The year is taken from the date line.")


def test_a_field_without_a_claim_rests_on_the_existence_of_its_record(person: Any):
    record = detention(person)
    person.claim(record, quotation="existence")
    assert "existence" in evidence(person, record, "began_on").notes[0].full


def test_what_nothing_carries_is_flagged(person: Any):
    record = detention(person)
    assert evidence(person, record, "").sentence("Held.").flag == UNSOURCED


def test_withdrawn_and_denied_claims_carry_nothing(person: Any):
    record = detention(person)
    person.claim(record, status="withdrawn")
    person.claim(record, polarity="denied")
    assert not evidence(person, record, "").notes


def test_two_values_for_one_field_are_flagged(person: Any):
    record = detention(person)
    person.claim(record, "place", "Minsk")
    person.claim(record, "place", "Hrodna", status="alternative")
    assert evidence(person, record, "place").sentence("In Minsk.").flag == DISPUTED


def test_words_contained_in_other_words_are_not_repeated(person: Any):
    record = detention(person)
    person.claim(record, quotation="jailed since April")
    person.claim(record, "began_on", quotation="since April")
    (note,) = evidence(person, record, "", "began_on").notes
    assert note.full.count("April") == 1


def test_hedge_and_speaker_are_kept_only_where_all_agree(person: Any):
    record = detention(person)
    person.claim(record, attributed_to="a union", hedge="reportedly")
    person.claim(record, "place", attributed_to="a court")
    found = evidence(person, record, "", "place")
    assert (found.attributed, found.hedge, found.doubt) == ("", "reportedly", " (“reportedly”)")


def test_sources_are_listed_as_they_were_cited(person: Any):
    record = detention(person)
    person.claim(record)
    citer = Citer(person.file.sources)
    assert citer.lines() == ()
    citer.evidence((person.file, record, ("",)))
    (line,) = citer.lines()
    assert (line.code, line.text) == ("S1", "A newsroom, “An article”, 5 December 2022.")


def test_an_empty_field_cites_nothing_while_another_is_told(person: Any):
    record = detention(person)
    person.claim(record, quotation="he was arrested")
    person.claim(record, "kind", quotation="in pre-trial detention")
    (note,) = evidence(person, record, "kind", "began_on").notes
    assert "pre-trial" in note.full
    assert "arrested" not in note.full
    (note,) = evidence(person, record, "began_on").notes
    assert "he was arrested" in note.full
