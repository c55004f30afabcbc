"""Inter for Latin and Cyrillic, Noto Sans Arabic for Arabic; both travel with the program."""

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

import resources
from desktop.theme.tokens import SIZES, WEIGHTS, Type, Weight

FILES = (
    "Inter-Regular.ttf",
    "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansArabic-SemiBold.ttf",
)

_LEAST_POINTS = 10.0


def load_fonts(app: QApplication) -> None:
    """Make the bundled faces the application's own, at the user's size and not below 10 points."""
    for name in FILES:
        QFontDatabase.addApplicationFont(str(resources.path(f"fonts/{name}")))
    base = QFont(app.font())
    base.setFamilies(["Inter", "Noto Sans Arabic"])
    base.setPointSizeF(max(base.pointSizeF(), _LEAST_POINTS))
    app.setFont(base)


def font(kind: Type = "body", weight: Weight = "regular") -> QFont:
    """Return the face for ``kind`` of text, sized from the user's base font."""
    result = QFont(QApplication.font())
    result.setPointSizeF(QApplication.font().pointSizeF() * SIZES[kind])
    result.setWeight(QFont.Weight(WEIGHTS[weight]))
    return result
