"""Language tags are read in any capitals and know their script."""

import pytest

from models.errors import InvalidValueError
from models.values.language import Language


@pytest.mark.parametrize(
    ("text", "tag", "script", "direction"),
    [
        ("BE", "be", "Cyrl", "ltr"),
        ("be-latn", "be-Latn", "Latn", "ltr"),
        ("be-tarask", "be-tarask", "Cyrl", "ltr"),
        ("zh-hant-hk", "zh-Hant-HK", "Hant", "ltr"),
        ("ar-eg", "ar-EG", "Arab", "rtl"),
        ("fa", "fa", "Arab", "rtl"),
        ("az-arab", "az-Arab", "Arab", "rtl"),
        ("es-419", "es-419", "Latn", "ltr"),
        ("he", "he", "Hebr", "rtl"),
        ("sl-1994", "sl-1994", "Latn", "ltr"),
    ],
)
def test_tags(text: str, tag: str, script: str, direction: str) -> None:
    found = Language.parse(text)
    assert (str(found), found.script, found.direction) == (tag, script, direction)
    assert Language.parse(str(found)) == found


@pytest.mark.parametrize("text", ["", "b", "belarusian", "be_BY", "be-", "12", "be-Latn-Latn"])
def test_refuses_what_is_no_tag(text: str) -> None:
    with pytest.raises(InvalidValueError):
        Language(text)


def test_names() -> None:
    assert Language("be-Latn").name("ru") == "белорусский"
    assert Language("xx").name("ru") == "xx"
    assert Language("ckb").primary == "ckb"
