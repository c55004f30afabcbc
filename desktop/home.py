"""Where Habeas keeps its vaults and its window settings on this machine; neither holds a name."""

import os
from pathlib import Path
from typing import cast, get_args

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from desktop.theme.scheme import Choice

HOME_VARIABLE = "HABEAS_HOME"
VAULT_VARIABLE = "HABEAS_VAULT"
"""The vault to offer first; lock hands it to the fresh process by this."""

SUFFIX = ".habeas"

IDLE_MINUTES = 3
IDLE_CHOICES = range(1, 16)
"""What the user may choose from: nobody needs to be away from an open vault for longer."""


def home() -> Path:
    """Return the folder for vaults and window settings; ``HABEAS_HOME`` names another one."""
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return Path(chosen)
    location = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(location)) / "habeas"


def vaults() -> list[Path]:
    """Return the vaults to offer, the one used last first."""
    found = sorted(home().glob(f"*{SUFFIX}")) if home().is_dir() else []
    last = os.environ.get(VAULT_VARIABLE)
    if not last:
        return found
    return [Path(last), *(folder for folder in found if folder != Path(last))]


class Preferences:
    """Window size, theme and idle time; nothing else is written down outside the vault."""

    def __init__(self) -> None:
        path = home() / "window.ini"
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def theme(self) -> Choice:
        """What the user asked for: follow the system, light or dark."""
        kept = str(self._settings.value("theme", "system"))
        return cast("Choice", kept) if kept in get_args(Choice) else "system"

    def keep_theme(self, choice: Choice) -> None:
        """Remember the theme."""
        self._settings.setValue("theme", choice)

    @property
    def idle_minutes(self) -> int:
        """After how many minutes without a touch the program locks."""
        kept = str(self._settings.value("idle_minutes", ""))
        wanted = int(kept) if kept.isdecimal() and kept.isascii() else IDLE_MINUTES
        return wanted if wanted in IDLE_CHOICES else IDLE_MINUTES

    def keep_idle_minutes(self, minutes: int) -> None:
        """Remember after how many minutes to lock."""
        self._settings.setValue("idle_minutes", minutes)

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood, empty at the first start."""
        kept = self._settings.value("geometry")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def keep_geometry(self, geometry: QByteArray) -> None:
        """Remember where the window stands."""
        self._settings.setValue("geometry", geometry)
