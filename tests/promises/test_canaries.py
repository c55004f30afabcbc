"""The forms of a name are found where they hide, and a clean text holds none."""

import base64
import json
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from tests.promises import canaries

NAME = "Ян Żółciński"
HIDING = {
    "plain": NAME.encode(),
    "a slug": "ян-żółciński".encode(),
    "capitals": NAME.upper().encode(),
    "UTF-16 of Windows": NAME.encode("utf-16-le"),
    "a PDF string in hexadecimal": b"<FEFF" + NAME.encode("utf-16-be").hex().upper().encode(),
    "a JSON string": json.dumps({"name": NAME}).encode(),
    "XML references": escape(NAME).encode("ascii", "xmlcharrefreplace"),
    "a Python repr of bytes": repr(NAME.encode()).encode(),
    "a link": b"http://x/?q=%D0%AF%D0%BD%20%C5%BB%C3%B3%C5%82ci%C5%84ski",
}


@pytest.mark.parametrize("where", HIDING)
def test_a_name_is_found(where: str) -> None:
    assert canaries.found(b"before " + HIDING[where] + b" after", canaries.needles({NAME}))


@pytest.mark.parametrize("before", range(7))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_a_name_is_found_in_base64_wherever_it_stands(before: int, encoding: str) -> None:
    hidden = base64.b64encode(b"x" * before + NAME.encode(encoding) + b" and more text")
    assert canaries.found(hidden, canaries.needles({NAME}))


def test_other_words_hold_no_name() -> None:
    text = "Somebody else, Ян Іншы, in Żory; 100 % sure &#1071;".encode()
    assert not canaries.found(text, canaries.needles({NAME}))
    assert not canaries.found(base64.b64encode(text), canaries.needles({NAME}))


def test_no_needle_is_short_enough_for_chance() -> None:
    assert min(map(len, canaries.needles({NAME, "Kim"}))) >= canaries.SHORTEST


def test_a_name_of_short_words_stays_whole() -> None:
    assert canaries.telling_words("Kim Jae") == ["Kim Jae"]
    assert canaries.telling_words("Jan Kowalski") == ["Kowalski"]


def test_the_seed_holds_names(root: Path) -> None:
    assert {"Yarashuk", "Sudalenka"} <= canaries.names_of_seed(root / "resources" / "seed")
