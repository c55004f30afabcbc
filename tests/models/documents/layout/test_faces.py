"""Faces are ours alone, and glyphs can be read back as text."""

import pytest
from reportlab import rl_config

from models.documents.layout import faces


def test_doors_of_the_library_are_closed():
    faces.register()
    assert rl_config.trustedSchemes == []
    assert rl_config.trustedHosts == []
    assert rl_config.invariant == 1


@pytest.mark.parametrize("char", "AЖқў№–“é")
def test_text_faces_cover_our_languages(char: str):
    assert faces.is_covered(char)


@pytest.mark.parametrize("char", "☃漢→")
def test_other_characters_are_known_to_be_missing(char: str):
    assert not faces.is_covered(char)


def test_a_glyph_made_by_shaping_gets_one_private_code():
    faces.register()
    face = faces.face(faces.NASKH)
    first = face.code(5, "لا", 500)
    assert first >= 0xF0000
    assert face.code(5, "لا", 500) == first
    assert face.code(5, "xy", 500) != first


def test_a_plain_glyph_keeps_its_character():
    faces.register()
    face = faces.face(faces.SERIF)
    glyph = face.face.charToGlyph[ord("A")]
    assert face.code(glyph, "A", 0) == ord("A")


def test_bold_latin_goes_with_bold_arabic():
    assert faces.arabic_of(faces.SANS_BOLD) == faces.NASKH_BOLD
    assert faces.arabic_of(faces.SERIF) == faces.NASKH
