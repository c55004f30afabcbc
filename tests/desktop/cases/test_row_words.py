from PySide6.QtWidgets import QApplication

from desktop.cases.row_words import RowWords, custody_tone
from models.values.country import Country
from models.values.partial_date import PartialDate
from models.values.vocabulary import vocabulary
from models.views.cases import CaseSummary, Standing


def summary(**facts: object) -> CaseSummary:
    given = {"organisation": "UW", "office": "Chairperson", "standing": Standing(custody="held")}
    return CaseSummary(
        id=1,
        reference="BY-2022-7K3MQ4-X",
        name="Hanna",
        country=Country("BY"),
        confirmed=True,
        latest_on=None,
        **(given | facts),
    )


def test_every_custody_has_a_colour():
    assert {custody_tone(code) for code in vocabulary("custody")} == {
        "danger",
        "warn",
        "ok",
        "neutral",
    }


def test_no_state_is_said_without_its_day(app: QApplication):
    known = Standing(custody="held", custody_as_of=PartialDate.parse("2022-12-05"))
    assert RowWords().as_of(known) == "as of 5 December 2022"
    assert RowWords().as_of(Standing(custody="held")) == "undated"


def test_the_line_says_where_and_what(app: QApplication):
    assert RowWords().line(summary()) == "Belarus · UW"
    assert RowWords().line(summary(organisation="")) == "Belarus · Chairperson"


def test_a_reference_keeps_its_direction(app: QApplication):
    assert "\u2068BY-2022-7K3MQ4-X\u2069" in RowWords().whole(summary())
