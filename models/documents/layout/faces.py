"""The faces documents are set in, and which of them has a given character."""

from collections.abc import Iterable
from functools import cache
from typing import Any

import uharfbuzz
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

import resources

SERIF, SERIF_BOLD, SERIF_ITALIC, SERIF_BOLD_ITALIC = "Serif", "Serif-B", "Serif-I", "Serif-BI"
SANS, SANS_BOLD = "Sans", "Sans-B"
NASKH, NASKH_BOLD = "Naskh", "Naskh-B"
MONO = "Mono"

_FILES = {
    SERIF: "NotoSerif-Regular",
    SERIF_BOLD: "NotoSerif-Bold",
    SERIF_ITALIC: "NotoSerif-Italic",
    SERIF_BOLD_ITALIC: "NotoSerif-BoldItalic",
    SANS: "NotoSans-Regular",
    SANS_BOLD: "NotoSans-Bold",
    NASKH: "NotoNaskhArabic-Regular",
    NASKH_BOLD: "NotoNaskhArabic-Bold",
    MONO: "DejaVuSansMono",
}
_ARABIC_OF = {SERIF_BOLD: NASKH_BOLD, SANS_BOLD: NASKH_BOLD, SERIF_BOLD_ITALIC: NASKH_BOLD}
_ENTRIES_PER_BLOCK = 100  # a ToUnicode CMap may hold 100 entries in a block, Adobe note 5014


class Face(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A registered face that also sets shaped glyphs and tells readers which text they stand for.

    reportlab addresses glyphs by character. A glyph that shaping made (an Arabic joining form, a
    ligature) gets a private code above U+F0000, and the ToUnicode table of the file maps that code
    back to the source text, so that searching and copying give what was written.
    """

    def __init__(self, name: str, file: str) -> None:
        super().__init__(name, file, shapable=False)
        self._private: dict[tuple[int, str], int] = {}
        self._source_text: dict[int, str] = {}

    def has(self, char: str) -> bool:
        """Whether the face has a glyph for ``char``."""
        return ord(char) in self.face.charToGlyph

    def code(self, glyph: int, text: str, advance: float) -> int:
        """Return the character that stands for ``glyph`` where the source says ``text``."""
        if len(text) == 1 and self.face.charToGlyph.get(ord(text)) == glyph:
            return ord(text)
        known = self._private.get((glyph, text))
        return known if known is not None else self._mint(glyph, text, advance)

    def _mint(self, glyph: int, text: str, advance: float) -> int:
        code = 0xF0000 + len(self._private)
        self._private[glyph, text] = code
        self._source_text[code] = text
        self.face.charToGlyph[code] = glyph
        self.face.charWidths[code] = advance
        return code

    @property
    def shaper(self) -> uharfbuzz.Font:
        """The face as HarfBuzz sees it."""
        return _shaper(self.fontName)

    def addObjects(self, doc: Any) -> None:  # noqa: N802  reportlab's name
        """Write the face into ``doc``, with our own tables from glyphs back to text."""
        subsets = self.state[doc].subsets
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            parts = (SUBSETN(number), b"+", self.face.name, self.face.subfontNameX)
            name = b"".join(parts).decode("pdfdoc")
            doc.idToObject["toUnicodeCMap:" + name].content = self._to_unicode(subset)

    def _to_unicode(self, subset: Iterable[int]) -> str:
        """Return the ToUnicode CMap of one subset (PDF 32000-1, 9.10.3)."""
        texts = [
            (place, self._source_text.get(code, chr(code))) for place, code in enumerate(subset)
        ]
        entries = [
            f"<{place:02X}> <{text.encode('utf-16-be').hex().upper()}>"
            for place, text in texts
            if text and text != "\0"
        ]
        blocks = []
        for start in range(0, len(entries), _ENTRIES_PER_BLOCK):
            block = entries[start : start + _ENTRIES_PER_BLOCK]
            blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        return "\n".join([_CMAP_HEAD, *blocks, _CMAP_FOOT])


_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange"""
_CMAP_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


@cache
def register() -> None:
    """Load the faces and close the doors of reportlab that markup could open; once a process."""
    rl_config.trustedSchemes = []  # an <img> in a paragraph would otherwise open local files
    rl_config.trustedHosts = []
    rl_config.useA85 = 0
    rl_config.invariant = 1
    for name, file in _FILES.items():
        pdfmetrics.registerFont(Face(name, str(resources.path(f"fonts/{file}.ttf"))))
    pdfmetrics.registerFontFamily(
        SERIF, normal=SERIF, bold=SERIF_BOLD, italic=SERIF_ITALIC, boldItalic=SERIF_BOLD_ITALIC
    )
    pdfmetrics.registerFontFamily(
        SANS, normal=SANS, bold=SANS_BOLD, italic=SANS, boldItalic=SANS_BOLD
    )


@cache
def _shaper(name: str) -> uharfbuzz.Font:
    return uharfbuzz.Font(face(name).hbFace)


def face(name: str) -> Face:
    """Return a registered face."""
    found: Face = pdfmetrics.getFont(name)
    return found


def arabic_of(name: str) -> str:
    """Return the Arabic face that goes with a Latin one."""
    return _ARABIC_OF.get(name, NASKH)


@cache
def is_covered(char: str) -> bool:
    """Whether every text face, or the Arabic face, has ``char``."""
    register()
    return face(NASKH).has(char) or all(
        face(name).has(char) for name in (SERIF, SERIF_BOLD, SERIF_ITALIC, SANS, SANS_BOLD)
    )
