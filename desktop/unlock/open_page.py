"""Unlock a vault with its passphrase, or with its recovery code."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel

from desktop.home import SUFFIX, home
from desktop.unlock.sheet import Sheet
from desktop.widgets.banner import Banner
from desktop.widgets.buttons import Button, primary
from desktop.widgets.choice import Choice
from desktop.widgets.files import FileChooser
from desktop.widgets.labels import label, set_ink
from desktop.widgets.passphrase_edit import PassphraseEdit
from desktop.widgets.running import Running


class OpenPage(Sheet):
    """Which vault, and the secret that opens it."""

    passphrase_given = Signal(Path, str)
    code_given = Signal(Path, str)
    create_wanted = Signal()

    def __init__(self, files: FileChooser) -> None:
        super().__init__(
            self.tr("Unlock"), self.tr("Your case files are encrypted on this computer.")
        )
        self._files, self._by_code = files, False
        self.banner, self.running = Banner(), Running(stoppable=False)
        self._vault = Choice(self.tr("Vault"))
        self._other = Button(self.tr("Choose another vault"), "plain", "folder-open", shown="")
        self._secret = PassphraseEdit(self.tr("Passphrase"))
        self._keyboard = label("", "caption", ink="muted")
        self._unlock = primary(self.tr("Unlock"), "lock")
        self._switch = Button(self.tr("Use the recovery code"), "link")
        self._create = Button(self.tr("Create a new vault"), "link")
        self._lay_out()
        self._connect()

    def offer(self, vaults: list[Path]) -> None:
        """List the vaults to choose from; the first is chosen."""
        self._vault.offer((folder, folder.name.removesuffix(SUFFIX)) for folder in vaults)
        self._check()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the cursor where the next thing is typed."""
        (self._secret if self._vault.count() else self._other).setFocus()

    def work(self, *, begun: bool) -> None:
        """Show that the vault is being opened, or that this has ended."""
        for widget in (self._vault, self._other, self._secret, self._switch, self._create):
            widget.setDisabled(begun)
        if begun:
            self.banner.clear()
            self.running.start(self.tr("Working out the key. This takes a moment on purpose."))
        else:
            self.running.stop()
            self.take_focus()
        self._check()

    def _lay_out(self) -> None:
        self.add_field(self.tr("Vault"), self._vault, self._other)
        self._head: QLabel = self.add_field(self.tr("Passphrase"), self._secret)
        self._keyboard.hide()
        self.body.addWidget(self._keyboard)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.running)
        self.body.addWidget(self._unlock)
        self.add_links(self._switch, self._create)

    def _connect(self) -> None:
        self._other.clicked.connect(self._choose)
        self._secret.returnPressed.connect(self._submit)
        self._secret.textChanged.connect(self._check)
        self._secret.keyboard_told.connect(self._tell_keyboard)
        self._unlock.clicked.connect(self._submit)
        self._switch.clicked.connect(self._switch_secret)
        self._create.clicked.connect(self.create_wanted)

    @Slot()
    def _submit(self) -> None:
        if not self._unlock.isEnabled():
            return
        sent = self.code_given if self._by_code else self.passphrase_given
        sent.emit(self._vault.value, self._secret.take())

    @Slot()
    def _check(self) -> None:
        running = not self.running.isHidden()
        ready = bool(self._vault.count() and self._secret.text())
        self._unlock.setEnabled(ready and not running)

    @Slot(str)
    def _tell_keyboard(self, words: str) -> None:
        self._keyboard.setText(words)
        self._keyboard.setVisible(bool(words))
        set_ink(self._keyboard, "warn" if self._secret.capitals else "muted")

    @Slot()
    def _switch_secret(self) -> None:
        self._by_code = not self._by_code
        name = self.tr("Recovery code") if self._by_code else self.tr("Passphrase")
        other = self.tr("Use the passphrase") if self._by_code else self.tr("Use the recovery code")
        self._head.setText(name)
        self._secret.take()
        self._secret.setAccessibleName(name)
        self._switch.setText(other)
        self._switch.setAccessibleName(other)
        self.take_focus()

    @Slot()
    def _choose(self) -> None:
        beginning = home() if home().is_dir() else Path.home()
        chosen = self._files.folder(self, self.tr("Choose a vault"), beginning)
        if chosen is None:
            return
        self._vault.addItem(chosen.name.removesuffix(SUFFIX), chosen)
        self._vault.choose(chosen)
        self._check()
        self.take_focus()
