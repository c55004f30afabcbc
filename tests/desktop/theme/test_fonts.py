import pytest
from PySide6.QtGui import QFontDatabase, QRawFont
from PySide6.QtWidgets import QApplication

import resources
from desktop.theme.fonts import FILES, font

# The letters beyond the usual ones of each language we meet names in.
LETTERS = {
    "Inter-Regular.ttf": "éèçñ ёъэ ўі ңүөҗ әғқұһ “”–…§¶·→",
    "Inter-SemiBold.ttf": "éèçñ ёъэ ўі ңүөҗ әғқұһ “”–…§¶·→",
    "NotoSansArabic-Regular.ttf": "قضية السجناء ی ک پ گ",
}


@pytest.mark.parametrize(("name", "letters"), LETTERS.items())
def test_faces_have_the_letters_of_our_languages(app: QApplication, name: str, letters: str):
    face = QRawFont(str(resources.path(f"fonts/{name}")), 12)
    missing = [
        letter for letter in letters if letter != " " and not face.supportsCharacter(ord(letter))
    ]
    assert missing == []


def test_a_missing_letter_is_noticed(app: QApplication):
    face = QRawFont(str(resources.path("fonts/Inter-Regular.ttf")), 12)
    assert not face.supportsCharacter(ord("ق"))


def test_the_bundled_faces_are_the_applications(app: QApplication):
    assert app.font().families()[:2] == ["Inter", "Noto Sans Arabic"]
    assert {"Inter", "Noto Sans Arabic"} <= set(QFontDatabase.families())


@pytest.mark.parametrize("name", FILES)
def test_every_face_is_shipped_as_truetype(name: str):
    assert resources.path(f"fonts/{name}").read_bytes()[:4] == b"\x00\x01\x00\x00"


def test_sizes_follow_the_users_base_font(app: QApplication):
    base = app.font().pointSizeF()
    assert font("title").pointSizeF() == pytest.approx(base * 1.35)
    assert font("body", "semibold").weight() == 600
