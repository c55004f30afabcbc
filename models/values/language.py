"""A human language by its BCP 47 tag, and the five languages Habeas itself speaks."""

import re
from dataclasses import dataclass
from typing import Literal

from models.errors import InvalidValueError
from models.values.vocabulary import INTERFACE_LANGUAGES, vocabulary

__all__ = ["INTERFACE_LANGUAGES", "Direction", "Language"]

Direction = Literal["ltr", "rtl"]

# language[-Script][-REGION][-variant...]: the parts of RFC 5646 that names and letters need.
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?P<variants>(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*)",
    re.ASCII | re.IGNORECASE,
)
_LANGUAGES_OF = {
    "Arab": "ar fa ur ps ug sd ckb",
    "Cyrl": "ru be uk bg mk sr kk ky tg mn",
    "Deva": "hi ne mr",
    "Ethi": "am ti",
    "Hebr": "he yi",
    "Armn": "hy",
    "Beng": "bn",
    "Geor": "ka",
    "Grek": "el",
    "Gujr": "gu",
    "Guru": "pa",
    "Hans": "zh",
    "Jpan": "ja",
    "Khmr": "km",
    "Kore": "ko",
    "Laoo": "lo",
    "Mymr": "my",
    "Sinh": "si",
    "Taml": "ta",
    "Telu": "te",
    "Thaa": "dv",
    "Thai": "th",
}
_SCRIPT_OF = {code: script for script, codes in _LANGUAGES_OF.items() for code in codes.split()}
_RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"})


@dataclass(frozen=True, slots=True)
class Language:
    """A language tag in the usual capitals: ``be``, ``be-Latn``, ``zh-Hant-HK``."""

    tag: str

    def __post_init__(self) -> None:
        """Bring the tag to its usual capitals (RFC 5646, section 2.1.1)."""
        found = _TAG.fullmatch(self.tag.strip())
        if not found:
            raise InvalidValueError("A language is given by its tag, such as en, ru or be-Latn.")
        parts = [found["language"].lower()]
        if found["script"]:
            parts.append(found["script"].title())
        if found["region"]:
            parts.append(found["region"].upper())
        object.__setattr__(self, "tag", "-".join(parts) + found["variants"].lower())

    @classmethod
    def parse(cls, text: str) -> "Language":
        """Return the language of a tag in any capitals.

        Raises:
            InvalidValueError: it is not a BCP 47 tag of language, script, region and variants.
        """
        return cls(text)

    def __str__(self) -> str:
        return self.tag

    @property
    def primary(self) -> str:
        """The language without script or region: ``be`` of ``be-Latn``."""
        return self.tag.split("-", 1)[0]

    @property
    def script(self) -> str:
        """The ISO 15924 code of its writing: the one in the tag, else the customary one."""
        for part in self.tag.split("-")[1:]:
            if len(part) == 4 and part.isalpha():  # noqa: PLR2004  a script subtag has four letters
                return part
        return _SCRIPT_OF.get(self.primary, "Latn")

    @property
    def direction(self) -> Direction:
        """Which way its lines run."""
        return "rtl" if self.script in _RIGHT_TO_LEFT else "ltr"

    def name(self, language: str) -> str:
        """Return its name in an interface language, or its tag where we know no name."""
        names = vocabulary("language")
        for code in (self.tag, self.primary):
            if code in names:
                return names.label(code, language)
        return self.tag
