"""Buttons: one primary on a screen, plain ones beside it, links below."""

from typing import Literal

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop.theme.icons import icon
from desktop.theme.scheme import colours
from desktop.theme.tokens import HIT

Role = Literal["primary", "plain", "link", "rail", "close"]
_INKS: dict[Role, str] = {
    "primary": "on_accent",
    "plain": "text",
    "link": "accent",
    "rail": "muted",
    "close": "muted",
}


class Button(QPushButton):
    """A push button with an icon that follows the scheme."""

    def __init__(
        self, text: str, role: Role = "plain", icon_name: str = "", *, shown: str | None = None
    ) -> None:
        """Show ``text``; an icon-only button passes ``shown=""`` and keeps ``text`` as its name."""
        words = text if shown is None else shown
        super().__init__(f" {words}" if icon_name and words else words)
        self._icon_name, self._ink = icon_name, _INKS[role]
        self.setObjectName(role)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setIconSize(QSize(16, 16))
        if role != "close":
            self.setMinimumHeight(HIT)
        self.setAutoDefault(False)
        self.dress()

    def dress(self) -> None:
        """Draw the icon in the colours in force."""
        if self._icon_name:
            now = colours()
            ink = getattr(now, self._ink)
            self.setIcon(icon(self._icon_name, ink, disabled=now.muted, size=16))


def primary(text: str, icon_name: str = "") -> Button:
    """Return the one button of a screen that does its work."""
    return Button(text, "primary", icon_name)
