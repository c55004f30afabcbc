"""The card on security: when the program locks, and what opens the vault."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.forms.new_passphrase import NewPassphrase, Phrases
from desktop.forms.words import date_words, joined, word
from desktop.home import IDLE_CHOICES
from desktop.jobs.jobs import Job, Jobs
from desktop.theme.tokens import XS, L, M
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button
from desktop.widgets.choice import Choice
from desktop.widgets.labels import label, paragraph
from desktop.widgets.running import Running
from models.errors import HabeasError
from models.values.partial_date import PartialDate

if TYPE_CHECKING:
    from models.casebook import Casebook


class SecurityCard(QFrame):
    """Idle time, the keys, and a new passphrase."""

    idle_chosen = Signal(int)

    def __init__(
        self, casebook: "Casebook", jobs: Jobs, phrases: Phrases, idle_minutes: int
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self._casebook, self._jobs = casebook, jobs
        self._idle = Choice(self.tr("Lock after"))
        self._idle.offer((each, self.tr("%n min", "", each)) for each in IDLE_CHOICES)
        self._idle.choose(idle_minutes)
        self._keys = QVBoxLayout()
        self._keys.setSpacing(XS)
        self._secret = NewPassphrase(phrases, jobs)
        self._change = Button(self.tr("Change the passphrase"), "plain", "key-round")
        self.running, self.banner = Running(stoppable=False), Banner()
        self._lay_out()
        self._idle.picked.connect(self._tell_idle)
        self._secret.changed.connect(self._check)
        self._secret.submitted.connect(self._submit)
        self._change.clicked.connect(self._submit)
        self._check()
        self.show_keys()

    @property
    def ready(self) -> bool:
        """Whether the drawn words have come."""
        return self._secret.drawn

    @Slot()
    def show_keys(self) -> None:
        """List what opens the vault."""
        while (item := self._keys.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for key in self._casebook.keys.list():
            made = date_words(PartialDate.of(key.made_on))
            line = joined(word("key_kind", key.kind), key.label, made)
            self._keys.addWidget(label(line))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(label(self.tr("Security"), "lead", "semibold"))
        self._add(column, self.tr("Lock when nobody touches the computer for"), self._idle)
        column.addWidget(label(self.tr("What opens this vault"), "caption", "medium"))
        column.addLayout(self._keys)
        self._add(column, self.tr("A new passphrase"), self._secret)
        for widget in (self.banner, self.running, self._change, self._on_pictures()):
            column.addWidget(widget)
        column.addStretch()

    def _add(self, column: QVBoxLayout, name: str, field: QWidget) -> None:
        head = label(name, "caption", "medium")
        head.setBuddy(field)
        column.addWidget(head)
        column.addWidget(field)

    def _on_pictures(self) -> QWidget:
        return paragraph(
            self.tr(
                "Other programs of yours can take pictures of the screen; on Linux no window can "
                "keep them from it."
            ),
            "caption",
            ink="muted",
        )

    @Slot(object)
    def _tell_idle(self, minutes: int) -> None:
        self.idle_chosen.emit(minutes)

    @Slot()
    def _check(self) -> None:
        ready = self._secret.ready and self.running.isHidden() and not self._casebook.read_only
        self._change.setEnabled(ready)

    @Slot()
    def _submit(self) -> None:
        if not self._change.isEnabled():
            return
        passphrase = self._secret.take()
        self.running.start(self.tr("Working out the key. This takes a moment on purpose."))
        self._check()

        def change(_job: Job) -> None:
            self._casebook.keys.change_passphrase(passphrase)

        job = self._jobs.write(change, parent=self)
        job.ended.connect(self._end)
        job.failed.connect(self._tell)
        job.finished.connect(self._tell_changed)

    @Slot()
    def _end(self) -> None:
        self.running.stop()
        self.show_keys()
        self._check()

    @Slot(HabeasError)
    def _tell(self, error: HabeasError) -> None:
        self.banner.tell("danger", str(error))

    @Slot()
    def _tell_changed(self) -> None:
        self._secret.draw()
        self.banner.tell(
            "ok",
            self.tr("The new passphrase opens the vault from now on."),
            self.tr("Older backups still open with the old one."),
        )
