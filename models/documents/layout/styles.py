"""Measures, colours and paragraph styles of the page design (A4, points unless said otherwise)."""

from functools import cache
from typing import Any, Final

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from models.documents.layout.faces import MONO, SANS, SANS_BOLD, SERIF, SERIF_ITALIC

WIDTH, HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 28 * mm, 25 * mm, 27 * mm, 25 * mm
LETTER_TOP, LETTER_BOTTOM = 20 * mm, 20 * mm
TEXT_WIDTH = WIDTH - LEFT - RIGHT
NAVY, GREY, RULE, TINT = (HexColor(c) for c in ("#1B365D", "#5B6670", "#C9CED6", "#F3F5F8"))
RED, AMBER, GREEN = (HexColor(c) for c in ("#A4262C", "#8A5A00", "#2F6B3A"))
STAMP = HexColor("#F7E7E8")
HAIRLINE = 0.5
HANGING = 11 * mm

_HYPHENATED = {"en": "en_GB", "fr": "fr", "es": "es", "ru": "ru_RU", "be": "be_BY", "uk": "uk_UA"}
"""Languages with hyphenation patterns; the others are set flush left."""

_LATIN: Final[dict[str, dict[str, Any]]] = {
    "kicker": {"fontName": SANS, "fontSize": 7.6, "leading": 11.5, "textColor": GREY},
    "title": {"fontName": SANS_BOLD, "fontSize": 23, "leading": 29, "textColor": NAVY},
    "addressee": {"fontName": SANS, "fontSize": 12.5, "leading": 18, "textColor": GREY},
    "part": {
        "fontName": SANS_BOLD,
        "fontSize": 14,
        "leading": 19,
        "textColor": NAVY,
        "spaceBefore": 18,
        "spaceAfter": 7,
    },
    "section": {
        "fontName": SANS_BOLD,
        "fontSize": 10.8,
        "leading": 15,
        "textColor": NAVY,
        "spaceBefore": 11,
        "spaceAfter": 4.5,
    },
    "body": {"fontName": SERIF, "fontSize": 10.4, "leading": 15.2, "spaceAfter": 6.5},
    "letter": {
        "fontName": SERIF,
        "fontSize": 10.6,
        "leading": 14.8,
        "spaceBefore": 7,
        "spaceAfter": 7,
    },
    "demand": {"fontName": SERIF, "fontSize": 10.6, "leading": 14.8, "spaceAfter": 3},
    "sender": {"fontName": SANS_BOLD, "fontSize": 9.4, "leading": 13.5, "textColor": NAVY},
    "line": {"fontName": SERIF, "fontSize": 10.6, "leading": 14.8},
    "subject": {"fontName": SANS_BOLD, "fontSize": 10.2, "leading": 15, "textColor": NAVY},
    "fact": {"fontName": SERIF, "fontSize": 10, "leading": 14},
    "quote": {
        "fontName": SERIF_ITALIC,
        "fontSize": 9.8,
        "leading": 14.2,
        "leftIndent": 18 * mm,
        "rightIndent": 8 * mm,
        "spaceAfter": 7,
    },
    "cell": {"fontName": SERIF, "fontSize": 9.2, "leading": 12.8},
    "head": {"fontName": SANS_BOLD, "fontSize": 8.2, "leading": 12.8, "textColor": NAVY},
    "label": {"fontName": SANS, "fontSize": 7.6, "leading": 12.8, "textColor": GREY},
    "note": {"fontName": SERIF, "fontSize": 8.4, "leading": 11.2},
    "mono": {"fontName": MONO, "fontSize": 7, "leading": 10},
    "contents0": {"fontName": SANS_BOLD, "fontSize": 10, "leading": 19, "textColor": NAVY},
    "contents1": {"fontName": SERIF, "fontSize": 9.6, "leading": 14.5, "leftIndent": 8 * mm},
}
_ARABIC: Final[dict[str, dict[str, Any]]] = {
    "letter": {"fontSize": 12.4, "leading": 19.5},
    "demand": {"fontSize": 12.4, "leading": 19},
    "sender": {"fontSize": 12, "leading": 19},
    "line": {"fontSize": 12.4, "leading": 18.5},
    "subject": {"fontSize": 12.5, "leading": 21},
    "label": {"fontSize": 10, "leading": 18},
    "fact": {"fontSize": 12, "leading": 18},
}
"""What Arabic takes differently: its letters are smaller than Latin ones of the same size."""

_JUSTIFIED = frozenset({"body", "letter", "demand"})


@cache
def style(name: str, language: str, *, hanging: bool = False) -> ParagraphStyle:
    """Return a paragraph style in a language; ``hanging`` leaves room for a number or a letter."""
    primary = language.split("-", maxsplit=1)[0]
    hyphenation = _HYPHENATED.get(primary)
    justified = name in _JUSTIFIED and hyphenation
    values = {**_LATIN[name], **(_ARABIC.get(name, {}) if primary == "ar" else {})}
    return ParagraphStyle(
        name,
        allowWidows=0,
        allowOrphans=0,
        alignment=TA_JUSTIFY if justified else TA_LEFT,
        hyphenationLang=hyphenation if justified else "",
        hyphenationMinWordLength=7,
        splitLongWords=1,
        bulletFontName=values["fontName"],
        bulletFontSize=values["fontSize"],
        **{**values, **({"leftIndent": HANGING} if hanging else {})},
    )
