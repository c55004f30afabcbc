import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.theme.contrast import contrast

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


def test_black_on_white_is_the_most():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_a_known_pair():
    # WCAG's own example of the least grey that passes 4.5 on white.
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@given(colours, colours)
def test_it_does_not_matter_which_is_in_front(one: str, other: str):
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21


@given(colours)
def test_a_colour_on_itself_has_none(colour: str):
    assert contrast(colour, colour) == 1
