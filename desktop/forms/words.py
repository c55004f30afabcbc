"""The record in the words of the person at the screen: codes, dates, countries, terms, amounts."""

from dataclasses import Field, fields
from typing import Any

from PySide6.QtCore import QLocale

from models.values.country import Country
from models.values.language import Language
from models.values.money import Money
from models.values.partial_date import PartialDate
from models.values.term import Term
from models.values.vocabulary import spoken, vocabulary
from models.views.record import VOCABULARY, Stored


def language() -> str:
    """Return the language of the windows, one of the five we speak."""
    return spoken(QLocale().name().replace("_", "-"))


def word(list_name: str, code: str | None) -> str:
    """Return the word for a code of the vocabulary ``list_name``; nothing for no code."""
    return vocabulary(list_name).label(code, language()) if code else ""


def choices(list_name: str) -> list[tuple[str, str]]:
    """Return the codes of a vocabulary with their words, in order."""
    return list(vocabulary(list_name).labels(language()).items())


def country_name(country: Country | None) -> str:
    """Return the name of a State."""
    return country.name(language()) if country else ""


def date_words(day: PartialDate | None) -> str:
    """Return a date as far as it is known; nothing for no date."""
    return day.in_words(language()) if day else ""


def isolated(reference: str) -> str:
    """Return a reference so that it reads from left to right inside any line."""
    return f"\u2068{reference}\u2069"


def joined(*parts: str, by: str = " · ") -> str:
    """Return the parts that say something, with ``by`` between them."""
    return by.join(part for part in parts if part)


def value_words(record: Stored, name: str, value: Any) -> str:
    """Return a claimed value of the field ``name`` of ``record`` in words."""
    listed = _field(record, name).metadata.get(VOCABULARY)
    if listed and isinstance(value, str):
        return word(listed, value)
    match value:
        case PartialDate():
            return date_words(value)
        case Term():
            return value.in_words(language())
        case Money():
            return value.in_words()
        case Country() | Language():
            return value.name(language())
        case _:
            return "" if value is None else str(value)


def field_names(record: Stored) -> tuple[str, ...]:
    """Return the names of the fields of ``record`` that hold facts, in their order."""
    own = {spec.name for spec in fields(Stored)}
    return tuple(spec.name for spec in fields(record) if spec.name not in own)


def _field(record: Stored, name: str) -> Field[Any]:
    return next(spec for spec in fields(record) if spec.name == name)
