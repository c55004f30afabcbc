import itertools
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.crypto import recovery_code
from models.crypto.recovery_code import ALPHABET, RecoveryCode
from models.errors import MistypedCodeError

CODE = RecoveryCode.generate()
LETTERS = CODE.text.replace("-", "")


def is_noticed(typed: str) -> bool:
    try:
        RecoveryCode.parse(typed)
    except MistypedCodeError:
        return True
    return False


def test_a_code_stands_for_32_random_bytes():
    assert len(CODE.secret()) == 32
    assert RecoveryCode.generate().secret() != CODE.secret()
    assert RecoveryCode.parse(CODE.text) == CODE


@given(secret=st.binary(min_size=32, max_size=32))
def test_every_secret_has_a_code(secret: bytes):
    number = int.from_bytes(secret) << 4
    code = RecoveryCode("-".join(recovery_code._groups(number)))
    assert RecoveryCode.parse(code.text).secret() == secret


def test_k4_every_wrong_character_is_noticed():
    for place, wrong in itertools.product(range(len(LETTERS)), ALPHABET):
        if wrong != LETTERS[place]:
            assert is_noticed(LETTERS[:place] + wrong + LETTERS[place + 1 :]), (place, wrong)


def test_k4_every_swap_of_neighbours_is_noticed():
    for place in range(len(LETTERS) - 1):
        left, right = LETTERS[place : place + 2]
        if left != right:
            assert is_noticed(LETTERS[:place] + right + left + LETTERS[place + 2 :]), place


def test_k4_every_swap_of_groups_is_noticed():
    groups = CODE.text.split("-")
    for one, other in itertools.combinations(range(len(groups)), 2):
        swapped = list(groups)
        swapped[one], swapped[other] = swapped[other], swapped[one]
        assert is_noticed("-".join(swapped)), (one, other)


def test_k4_the_check_catches_every_single_error_of_any_group():
    # All neighbours' swaps and all wrong characters, for every state the check can be in.
    digit_pairs = list(itertools.permutations(range(32), 2))
    for place in range(32):
        for one, other in digit_pairs:
            assert check(place, one) != check(place, other)
            assert check(place, one, other) != check(place, other, one)
        for digit in range(32):
            last = check(place, digit)
            assert last == digit or check(place, last) != digit


def check(place: int, *digits: int) -> int:
    return recovery_code._check_digit(place, list(digits))


def test_the_control_without_a_check_lets_errors_through(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(recovery_code, "_check", lambda _place, _group: None)
    assert not is_noticed("Z" + LETTERS[1:] if LETTERS[0] != "Z" else "0" + LETTERS[1:])


def test_case_hyphens_and_spaces_do_not_matter():
    assert RecoveryCode.parse(f"  {CODE.text.lower().replace('-', ' ')}\n") == CODE
    assert RecoveryCode.parse(LETTERS) == CODE
    assert RecoveryCode.parse(CODE.text.replace("-", "–")) == CODE


def test_look_alikes_are_read_as_what_was_printed():
    # A number whose groups hold every character that has a look-alike.
    digits = [ALPHABET.index(letter) for letter in "01ABCEHKMPTX" * 4 + "0000"]
    number = reduce(lambda sum_, digit: sum_ << 5 | digit, digits, 0)
    code = RecoveryCode("-".join(recovery_code._groups(number)))
    assert RecoveryCode.parse(code.text.translate(str.maketrans("01", "OL"))) == code
    assert RecoveryCode.parse(code.text.translate(str.maketrans("01", "oi"))) == code
    cyrillic = code.text.translate(str.maketrans("ABEKMHPCTX", "АВЕКМНРСТХ"))
    assert cyrillic != code.text
    assert RecoveryCode.parse(cyrillic.lower()) == code


@pytest.mark.parametrize("typed", ["", "ABC", LETTERS[:-1], LETTERS + "0", "é" * 65, "١" * 65])
def test_what_cannot_be_a_code_is_refused(typed: str):
    with pytest.raises(MistypedCodeError):
        RecoveryCode.parse(typed)


def test_the_error_names_the_group_and_does_not_quote_it():
    wrong = "0" if LETTERS[12] != "0" else "2"
    with pytest.raises(MistypedCodeError) as caught:
        RecoveryCode.parse(LETTERS[:12] + wrong + LETTERS[13:])
    assert "Group 3 " in str(caught.value)
    assert LETTERS[10:12] not in str(caught.value).replace("Group 3", "")


def test_spare_bits_must_be_empty():
    text = "-".join(recovery_code._groups(int.from_bytes(CODE.secret()) << 4 | 1))
    with pytest.raises(MistypedCodeError, match="Group 13"):
        RecoveryCode.parse(text)


def test_the_code_does_not_show_itself():
    assert CODE.text not in repr(CODE)
