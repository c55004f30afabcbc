"""The wiring of the windows: who is made, in which order, and who hears whom. Nothing else."""

import importlib
import os
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desktop import faults, translations
from desktop.home import VAULT_VARIABLE, Preferences
from desktop.jobs.collecting import Collector
from desktop.jobs.jobs import Jobs
from desktop.lock.ending import SETTLE_SECONDS, Lock, Replace, replace_process
from desktop.lock.idle import IdleWatch
from desktop.lock.leaving import Leaving
from desktop.lock.lock_key import LockKey
from desktop.theme.fonts import load_fonts
from desktop.theme.icons import icon
from desktop.theme.scheme import Choice, is_dark, put_on
from desktop.theme.tokens import FIRST_SIZE, LIGHT
from desktop.unlock.doors import Doors, VaultDoors
from desktop.unlock.window import UnlockWindow
from desktop.widgets.clipboard import ClipboardGuard
from desktop.widgets.files import FileChooser
from models.errors import HabeasError

if TYPE_CHECKING:
    from desktop.jobs.autosave import Autosave
    from desktop.shell.window import ShellWindow
    from models.casebook import Casebook

LATER = ("models.casebook", "desktop.assembly")
"""What is imported while the passphrase is typed: the database, the PDF writer, the areas."""


def open_window(vault: Path | None = None) -> int:
    """Open the program's window, with ``vault`` offered first; return the exit code."""
    if vault is not None:
        os.environ[VAULT_VARIABLE] = str(vault.absolute())
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Habeas")
    app.setDesktopFileName("habeas")
    app.setWindowIcon(icon("scale", LIGHT.accent, size=64))
    load_fonts(app)
    translations.install(app)
    program = Program(app)
    program.begin()
    return app.exec()


class Program(QObject):
    """Holds what lives as long as the program: the runner of jobs, the windows, the lock."""

    def __init__(
        self,
        app: QApplication,
        *,
        doors: Doors | None = None,
        files: FileChooser | None = None,
        replace: Replace = replace_process,
    ) -> None:
        super().__init__()
        self._app, self._replace = app, replace
        self._files = files or FileChooser()
        self._preferences = Preferences()
        self._theme: Choice = self._preferences.theme
        self._collector = Collector(self)
        self.jobs = Jobs(self)
        self.jobs.crashed.connect(faults.show)
        self.shell: ShellWindow | None = None
        self.lock: Lock | None = None
        self._put_on_theme()
        self.unlock = UnlockWindow(self.jobs, doors or VaultDoors(), self._files)
        self.unlock.opened.connect(self._enter)
        self.idle = IdleWatch(self._preferences.idle_minutes)
        self.lock_key, self.leaving = LockKey(self), Leaving(self)
        self.clipboard = ClipboardGuard(app.clipboard(), self)
        app.aboutToQuit.connect(self.clipboard.clear)
        self._casebook: Casebook | None = None
        self._autosave: Autosave | None = None
        app.styleHints().colorSchemeChanged.connect(self._put_on_theme)

    def begin(self) -> None:
        """Show the unlock window; import the heavy parts only when it has been painted."""
        faults.hook(faults.show)
        self._place(self.unlock)
        self.unlock.show()
        QTimer.singleShot(0, self._import_rest)

    @Slot()
    def _import_rest(self) -> None:
        threading.Thread(target=_import, name="imports", daemon=True).start()

    @Slot(object)
    def _enter(self, casebook: "Casebook") -> None:
        """Put the shell in the place of the unlock window."""
        from desktop.assembly import assemble  # noqa: PLC0415  see LATER

        self._casebook = casebook
        self.jobs.use_interrupt(casebook.interrupt)
        casebook.on_change(self.jobs.announce)
        made = assemble(
            casebook,
            self.jobs,
            self._files,
            theme=self._theme,
            idle_minutes=self._preferences.idle_minutes,
        )
        shell = made.shell
        self._autosave = made.autosave
        made.settings.security.idle_chosen.connect(self._preferences.keep_idle_minutes)
        made.settings.security.idle_chosen.connect(self.idle.allow)
        self.lock = self._lock(casebook)
        made.navigation.lock_wanted.connect(self.lock.now)
        for sign in (self.idle.expired, self.lock_key.pressed, self.leaving.lock_wanted):
            sign.connect(self.lock.now)
        self.idle.remaining.connect(shell.status.show_remaining)
        self.jobs.records_changed.connect(shell.status.note_saved)
        shell.theme_chosen.connect(self._choose_theme)
        shell.closing.connect(self._leave)
        self.shell = shell
        shell.setGeometry(self.unlock.geometry())
        shell.show()
        self.unlock.close()
        self.idle.begin(self._app)
        self.lock_key.begin(self._app)
        self.leaving.begin(shell)

    def _lock(self, casebook: "Casebook") -> Lock:
        from desktop.assembly import kill_children  # noqa: PLC0415  see LATER

        return Lock(
            hide=self._hide_all,
            keep_drafts=self._keep_drafts,
            kill_children=kill_children,
            close_vault=self._close_vault,
            replace=self._replace,
            vault=casebook.folder,
        )

    @Slot(str)
    def _choose_theme(self, choice: Choice) -> None:
        self._theme = choice
        self._preferences.keep_theme(choice)
        self._put_on_theme()

    @Slot()
    def _put_on_theme(self) -> None:
        put_on(self._app, dark=is_dark(self._theme, self._app))
        if self.shell is not None:
            self.shell.dress()

    @Slot()
    def _leave(self) -> None:
        """The window is closing: keep its place, take back what was copied, keep drafts, close."""
        self.clipboard.clear()
        self._keep_drafts()
        if self.shell is not None:
            self._preferences.keep_geometry(self.shell.saveGeometry())
        self._close_vault()

    def _hide_all(self) -> None:
        """Take every window away, dialogs and menus too, and what was copied from them.

        The screen has obeyed on return.
        """
        for window in self._app.topLevelWidgets():
            window.hide()
        self.clipboard.clear()
        self._app.sync()

    def _keep_drafts(self) -> None:
        """Keep what is typed and not saved; a full disk has been told before and ends no lock."""
        if self._autosave is not None:
            with suppress(HabeasError):
                self._autosave.now()

    def _close_vault(self) -> None:
        """Let a running save end, then close; a read is cut short."""
        if self._casebook is None:
            return
        self._casebook.interrupt()
        if self.jobs.settle(SETTLE_SECONDS):
            self._casebook.close()
        self._casebook = None

    def _place(self, window: QWidget) -> None:
        window.resize(*FIRST_SIZE)
        window.restoreGeometry(self._preferences.geometry)


def _import() -> None:
    for name in LATER:
        importlib.import_module(name)
