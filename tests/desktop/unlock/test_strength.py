import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.unlock.strength import Strength, strength


@pytest.mark.parametrize(
    ("passphrase", "judged"),
    [
        ("", Strength.EMPTY),
        ("short one", Strength.SHORT),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaa", Strength.REPEATING),
        ("AaAaBbBbAaAaBbBb", Strength.REPEATING),
        ("eleven here!", Strength.FAIR),
        ("correct horse bat", Strength.GOOD),
        ("correct horse battery staple lamp", Strength.STRONG),
        ("шесть слов подряд", Strength.GOOD),
    ],
)
def test_examples(passphrase: str, judged: Strength):
    assert strength(passphrase) is judged


@given(st.text(max_size=11))
def test_nothing_short_is_enough(passphrase: str):
    assert not strength(passphrase).enough


@given(st.text(min_size=12, max_size=60), st.text(max_size=40))
def test_more_is_never_worse(passphrase: str, more: str):
    order = [*Strength]
    assert order.index(strength(passphrase + more)) >= order.index(strength(passphrase))
