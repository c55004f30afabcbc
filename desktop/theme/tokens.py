"""The only place where a colour, a size or a gap is written.

Contrast, computed in the tests: text 7 to 1, everything else that is read 4.5 to 1, edges of
controls 3 to 1 (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11).
"""

from dataclasses import dataclass, fields
from typing import Final, Literal

Tone = Literal["danger", "warn", "ok", "neutral", "info"]
"""A meaning that has a colour; never shown without a word beside it."""

Type = Literal["caption", "body", "lead", "title", "display"]
Weight = Literal["regular", "medium", "semibold"]

XXS, XS, S, M, L, XL, XXL = 2, 4, 8, 12, 16, 24, 32
"""Gaps in pixels; nothing stands at any other distance."""

HIT: Final = 34
"""Least height of anything that can be clicked."""

ROW: Final = 66
"""Height of a row in the list of cases."""

FOCUS: Final = 2
"""Width of the focus ring."""

RADIUS_CONTROL, RADIUS_ROW, RADIUS_CARD = 6, 8, 10

RAIL, RAIL_SLIM, RAIL_FULL_FROM = 196, 60, 1180
"""Width of the rail with words, with icons only, and the window width from which words fit."""

FIRST_SIZE = (1280, 720)
"""How large a window opens for the first time, in pixels."""

SIZES: Final[dict[Type, float]] = {
    "caption": 0.86,
    "body": 1.0,
    "lead": 1.12,
    "title": 1.35,
    "display": 1.8,
}
"""Multiples of the user's own base font, never fixed pixels."""

WEIGHTS: Final[dict[Weight, int]] = {"regular": 400, "medium": 500, "semibold": 600}


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """One scheme of colours as ``#RRGGBB``; a ``…_soft`` is the ground its tone is read on."""

    bg: str
    surface: str
    sunken: str
    hover: str
    border: str
    border_strong: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    selection: str
    danger: str
    danger_soft: str
    warn: str
    warn_soft: str
    ok: str
    ok_soft: str
    neutral: str
    neutral_soft: str
    info: str
    info_soft: str

    def named(self) -> dict[str, str]:
        """Return every colour by its name."""
        return {spec.name: getattr(self, spec.name) for spec in fields(self)}


LIGHT: Final = Colours(
    bg="#F4F6F8",
    surface="#FFFFFF",
    sunken="#EDF0F4",
    hover="#F0F3F7",
    border="#DCE1E8",
    border_strong="#8A94A3",
    text="#1A222D",
    muted="#566172",
    accent="#24589F",
    accent_hover="#1C4883",
    on_accent="#FFFFFF",
    selection="#E4EDF9",
    danger="#A8231B",
    danger_soft="#FBE7E5",
    warn="#7A4A00",
    warn_soft="#FCEFD8",
    ok="#1B6340",
    ok_soft="#E1F3E8",
    neutral="#465162",
    neutral_soft="#E8ECF1",
    info="#24589F",
    info_soft="#E4EDF9",
)

DARK: Final = Colours(
    bg="#13171C",
    surface="#1B2026",
    sunken="#15191F",
    hover="#232A32",
    border="#2E3640",
    border_strong="#76828F",
    text="#E7EBF1",
    muted="#9EABBB",
    accent="#86B4FA",
    accent_hover="#A3C6FB",
    on_accent="#0C1726",
    selection="#21344F",
    danger="#FF9389",
    danger_soft="#452422",
    warn="#F2C078",
    warn_soft="#3D3019",
    ok="#82D8AA",
    ok_soft="#1B3729",
    neutral="#B7C1CD",
    neutral_soft="#2B333D",
    info="#86B4FA",
    info_soft="#21344F",
)
