"""The card on backups: how old the last proven one is, and making one now."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from desktop.jobs.jobs import Job, Jobs
from desktop.theme.tokens import L, M
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import primary
from desktop.widgets.files import FileChooser
from desktop.widgets.labels import label, paragraph
from desktop.widgets.running import Running
from models.errors import HabeasError

if TYPE_CHECKING:
    from models.casebook import BackupReport, Casebook, LastBackup


class BackupCard(QFrame):
    """Tells and makes; ``age_told`` carries whole days since the last one, -1 for none."""

    age_told = Signal(int)

    def __init__(self, casebook: "Casebook", jobs: Jobs, files: FileChooser) -> None:
        super().__init__()
        self.setObjectName("card")
        self._casebook, self._jobs, self._files = casebook, jobs, files
        self._age = paragraph()
        self.running, self.banner = Running(stoppable=False), Banner()
        self._make = primary(self.tr("Back up now"), "folder-open")
        self._lay_out()
        self._make.clicked.connect(self._choose)
        self.read()

    @property
    def ready(self) -> bool:
        """Whether the age of the last backup is on show."""
        return bool(self._age.text())

    @Slot()
    def read(self) -> None:
        """Ask the vault how old the last backup is."""
        job = self._jobs.read(lambda _job: self._casebook.safekeeping.last_backup, parent=self)
        job.finished.connect(self._show_age)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(label(self.tr("Backup"), "lead", "semibold"))
        for widget in (self._age, self.banner, self.running, self._make, self._hint()):
            column.addWidget(widget)
        column.addStretch()

    def _hint(self) -> QLabel:
        return paragraph(
            self.tr(
                "A backup is encrypted like the vault and opens with the same passphrase. It is "
                "restored to a scratch place and compared before it counts; the last three are "
                "kept. Best is another disk, kept elsewhere. To restore one, run: habeas restore."
            ),
            "caption",
            ink="muted",
        )

    @Slot(object)
    def _show_age(self, last: "LastBackup | None") -> None:
        if last is None:
            self._age.setText(self.tr("No backup was made yet."))
            self.age_told.emit(-1)
            return
        days = (datetime.now(last.made_at.tzinfo) - last.made_at).days
        said = self.tr("The last backup is %n day(s) old.", "", days)
        since = self.tr("%n change(s) since.", "", last.changes_since)
        self._age.setText(f"{said} {since}")
        self.age_told.emit(days)

    @Slot()
    def _choose(self) -> None:
        chosen = self._files.folder(self, self.tr("Where the backup goes"), Path.home())
        if chosen is not None:
            self.back_up(chosen)

    def back_up(self, target: Path) -> None:
        """Make and prove a backup in ``target``; saving goes on meanwhile."""
        self.banner.clear()
        self._make.setEnabled(False)
        self.running.start(self.tr("Backing up and comparing"))

        def work(job: Job) -> "BackupReport":
            return self._casebook.safekeeping.back_up(target, job.progress)

        job = self._jobs.beside(work, parent=self)
        job.progressed.connect(self.running.advance)
        job.ended.connect(self._end)
        job.failed.connect(self._tell)
        job.finished.connect(self._tell_made)

    @Slot()
    def _end(self) -> None:
        self.running.stop()
        self._make.setEnabled(True)
        self.read()

    @Slot(HabeasError)
    def _tell(self, error: HabeasError) -> None:
        self.banner.tell("danger", str(error))

    @Slot(object)
    def _tell_made(self, report: "BackupReport") -> None:
        if report.problems:
            self.banner.tell("warn", self.tr("Backed up, but not all."), report.problems[0])
        else:
            self.banner.tell("ok", self.tr("Backed up and proven."), str(report.folder))
