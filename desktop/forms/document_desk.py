"""Where documents are made: the questions on one side, the first page on the other.

Reading the record runs on the vault's thread; setting the pages runs beside it in a closed-off
child process and can be cancelled. The file appears whole or not at all.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.forms.preview import SHARP, WIDTH, Preview
from desktop.jobs.jobs import Job, Jobs
from desktop.theme.tokens import XL, XS, L, M
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import primary
from desktop.widgets.files import FileChooser
from desktop.widgets.labels import label, paragraph
from desktop.widgets.running import Running
from models.desk import PagePicture, page_picture
from models.errors import HabeasError

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


Field = tuple[str, QWidget]
"""A question: its name, and the widget that takes the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How one document is made.

    ``read`` gathers what it is built from, ``write`` sets it into a file, ``remark`` says of what
    was read whatever the worker should know before sending it.
    """

    file_name: str
    read: Callable[[], Any]
    write: Callable[[Any, Path, Progress, Cancelled], None]
    remark: Callable[[Any], str]


class DocumentDesk(QWidget):
    """A column for the questions of one kind of document, its one button, and the result."""

    wanted = Signal()
    """The button was pressed: answer with :meth:`make`."""
    made = Signal(Path)

    def __init__(
        self, title: str, sentence: str, fields: list[Field], jobs: Jobs, files: FileChooser
    ) -> None:
        super().__init__()
        self._jobs, self._files = jobs, files
        self._job: Job | None = None
        self._recipe: Recipe | None = None
        self._out = Path()
        self._remark = ""
        self.button = primary(self.tr("Make the PDF"), "file-text")
        self.running, self.banner, self.preview = Running(), Banner(), Preview()
        self._lay_out(title, sentence, fields)
        self.button.clicked.connect(self.wanted)
        self.running.cancelled.connect(self._cancel)

    def make(self, recipe: Recipe) -> None:
        """Ask where the document goes, then make it."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        suggested = Path(QStandardPaths.writableLocation(documents)) / recipe.file_name
        out = self._files.save_as(self, self.tr("Save the PDF"), suggested, "PDF (*.pdf)")
        if out is None:
            return
        self._recipe, self._out = recipe, out
        self._begin()
        self.running.start(self.tr("Reading the record"))
        job = self._jobs.read(lambda _job: recipe.read(), parent=self)
        self._follow(job, self._set_pages)

    def _lay_out(self, title: str, sentence: str, fields: list[Field]) -> None:
        pane = QFrame()
        pane.setObjectName("pane")
        pane.setFixedWidth(376)
        column = QVBoxLayout(pane)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(L)
        column.addWidget(label(title, "title", "semibold"))
        column.addWidget(paragraph(sentence, ink="muted"))
        column.addLayout(_form(fields))  # before the button: the Tab key goes in this order
        column.addWidget(self.button)
        column.addWidget(self.running)
        column.addWidget(self.banner)
        column.addStretch()
        edge = QFrame()
        edge.setObjectName("vline")
        ground = QWidget()
        ground.setObjectName("page")
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(XL, L, XL, L)
        inside.addWidget(self.preview)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget in (pane, edge):
            row.addWidget(widget)
        row.addWidget(ground, 1)

    def _begin(self) -> None:
        self.banner.clear()
        self.preview.clear()
        self.button.setEnabled(False)

    def _follow(self, job: Job, then: Callable[..., None]) -> None:
        self._job = job
        job.finished.connect(then)
        job.failed.connect(self._fail)
        job.progressed.connect(self.running.advance)
        job.ended.connect(self._end)

    @Slot(object)
    def _set_pages(self, file: object) -> None:
        recipe, out = self._recipe, self._out
        if recipe is None:
            return
        self._remark = recipe.remark(file)
        self.running.start(self.tr("Setting the pages"))
        self._follow(
            self._jobs.beside(
                lambda job: recipe.write(file, out, job.progress, lambda: job.cancelled),
                parent=self,
            ),
            self._draw,
        )

    @Slot(object)
    def _draw(self, _nothing: object) -> None:
        out = self._out
        self.banner.tell("ok", self.tr("Saved"), str(out))
        self.running.start(self.tr("Drawing the first page"))
        self._follow(
            self._jobs.beside(
                lambda _job: page_picture(out.read_bytes(), 0, WIDTH * SHARP), parent=self
            ),
            self._show,
        )
        self.made.emit(out)

    @Slot(object)
    def _show(self, page: PagePicture) -> None:
        pages = self.tr("%n page(s)", "", page.pages)
        head = self.tr("Saved: {pages}").format(pages=pages)
        self.banner.tell(
            "warn" if self._remark else "ok",
            head,
            "\n".join(filter(None, (str(self._out), self._remark))),
        )
        self.preview.show_page(page, self.tr("First page of {pages}").format(pages=pages))

    @Slot(HabeasError)
    def _fail(self, error: HabeasError) -> None:
        self.banner.tell("danger", self.tr("The PDF was not made."), str(error))

    @Slot()
    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._end()

    @Slot()
    def _end(self) -> None:
        """The last step has ended, or a step was cancelled."""
        ended = self.sender()
        if ended is self._job or ended is self.running:
            self.running.stop()
            self.button.setEnabled(True)


def _form(fields: list[Field]) -> QVBoxLayout:
    form = QVBoxLayout()
    form.setSpacing(M)
    for name, field in fields:
        head = label(name, "caption", "medium")
        head.setBuddy(field)
        group = QVBoxLayout()
        group.setSpacing(XS)
        group.addWidget(head)
        group.addWidget(field)
        form.addLayout(group)
    return form
