"""The rail at the edge: the areas, and below them the menu and Lock now."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from desktop.theme.icons import icon
from desktop.theme.scheme import Choice, colours
from desktop.theme.tokens import HIT, RAIL, RAIL_SLIM, XXS, L, M, S
from desktop.widgets.buttons import Button
from desktop.widgets.labels import IconLabel, label

_ROW = 38


@dataclass(frozen=True, slots=True)
class Area:
    """A place of the shell: its key, its word, its icon and the page shown there."""

    key: str
    title: str
    icon: str
    page: QWidget


class Rail(QFrame):
    """A list of areas, so that readers announce "Cases, 1 of 3" and arrow keys move in it."""

    area_chosen = Signal(str)
    theme_chosen = Signal(str)
    lock_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, areas: list[Area], theme: Choice) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._areas = areas
        self._word = label("Habeas", "lead", "semibold")
        self.list = self._list()
        self._menu = self._theme_and_more(theme)
        self._menu_button = Button(self.tr("Menu"), "rail", "menu")
        self._menu_button.clicked.connect(self._open_menu)
        self._lock_button = Button(self.tr("Lock now"), "rail", "lock")
        self._lock_button.setToolTip(self.tr("Lock now (Ctrl+L)"))
        self._lock_button.clicked.connect(self.lock_wanted)
        self._lay_out()
        self.be_slim(slim=False)

    def choose(self, key: str) -> None:
        """Choose the area ``key``, as a click would."""
        self.list.setCurrentRow([area.key for area in self._areas].index(key))

    def be_slim(self, *, slim: bool) -> None:
        """Show icons only, or icons with words."""
        self.setFixedWidth(RAIL_SLIM if slim else RAIL)
        self._word.setVisible(not slim)
        for at, area in enumerate(self._areas):
            self.list.item(at).setText("" if slim else f" {area.title}")
        for button in (self._menu_button, self._lock_button):
            button.setText("" if slim else f"  {button.accessibleName()}")

    def dress(self) -> None:
        """Draw all icons in the colours in force."""
        for at, area in enumerate(self._areas):
            drawn = icon(area.icon, colours().muted, selected=colours().accent)
            self.list.item(at).setIcon(drawn)
        self._menu_button.dress()
        self._lock_button.dress()

    def _list(self) -> QListWidget:
        result = QListWidget()
        result.setObjectName("rail")
        result.setAccessibleName(self.tr("Areas"))
        result.setIconSize(QSize(18, 18))
        result.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for at, area in enumerate(self._areas):
            item = QListWidgetItem(icon(area.icon, colours().muted, selected=colours().accent), "")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, area.title)
            item.setToolTip(f"{area.title} (Ctrl+{at + 1})")
            item.setSizeHint(QSize(0, max(_ROW, QFontMetrics(self.font()).height() + L)))
            result.addItem(item)
        result.currentRowChanged.connect(self._tell)
        return result

    def _theme_and_more(self, theme: Choice) -> QMenu:
        menu = QMenu(self)
        choices: dict[Choice, str] = {
            "system": self.tr("Colours of the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
        }
        group = QActionGroup(menu)
        for key, word in choices.items():
            action = QAction(word, menu, checkable=True, checked=key == theme)
            action.setData(key)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(self._tell_theme)
        menu.addSeparator()
        lock = menu.addAction(self.tr("Lock now"), self.lock_wanted.emit)
        lock.setShortcut(QKeySequence("Ctrl+L"))
        leave = menu.addAction(self.tr("Quit"), self.quit_wanted.emit)
        leave.setShortcut(QKeySequence("Ctrl+Q"))
        return menu

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(M, L, M, M)
        column.setSpacing(XXS)
        column.addLayout(self._mark())
        column.addSpacing(M)
        column.addWidget(self.list, 1)
        for button in (self._menu_button, self._lock_button):
            button.setIconSize(QSize(18, 18))
            button.setMinimumHeight(HIT)
            column.addWidget(button)

    def _mark(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(S - 1, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(IconLabel("scale", "accent", 22))
        row.addWidget(self._word)
        row.addStretch()
        return row

    @Slot()
    def _open_menu(self) -> None:
        """Open above the button, which is at the foot; ``setMenu`` would shift its words."""
        corner = self._menu_button.mapToGlobal(self._menu_button.rect().topLeft())
        self._menu.popup(corner - QPoint(0, self._menu.sizeHint().height()))

    @Slot(int)
    def _tell(self, at: int) -> None:
        self.area_chosen.emit(self._areas[at].key)

    @Slot(QAction)
    def _tell_theme(self, action: QAction) -> None:
        self.theme_chosen.emit(action.data())
