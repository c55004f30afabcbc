"""The colours in force, and putting a scheme on the whole application."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop.theme.icons import forget_icons
from desktop.theme.sheet import style_sheet
from desktop.theme.tokens import DARK, LIGHT, Colours

Choice = Literal["system", "light", "dark"]
"""What the user asked for; ``system`` follows the desktop."""

_ROLES = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "border",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border_strong",
}

_TEXT_ROLES = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


class _InForce:
    """The one scheme all windows share, as they share the QApplication's palette."""

    colours: Colours = LIGHT


def colours() -> Colours:
    """Return the colours in force; painters ask at every paint, so a switch needs no signal."""
    return _InForce.colours


def colour(name: str) -> QColor:
    """Return the colour ``name`` of the scheme in force."""
    return QColor(getattr(_InForce.colours, name))


def is_dark(choice: Choice, app: QApplication) -> bool:
    """Tell whether ``choice`` means the dark scheme on this desktop right now."""
    if choice == "system":
        return app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return choice == "dark"


def put_on(app: QApplication, *, dark: bool) -> None:
    """Put the light or the dark scheme on every window of ``app``."""
    _InForce.colours = DARK if dark else LIGHT
    forget_icons()
    if app.style().name() != "fusion":  # making a second one costs a twentieth of the start
        app.setStyle("Fusion")
    app.setPalette(palette(_InForce.colours))
    app.setStyleSheet(style_sheet(_InForce.colours))


def palette(scheme: Colours) -> QPalette:
    """Return the Qt palette of ``scheme``, for what the style sheet does not reach."""
    result = QPalette()
    for role, name in _ROLES.items():
        result.setColor(role, QColor(getattr(scheme, name)))
    for role in _TEXT_ROLES:
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(scheme.border_strong))
    return result
