"""Create a vault: its name and place, and a passphrase."""

from pathlib import Path

from PySide6.QtCore import QRegularExpression, Signal, Slot
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit

from desktop.forms.new_passphrase import NewPassphrase, Phrases
from desktop.home import SUFFIX, home
from desktop.jobs.jobs import Jobs
from desktop.unlock.sheet import Sheet
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, primary
from desktop.widgets.check import Check
from desktop.widgets.files import FileChooser
from desktop.widgets.labels import ElidedLabel
from desktop.widgets.running import Running


class CreatePage(Sheet):
    """What a new vault needs."""

    vault_wanted = Signal(Path, str, bool)
    """The folder to make, the passphrase, and whether it is a demo vault."""
    open_wanted = Signal()

    def __init__(self, files: FileChooser, phrases: Phrases, jobs: Jobs) -> None:
        super().__init__(
            self.tr("Create a vault"),
            self.tr("One encrypted folder; only its name can be seen."),
        )
        self._files, self._folder = files, home()
        self.banner, self.running = Banner(), Running(stoppable=False)
        self._name = QLineEdit(self.tr("Cases"))
        self._place = ElidedLabel("", "caption", ink="muted")
        self._elsewhere = Button(self.tr("Choose another place"), "plain", "folder-open", shown="")
        self._secret = NewPassphrase(phrases, jobs)
        self._demo = Check(self.tr("Fill it with published example cases (demo vault)"))
        self._create = primary(self.tr("Create vault"), "key-round")
        self._open = Button(self.tr("Open a vault that exists"), "link")
        self._lay_out()
        self._connect()
        self._show_place()
        self._check()

    def take_focus(self) -> None:
        """Put the cursor where the next thing is typed."""
        self._secret.first.setFocus()

    def work(self, *, begun: bool) -> None:
        """Show that the vault is being made, or that this has ended."""
        for field in (self._name, self._elsewhere, self._secret, self._demo):
            field.setDisabled(begun)
        self._open.setDisabled(begun)
        if begun:
            self.banner.clear()
            self.running.start(self.tr("Making the vault. This takes a moment on purpose."))
        else:
            self.running.stop()
        self._check()

    @property
    def target(self) -> Path:
        """The folder that would be made."""
        return self._folder / f"{self._name.text().strip()}{SUFFIX}"

    def _lay_out(self) -> None:
        self._name.setAccessibleName(self.tr("Name of the vault"))
        self._name.setMaxLength(60)
        # Characters that no file system of the three minds, and no leading dot.
        allowed = QRegularExpression(r"[^./\\:*?\"<>|\s][^/\\:*?\"<>|]*")
        self._name.setValidator(QRegularExpressionValidator(allowed, self._name))
        self.add_field(self.tr("Name"), self._name, self._elsewhere)
        self.body.addWidget(self._place)
        self.add_field(self.tr("Passphrase"), self._secret)
        self.body.addWidget(self._demo)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.running)
        self.body.addWidget(self._create)
        self.add_links(self._open)

    def _connect(self) -> None:
        self._name.textChanged.connect(self._show_place)
        self._elsewhere.clicked.connect(self._choose)
        self._name.textChanged.connect(self._check)
        self._name.returnPressed.connect(self._submit)
        self._secret.changed.connect(self._check)
        self._secret.submitted.connect(self._submit)
        self._create.clicked.connect(self._submit)
        self._open.clicked.connect(self.open_wanted)

    @Slot()
    def _submit(self) -> None:
        if not self._create.isEnabled():
            return
        self.vault_wanted.emit(self.target, self._secret.take(), self._demo.isChecked())

    @Slot()
    def _show_place(self) -> None:
        self._place.setText(str(self.target))

    @Slot()
    def _check(self) -> None:
        ready = self._name.hasAcceptableInput() and self._secret.ready
        self._create.setEnabled(ready and self.running.isHidden())

    @Slot()
    def _choose(self) -> None:
        beginning = self._folder if self._folder.is_dir() else Path.home()
        chosen = self._files.folder(self, self.tr("Where the vault goes"), beginning)
        if chosen is not None:
            self._folder = chosen
            self._show_place()
