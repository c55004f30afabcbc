"""The area "Settings": security on one side, backups on the other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.settings.backups import BackupCard
from desktop.settings.security import SecurityCard
from desktop.theme.tokens import XL, L
from desktop.widgets.labels import label


class SettingsPage(QWidget):
    """Two cards that scroll together where the window is low."""

    def __init__(self, security: SecurityCard, backups: BackupCard) -> None:
        super().__init__()
        self.setObjectName("page")
        self.security, self.backups = security, backups
        cards = QWidget()
        cards.setObjectName("page")
        row = QHBoxLayout(cards)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(L)
        row.addWidget(security, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(backups, 1, Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(cards)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(L)
        column.addWidget(label(self.tr("Settings"), "title", "semibold"))
        column.addWidget(area, 1)

    @property
    def ready(self) -> bool:
        """Whether nothing that was asked for is still on its way."""
        return self.security.ready and self.backups.ready
