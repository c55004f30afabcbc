"""The main window: rail, area, status line."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.navigation import Navigation
from desktop.shell.rail import Area, Rail
from desktop.shell.status_line import StatusLine
from desktop.theme.scheme import Choice
from desktop.theme.tokens import RAIL_FULL_FROM
from desktop.widgets.banner import Banner, Ribbon
from desktop.widgets.buttons import Button


@runtime_checkable
class Dressed(Protocol):
    """A page with icons of its own that follow the scheme."""

    def dress(self) -> None:
        """Draw them in the colours in force."""


class ShellWindow(QWidget):
    """Shows one area at a time."""

    theme_chosen = Signal(str)
    closing = Signal()

    def __init__(
        self, areas: list[Area], navigation: Navigation, *, theme: Choice, demo: bool
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setWindowTitle("Habeas")
        self._areas = {area.key: area for area in areas}
        self._navigation = navigation
        self.rail, self.status = Rail(areas, theme), StatusLine()
        self.banner = Banner()
        self._stack = QStackedWidget()
        self._lay_out(demo=demo)
        self._connect()
        self._bind_keys()
        self.rail.choose(areas[0].key)

    @property
    def shown(self) -> str:
        """The key of the area on show."""
        page = self._stack.currentWidget()
        return next(key for key, area in self._areas.items() if area.page is page)

    def dress(self) -> None:
        """Draw all icons again: the scheme has changed."""
        self.rail.dress()
        for button in self.findChildren(Button):
            button.dress()
        for page in (area.page for area in self._areas.values()):
            if isinstance(page, Dressed):
                page.dress()

    @Slot(str)
    def show_area(self, key: str) -> None:
        """Show the area ``key``."""
        self.rail.choose(key)
        self._stack.setCurrentWidget(self._areas[key].page)

    def tell(self, head: str, *more: str) -> None:
        """Show what is wrong with the vault, above every area."""
        self.banner.tell("warn", head, " ".join(more))

    def _lay_out(self, *, demo: bool) -> None:
        for area in self._areas.values():
            self._stack.addWidget(area.page)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if demo:
            column.addWidget(Ribbon(self.tr("Demo: real people, not asked – SPECIMEN only")))
        column.addWidget(self.banner)
        column.addLayout(row, 1)
        column.addWidget(self.status)

    def _connect(self) -> None:
        self.rail.area_chosen.connect(self.show_area)
        self.rail.theme_chosen.connect(self.theme_chosen)
        self.rail.lock_wanted.connect(self._navigation.lock_wanted)
        self.rail.quit_wanted.connect(self.close)
        self._navigation.area_wanted.connect(self.show_area)

    def _bind_keys(self) -> None:
        QShortcut(QKeySequence("Ctrl+Q"), self, self.close)
        for at, key in enumerate(self._areas):
            QShortcut(QKeySequence(f"Ctrl+{at + 1}"), self, _Step(self, key))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words of the rail away where the window is narrow."""
        super().resizeEvent(event)
        self.rail.be_slim(slim=self.width() < RAIL_FULL_FROM)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell before the window goes."""
        self.closing.emit()
        super().closeEvent(event)


class _Step:
    """A shortcut's deed: show one area."""

    def __init__(self, window: ShellWindow, key: str) -> None:
        self._window, self._key = window, key

    def __call__(self) -> None:
        self._window.show_area(self._key)
