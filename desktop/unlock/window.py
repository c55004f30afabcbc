"""The first window: it stands before anything heavy is imported."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.home import vaults
from desktop.jobs.jobs import Jobs, Work
from desktop.unlock.doors import Doors
from desktop.unlock.open_page import OpenPage
from desktop.unlock.sheet import Sheet
from desktop.widgets.files import FileChooser
from models.errors import HabeasError

if TYPE_CHECKING:
    from desktop.unlock.create_page import CreatePage
    from models.casebook import Casebook


class UnlockWindow(QWidget):
    """Unlock or create; ``opened`` hands over the open casebook."""

    opened = Signal(object)

    def __init__(self, jobs: Jobs, doors: Doors, files: FileChooser) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setWindowTitle("Habeas")
        self._jobs, self._doors = jobs, doors
        self._made: Casebook | None = None
        self._files = files
        self.open_page = OpenPage(files)
        self.create_page: CreatePage | None = None
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.open_page)
        self.open_page.passphrase_given.connect(self._open)
        self.open_page.code_given.connect(self._recover)
        self.open_page.create_wanted.connect(self._want_new)
        found = vaults()
        self.open_page.offer(found)
        if not found:
            self._want_new()

    def _turn_to(self, page: Sheet) -> None:
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.take_focus()

    @Slot()
    def _want_new(self) -> None:
        if self.create_page is None:
            # Only who makes a vault pays for this page: it is most of what a start can save.
            from desktop.unlock.create_page import CreatePage  # noqa: PLC0415

            self.create_page = CreatePage(self._files, self._doors, self._jobs)
            self.create_page.open_wanted.connect(self._want_old)
            self.create_page.vault_wanted.connect(self._create)
        self._turn_to(self.create_page)

    @Slot()
    def _want_old(self) -> None:
        self._turn_to(self.open_page)

    @Slot(Path, str)
    def _open(self, folder: Path, passphrase: str) -> None:
        self._run(lambda _job: self._doors.open(folder, passphrase), self.opened.emit)

    @Slot(Path, str)
    def _recover(self, folder: Path, code: str) -> None:
        self._run(lambda _job: self._doors.recover(folder, code), self.opened.emit)

    @Slot(Path, str, bool)
    def _create(self, folder: Path, passphrase: str, demo: bool) -> None:  # noqa: FBT001  a Qt slot
        self._run(lambda _job: self._doors.create(folder, passphrase, demo=demo), self._show_code)

    def _run(self, work: Work, then: Callable[..., None]) -> None:
        self._page().work(begun=True)
        job = self._jobs.write(work, parent=self)
        job.failed.connect(self._tell)
        job.ended.connect(self._end)
        job.finished.connect(then)

    def _page(self) -> "OpenPage | CreatePage":
        """Return the page that asked; none other can be on show while work runs."""
        if self.create_page is not None and self._stack.currentWidget() is self.create_page:
            return self.create_page
        return self.open_page

    @Slot()
    def _end(self) -> None:
        for page in (self.open_page, self.create_page):
            if page is not None and not page.running.isHidden():
                page.work(begun=False)

    @Slot(HabeasError)
    def _tell(self, error: HabeasError) -> None:
        self._page().banner.tell("danger", str(error))

    @Slot(object)
    def _show_code(self, made: "tuple[Casebook, str]") -> None:
        from desktop.unlock.code_page import CodePage  # noqa: PLC0415  as for the page before

        self._made, code = made
        page = CodePage(code)
        page.proved.connect(self._hand_over)
        self._turn_to(page)

    @Slot()
    def _hand_over(self) -> None:
        self.opened.emit(self._made)
