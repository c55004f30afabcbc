"""The wording of letters, from ``resources/templates/letters``: a file per kind and language."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import resources
from models.errors import DocumentError
from models.values.language import Language

AUTHORITY, PRISONER = "authority", "prisoner"
_LANGUAGES = {AUTHORITY: ("en", "fr", "ru", "ar"), PRISONER: ("en", "ru")}


@dataclass(frozen=True, slots=True)
class Wording:
    """The fixed words of one kind of letter in one language."""

    language: str
    words: Mapping[str, Any]

    def __getitem__(self, key: str) -> str:
        """Return the text ``key``."""
        return str(self.words[key])

    @property
    def remark(self) -> str:
        """What the worker must know of the wording; empty once a native speaker has checked it."""
        return "" if self.words["checked"] else self["unchecked"]

    @property
    def commas(self) -> tuple[str, str]:
        """Comma and semicolon as they stand between the items of a list, each with its space."""
        return ("، ", "؛ ") if Language(self.language).script == "Arab" else (", ", "; ")

    def labelled(self, label: str, value: str) -> str:
        """Return a value behind a label and a colon as the language sets it."""
        space = "\N{NO-BREAK SPACE}" if self.language == "fr" else ""
        return f"{label}{space}: {value}"

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of a letter without facts."""
        return tuple(self.words["paragraphs"])

    def fact(self, name: str) -> str:
        """Return the label of a fact."""
        return str(self.words["facts"][name])

    def demands(self, custody: str) -> tuple[str, ...]:
        """Return what is asked for somebody in this state of custody."""
        return tuple(self.words["demands"][custody])


def languages(kind: str) -> tuple[str, ...]:
    """Return the languages in which there is a letter of this kind, the first one being ours."""
    return _LANGUAGES.get(kind, ())


@cache
def wording(kind: str, language: str) -> Wording:
    """Return the words of a letter.

    Raises:
        DocumentError: there is no letter of this kind in this language.
    """
    if language not in languages(kind):
        raise DocumentError("There is no letter of this kind in this language yet.")
    text = resources.path(f"templates/letters/{kind}.{language}.toml").read_text("utf-8")
    return Wording(language, tomllib.loads(text))
