"""Words on their way to paper: cleaned, kept together where a line must not break, and escaped."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

import msgspec

from models.documents.blocks import Document
from models.documents.layout import faces
from models.errors import DocumentError

_NARROW_SPACE, _HARD_SPACE = "\u202f", "\u00a0"
_JOINERS = "\u200c\u200d"  # Persian and Kurdish need them inside words
_BOUND = re.compile(r"(\b(?:Nos?|arts?|paras?|pp?)\.|№) (?=\d)")
_SPACES = re.compile(r"[ \t\r\n\f\v\u2028\u2029]+")
_ARABIC = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def clean(text: str) -> str:
    """Return ``text`` in NFC, on one line, without characters that only steer its display.

    A direction mark inside a name could print it backwards; a narrow space is in few faces.
    """
    one_line = _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip(" ")
    kept = "".join(
        char
        for char in one_line
        if char in _JOINERS or unicodedata.category(char) not in ("Cc", "Cf")
    )
    return _BOUND.sub(rf"\1{_HARD_SPACE}", kept.replace(_NARROW_SPACE, _HARD_SPACE))


def markup(text: str) -> str:
    """Return ``text`` for a reportlab paragraph, in which nothing of it can act as markup."""
    return escape(clean(text))


def is_right_to_left(text: str) -> bool:
    """Whether ``text`` holds letters that need joining and a direction of their own."""
    return bool(_ARABIC.search(text))


def check_coverage(document: Document) -> None:
    """Make sure that every character can be printed.

    Raises:
        DocumentError: our faces lack one; a PDF would silently leave it out.
    """
    for place, text in _texts(document):
        for char in dict.fromkeys(clean(text)):
            if not faces.is_covered(char) and not char.isspace() and char not in _JOINERS:
                raise DocumentError(
                    f"The character {char} (U+{ord(char):04X}) in {place} is in none of the fonts;"
                    " please write it another way."
                )


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    for text in _strings(msgspec.to_builtins(msgspec.structs.replace(document, blocks=()))):
        yield "the head of the document", text
    for number, block in enumerate(document.blocks, 1):
        for text in _strings(msgspec.to_builtins(block)):
            yield f"block {number} ({type(block).__name__.lower()})", text


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)
