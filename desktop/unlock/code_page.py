"""Show the recovery code once, and ask for a part of it before any case is typed."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from desktop.theme.tokens import XS, L, M, S
from desktop.unlock.code_check import agrees, groups, places_to_ask
from desktop.unlock.sheet import Sheet
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, primary
from desktop.widgets.labels import label

_COLUMNS = 4
_WIDTH = 560


class CodePage(Sheet):
    """The code in numbered groups; then two of them, asked back with the code out of sight."""

    proved = Signal()

    def __init__(self, code: str) -> None:
        super().__init__(
            self.tr("Your recovery code"),
            "",
            _WIDTH,
        )
        self._code, self._places = code, places_to_ask(code)
        self._grid = _grid(code)
        self._fields = [self._field(place) for place in self._places]
        self._asked = self._asking()
        self._banner = Banner()
        self._go = primary(self.tr("I have written it down"))
        self._back = Button(self.tr("Show the code again"), "link")
        for widget in (self._grid, self._asked, self._banner, self._go):
            self.body.addWidget(widget)
        self.add_links(self._back)
        self._go.clicked.connect(self._advance)
        self._back.clicked.connect(self._show_code)
        self._show_code()

    def take_focus(self) -> None:
        """Put the focus on the one button."""
        self._go.setFocus()

    def _field(self, place: int) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(self.tr("Group {number}").format(number=place))
        field.setMaxLength(8)
        field.returnPressed.connect(self._advance)
        return field

    def _asking(self) -> QWidget:
        result = QWidget()
        grid = QGridLayout(result)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(XS)
        for at, field in enumerate(self._fields):
            head = label(field.accessibleName(), "caption", "medium")
            head.setBuddy(field)
            grid.addWidget(head, 0, at)
            grid.addWidget(field, 1, at)
        return result

    @Slot()
    def _show_code(self) -> None:
        self.sentence.setText(
            self.tr(
                "It opens the vault when the passphrase is lost. Write it on paper and keep the "
                "paper away from this computer. It is shown only now."
            )
        )
        self._grid.show()
        self._asked.hide()
        self._back.hide()
        self._banner.clear()
        self._go.setText(self.tr("I have written it down"))
        self._go.setAccessibleName(self._go.text())

    def _ask(self) -> None:
        self.sentence.setText(
            self.tr("Type these two groups from your paper, so that you know it can be read.")
        )
        self._grid.hide()
        self._asked.setMinimumHeight(self._asked.sizeHint().height())
        self._asked.show()
        self._back.show()
        self._go.setText(self.tr("Go on"))
        self._go.setAccessibleName(self._go.text())
        for field in self._fields:
            field.clear()
        self._fields[0].setFocus()

    @Slot()
    def _advance(self) -> None:
        if not self._grid.isHidden():
            self._ask()
        elif all(
            agrees(self._code, place, field.text())
            for place, field in zip(self._places, self._fields, strict=True)
        ):
            self.proved.emit()
        else:
            self._banner.tell("danger", self.tr("That is not what the code says there."))


def _grid(code: str) -> QFrame:
    frame = QFrame()
    frame.setObjectName("banner")
    frame.setProperty("tone", "info")
    frame.setAccessibleName(" ".join(groups(code)))
    grid = QGridLayout(frame)
    grid.setContentsMargins(L, M, L, M)
    grid.setVerticalSpacing(S)
    for at, group in enumerate(groups(code)):
        cell = QHBoxLayout()
        cell.setSpacing(S)
        number = label(str(at + 1), "caption", ink="muted")
        number.setFixedWidth(L)
        cell.addWidget(number)
        cell.addWidget(label(group, "lead", "semibold"))
        cell.addStretch()
        grid.addLayout(cell, at // _COLUMNS, at % _COLUMNS)
    return frame
