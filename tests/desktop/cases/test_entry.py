from hypothesis import given
from hypothesis import strategies as st

from desktop.cases.entry import Entry, newest_first
from models.values.partial_date import PartialDate

DATES = ["2021", "2022-04", "2022-04-19", "2022-05~", "XXXX-12-26", "2022-04/..", None]


def entry(text: str | None) -> Entry:
    on = PartialDate.parse(text) if text else None
    return Entry(title=str(text), icon="lock", records=(), on=on)


def test_the_newest_comes_first_and_what_has_no_year_last():
    shown = newest_first(entry(text) for text in ("2021", "XXXX-12-26", "2022-05", None, "2022-04"))
    assert [each.title for each in shown] == ["2022-05", "2022-04", "2021", "XXXX-12-26", "None"]


@given(st.lists(st.sampled_from(DATES)))
def test_nothing_is_lost_by_sorting(texts: list[str | None]):
    entries = [entry(text) for text in texts]
    assert sorted(each.title for each in newest_first(entries)) == sorted(map(str, texts))


def test_marks_and_words():
    shown = Entry(title="Detained", icon="lock", records=(), when="May 2022", marks=(1, 3))
    assert shown.mark_text == "[1] [3]"
    assert shown.whole == "May 2022, Detained, [1] [3]"
