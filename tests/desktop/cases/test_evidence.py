from typing import Any

from PySide6.QtWidgets import QApplication

from desktop.cases.evidence import Evidence
from desktop.cases.reader import Reader
from desktop.cases.sources import Sources
from desktop.cases.timeline import Timeline
from models.casebook import Casebook
from models.views.proof import Basis, NewCitation


def entry(reader: Reader, title: str):
    return next(each for each in Timeline().entries(reader) if each.title == title)


def test_values_that_disagree_stand_side_by_side_first(reader: Reader):
    dispute, *_ = Evidence(reader).of(entry(reader, "Detained"))
    assert dispute.disputed
    assert dispute.head == "Sources disagree: From"
    assert [value.text for value in dispute.values] == ["19 April 2022", "21 April 2022"]
    (first,), (second,) = (value.quotes for value in dispute.values)
    assert (first.mark, first.words) == ("[1]", "“was detained at home”")
    assert (second.mark, second.words) == ("[2]", "“arrested on 21 April”")


def test_a_quote_says_where_and_by_whom(reader: Reader):
    dispute, *_ = Evidence(reader).of(entry(reader, "Detained"))
    place = dispute.values[1].quotes[0].place
    assert place == (
        "Second paper · A newsroom · 5 December 2022 · paragraph 4 · according to the union · "
        "said with “reportedly”"
    )


def test_facts_on_the_same_words_share_one_finding(reader: Reader):
    _, agreed = Evidence(reader).of(entry(reader, "Detained"))
    assert not agreed.disputed
    assert agreed.head == "Kind: Pre-trial detention · Place: Minsk"


def test_what_the_office_typed_says_so(casebook: Casebook, make: Any, app: QApplication):
    case = make.case()
    make.detention(case, "2022-04")
    reader = Reader(casebook.cases.open_file(case))
    (finding,) = Evidence(reader).of(entry(reader, "Detained"))
    (quote,) = finding.values[0].quotes
    assert quote.place == "Typed by the office; no source is named."


def test_a_source_shows_all_that_is_quoted_from_it(reader: Reader):
    second = Sources().entries(reader)[1]
    (finding,) = Evidence(reader).of(second)
    assert [quote.words for quote in finding.values[0].quotes] == ["“arrested on 21 April”"]


def test_a_denied_value_is_said_as_denied(rich: Any, app: QApplication):
    rich.casebook.claims.assert_value(
        "detention",
        rich.detention_id,
        "place",
        "Minsk",
        Basis(
            citations=(NewCitation(source_id=rich.second_source, quotation="not in Minsk"),),
            denied=True,
        ),
    )
    reader = Reader(rich.file())
    heads = {f.head: f for f in Evidence(reader).of(entry(reader, "Detained"))}
    assert [v.text for v in heads["Sources disagree: Place"].values] == ["Minsk", "not: Minsk"]
