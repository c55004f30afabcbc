from typing import Any

from PySide6.QtWidgets import QApplication

from desktop.cases.charges import Charges
from desktop.cases.reader import Reader
from models.casebook import Casebook
from models.views.custody import NewCharge


def test_charges_then_sentences(reader: Reader):
    charge, sentence = Charges().entries(reader)
    assert charge.title == "organising strikes"
    assert charge.when == "Charged, 2 May 2022"
    assert charge.body == "may bring up to 3 years"
    assert charge.tone == "warn"
    assert sentence.title == "Sentence: Prison, 3 years"


def test_what_a_charge_may_bring_is_never_called_a_sentence(reader: Reader):
    charge = Charges().entries(reader)[0]
    assert "entence" not in charge.title + charge.when + charge.body


def test_a_charge_nobody_worded(casebook: Casebook, make: Any, app: QApplication):
    case = make.case()
    casebook.charges.add_charge(case, NewCharge(provisions="342"))
    assert Charges().entries(Reader(casebook.cases.open_file(case)))[0].title == "342"
