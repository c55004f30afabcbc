from uuid import uuid4

from PySide6.QtWidgets import QApplication

from desktop.cases.penalties import Penalties
from models.values.money import Money
from models.values.term import Term
from models.views.custody import SentenceComponentView, SentenceView


def part(**facts: object) -> SentenceComponentView:
    return SentenceComponentView(id=1, uid=uuid4(), sentence_id=1, **facts)


def test_parts_are_said_in_a_line(app: QApplication):
    parts = [
        part(kind="prison", term=Term.parse("P2Y6M")),
        part(kind="fine", amount=Money.parse("BYN 3200.00")),
    ]
    said = Penalties().all(parts).replace("\u202f", " ")
    assert said == "Prison, 2 years and 6 months; Fine, 3 200.00 BYN"


def test_a_sentence_without_parts_is_not_known(app: QApplication):
    assert Penalties().all([]) == "not known"


def test_a_sentence_nobody_described(app: QApplication):
    bare = SentenceView(id=1, uid=uuid4(), case_id=1)
    assert Penalties().reported(bare) == ""
