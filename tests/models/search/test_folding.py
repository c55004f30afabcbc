"""One spelling for many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.search.folding import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Пётр", "петр"),
        ("Сергей", "сергеи"),
        ("Serge\u0301i", "sergei"),
        ("Łukasz Żółw", "lukasz zolw"),
        ("Straße", "strasse"),
        ("STRASSE", "strasse"),
        ("Søren Ægir Đorđe", "soren aegir dorde"),
        ("İsmail Işık", "ismail isik"),
        ("  two\tlines\nof\u00a0text ", "two lines of text"),
        ("zero\u200bwidth\u202e\x00", "zerowidth"),
        ("مُحَمَّد", "محمد"),
        ("𝐀𝐧𝐧𝐚 ℡", "anna tel"),
        ("half \ud800", "half"),
        ("", ""),
    ],
)
def test_spellings_that_are_one(written: str, folded: str):
    assert fold(written) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str):
    assert fold(fold(text)) == fold(text)


@given(st.text(st.sampled_from("ёЁйЙłŁøñÅжЖ aZ") | st.characters()))
def test_case_does_not_matter_where_it_is_one_letter_for_one(text: str):
    plain = "".join(c for c in text if c.upper().lower() == c)
    assert fold(plain.upper()) == fold(plain)
