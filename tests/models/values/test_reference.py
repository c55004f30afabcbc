"""Case references survive the telephone, and two laptops never mint the same one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import InvalidValueError
from models.values.reference import Reference

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SAID_ALIKE = {"O": "0", "I": "1", "L": "1"}
REFERENCES = st.builds(
    Reference,
    st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=2),
    st.integers(1990, 2099),
    st.text(ALPHABET, min_size=8, max_size=8),
)


@given(REFERENCES)
def test_text_and_value_are_one(found: Reference) -> None:
    assert Reference.parse(str(found)) == found
    assert Reference.parse(str(found).replace("-", "").lower()) == found


@given(REFERENCES)
def test_letters_that_look_like_digits_are_forgiven(found: Reference) -> None:
    text = str(found)
    typed = text[:2] + text[2:].replace("0", "o").replace("1", "l")
    assert Reference.parse(typed) == found


@given(REFERENCES)
def test_every_single_wrong_character_is_caught(found: Reference) -> None:
    text = str(found)
    for place, right in enumerate(text):
        for wrong in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789":
            same = wrong == right or (place > 2 and SAID_ALIKE.get(wrong, wrong) == right)
            if right == "-" or same:
                continue
            with pytest.raises(InvalidValueError):
                Reference.parse(text[:place] + wrong + text[place + 1 :])


@given(REFERENCES)
def test_every_exchange_of_neighbours_is_caught(found: Reference) -> None:
    bare = str(found).replace("-", "")
    for place in range(len(bare) - 1):
        one, other = bare[place], bare[place + 1]
        if one == other or (place > 1 and SAID_ALIKE.get(one, one) == other):
            continue
        with pytest.raises(InvalidValueError):
            Reference.parse(bare[:place] + other + one + bare[place + 2 :])


def test_control_a_plain_sum_would_miss_an_exchange() -> None:
    """The weights are what catches exchanges: without them both orders add up alike."""
    plain = [sum(map(ALPHABET.index, body)) % 32 for body in ("7K3M9QXT", "K73M9QXT")]
    assert plain[0] == plain[1]
    weighted = [Reference("BY", 2022, body).check_character for body in ("7K3M9QXT", "K73M9QXT")]
    assert weighted[0] != weighted[1]


def test_minted_references_differ_and_use_all_characters() -> None:
    minted = {Reference.mint("BY", 2022) for _ in range(5000)}
    assert len(minted) == 5000
    for place in range(8):
        assert {found.body[place] for found in minted} == set(ALPHABET)


@pytest.mark.parametrize(
    "text", ["", "BY-2022", "BY-2022-7K3M-9QXTCC", "BY-2022-7K3U-9QXTC", "B1-2022-7K3M-9QXTC"]
)
def test_refuses_what_is_no_reference(text: str) -> None:
    with pytest.raises(InvalidValueError):
        Reference.parse(text)


@pytest.mark.parametrize(
    "parts", [("by", 2022, "0" * 8), ("BY", 22, "0" * 8), ("BY", 2022, "0"), ("BY", 2022, "U" * 8)]
)
def test_refuses_impossible_parts(parts: tuple[str, int, str]) -> None:
    with pytest.raises(InvalidValueError):
        Reference(*parts)
