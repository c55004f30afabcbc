"""The first window: it stands before anything heavy is imported."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.home import vaults
from desktop.jobs.jobs import Jobs, Work
from desktop.unlock.code_page import CodePage
from desktop.unlock.create_page import CreatePage
from desktop.unlock.doors import Doors
from desktop.unlock.open_page import OpenPage
from desktop.widgets.files import FileChooser
from models.errors import HabeasError

if TYPE_CHECKING:
    from models.casebook import Casebook

Page = OpenPage | CreatePage


class UnlockWindow(QWidget):
    """Unlock or create; ``opened`` hands over the open casebook."""

    opened = Signal(object)

    def __init__(self, jobs: Jobs, doors: Doors, files: FileChooser) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setWindowTitle("Habeas")
        self._jobs, self._doors = jobs, doors
        self._made: Casebook | None = None
        self.open_page, self.create_page = OpenPage(files), CreatePage(files)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.open_page)
        self._stack.addWidget(self.create_page)
        self._connect()
        found = vaults()
        self.open_page.offer(found)
        self._turn_to(self.open_page if found else self.create_page)

    def _connect(self) -> None:
        self.open_page.passphrase_given.connect(self._open)
        self.open_page.code_given.connect(self._recover)
        self.open_page.create_wanted.connect(self._want_new)
        self.create_page.open_wanted.connect(self._want_old)
        self.create_page.vault_wanted.connect(self._create)

    def _turn_to(self, page: Page | CodePage) -> None:
        self._stack.setCurrentWidget(page)
        page.take_focus()

    @Slot()
    def _want_new(self) -> None:
        self._turn_to(self.create_page)

    @Slot()
    def _want_old(self) -> None:
        self._turn_to(self.open_page)

    @Slot(Path, str)
    def _open(self, folder: Path, passphrase: str) -> None:
        self._run(self.open_page, lambda _job: self._doors.open(folder, passphrase))

    @Slot(Path, str)
    def _recover(self, folder: Path, code: str) -> None:
        self._run(self.open_page, lambda _job: self._doors.recover(folder, code))

    @Slot(Path, str, bool)
    def _create(self, folder: Path, passphrase: str, demo: bool) -> None:  # noqa: FBT001  a Qt slot
        self._run(self.create_page, lambda _job: self._doors.create(folder, passphrase, demo=demo))

    def _run(self, page: Page, work: Work) -> None:
        page.work(begun=True)
        job = self._jobs.write(work, parent=self)
        job.finished.connect(self.opened if page is self.open_page else self._show_code)
        job.failed.connect(self._tell)
        job.ended.connect(self._end)

    @Slot()
    def _end(self) -> None:
        for page in (self.open_page, self.create_page):
            if not page.running.isHidden():
                page.work(begun=False)

    @Slot(HabeasError)
    def _tell(self, error: HabeasError) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, OpenPage | CreatePage):
            page.banner.tell("danger", str(error))

    @Slot(object)
    def _show_code(self, made: "tuple[Casebook, str]") -> None:
        self._made, code = made
        page = CodePage(code)
        page.proved.connect(self._hand_over)
        self._stack.addWidget(page)
        self._turn_to(page)

    @Slot()
    def _hand_over(self) -> None:
        self.opened.emit(self._made)
