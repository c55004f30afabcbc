import dataclasses

import pytest

from desktop.theme.contrast import contrast
from desktop.theme.tokens import DARK, LIGHT, SIZES, Colours

TEXT = [("text", ground) for ground in ("surface", "bg", "selection", "hover", "warn_soft")]
READ = [
    *(("muted", ground) for ground in ("surface", "bg", "selection", "sunken", "neutral_soft")),
    *((tone, f"{tone}_soft") for tone in ("danger", "warn", "ok", "neutral", "info")),
    *((tone, "surface") for tone in ("danger", "warn", "ok", "info", "accent")),
    ("accent", "selection"),
    ("accent", "bg"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
]
EDGES = [("border_strong", "surface"), ("accent", "bg"), ("accent", "sunken")]
PAIRS = [*((p, 7.0) for p in TEXT), *((p, 4.5) for p in READ), *((p, 3.0) for p in EDGES)]


def too_weak(scheme: Colours) -> list[tuple[str, str]]:
    named = scheme.named()
    return [(a, b) for (a, b), least in PAIRS if contrast(named[a], named[b]) < least]


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_pair_that_is_read_has_enough_contrast(scheme: Colours):
    assert too_weak(scheme) == []


def test_a_weak_pair_is_noticed():
    washed_out = dataclasses.replace(LIGHT, muted="#A0A8B2")
    assert ("muted", "surface") in too_weak(washed_out)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_colours_are_written_in_full(scheme: Colours):
    assert all(len(value) == 7 and value.startswith("#") for value in scheme.named().values())


def test_sizes_are_multiples_of_the_users_own():
    assert SIZES["body"] == 1
    assert SIZES["caption"] < 1 < SIZES["lead"] < SIZES["title"] < SIZES["display"]
