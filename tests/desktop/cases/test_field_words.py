from dataclasses import fields

from PySide6.QtWidgets import QApplication

from desktop.cases.field_words import FieldWords
from models.views import cases, custody, events, people

SHOWN = [
    cases.NewCaseParty,
    custody.NewDetention,
    custody.NewStay,
    custody.NewStatedDuration,
    custody.NewCharge,
    custody.NewChargeStatus,
    custody.NewHearing,
    custody.NewRuling,
    custody.NewOutcome,
    custody.NewSentence,
    custody.NewSentenceComponent,
    events.NewEvent,
    events.NewUnionActivity,
    events.NewNexus,
    people.NewMembership,
    people.NewPersonName,
]


def test_every_field_that_evidence_shows_has_words(app: QApplication):
    known = FieldWords()._words()
    missing = {spec.name for each in SHOWN for spec in fields(each)} - set(known)
    assert missing == set()


def test_an_unknown_field_shows_its_name(app: QApplication):
    assert FieldWords().of("postal_address") == "postal address"
