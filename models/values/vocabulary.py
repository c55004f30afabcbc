"""Coded words of the record, read from ``resources/vocabularies/NAME.toml``.

A file has one table per code, in the order in which people should see them. Keys of two letters
are labels by language; every other key is an attribute that the logic reads, for example which
custody a kind of detention means::

    [pretrial]
    en = "Pre-trial detention"
    ...
    custody = "held"
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import resources
from models.errors import InvalidValueError

INTERFACE_LANGUAGES = ("en", "fr", "es", "ru", "ar")
"""The languages of windows, documents and console; English stands in for any other."""


def spoken(language: str) -> str:
    """Return the interface language for a language tag: ``fr`` for ``fr-CH``, ``en`` for ``pl``."""
    primary = language.split("-", 1)[0].lower()
    return primary if primary in INTERFACE_LANGUAGES else "en"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """An ordered set of codes with labels and attributes; iterating gives the codes."""

    name: str
    entries: Mapping[str, Mapping[str, str]]

    @property
    def codes(self) -> tuple[str, ...]:
        """All codes in the order of the file."""
        return tuple(self.entries)

    def __contains__(self, code: object) -> bool:
        return code in self.entries

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def label(self, code: str, language: str) -> str:
        """Return the words for ``code``; English where we do not speak the language.

        Raises:
            InvalidValueError: the vocabulary has no such code.
        """
        return self._entry(code)[spoken(language)]

    def labels(self, language: str) -> dict[str, str]:
        """Return the words for every code, in order, as a chooser shows them."""
        return {code: self.label(code, language) for code in self.entries}

    def attribute(self, code: str, key: str, default: str = "") -> str:
        """Return what the file says beside the labels, or ``default`` where it says nothing.

        Raises:
            InvalidValueError: the vocabulary has no such code.
        """
        return self._entry(code).get(key, default)

    def having(self, key: str, value: str) -> tuple[str, ...]:
        """Return the codes whose attribute ``key`` is ``value``, in order."""
        return tuple(code for code, entry in self.entries.items() if entry.get(key) == value)

    def _entry(self, code: str) -> Mapping[str, str]:
        try:
            return self.entries[code]
        except KeyError:
            # What is typed is checked before, so it was stored: by a Habeas that knows more codes.
            raise InvalidValueError(
                f"The list “{self.name}” of this Habeas lacks a choice that was made with a newer "
                "one; please install that."
            ) from None


@cache
def vocabulary(name: str) -> Vocabulary:
    """Return the vocabulary of that name; each file is read once, when first asked for.

    Raises:
        FileNotFoundError: there is no such file among the resources.
    """
    text = resources.path(f"vocabularies/{name}.toml").read_text("utf-8")
    entries = {code: MappingProxyType(entry) for code, entry in tomllib.loads(text).items()}
    return Vocabulary(name, MappingProxyType(entries))
