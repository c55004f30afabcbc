"""A country is one of ISO 3166-1 and has a name in every interface language."""

import pytest

from models.errors import InvalidValueError
from models.values.country import Country
from models.values.vocabulary import vocabulary


def test_codes_are_brought_to_capitals() -> None:
    assert Country(" by ") == Country("BY") == Country.parse("By")
    assert str(Country("by")) == "BY"


@pytest.mark.parametrize("code", ["", "B", "BLR", "XX", "SU", "ZZ", "بي"])
def test_refuses_what_is_no_country(code: str) -> None:
    with pytest.raises(InvalidValueError):
        Country(code)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Belarus"),
        ("fr", "Bélarus"),
        ("es", "Belarús"),
        ("ru", "Беларусь"),
        ("ar", "بيلاروس"),
    ],
)
def test_names(language: str, name: str) -> None:
    assert Country("BY").name(language) == name


def test_all_of_iso_3166_are_there() -> None:
    codes = vocabulary("country").codes
    assert len(codes) == 249
    assert all(len(code) == 2 and code.isascii() and code.isupper() for code in codes)
