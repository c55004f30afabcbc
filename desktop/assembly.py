"""Puts the areas into the shell once a vault is open; imported while the passphrase is typed."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.cases.page import CasesPage
from desktop.complaints.page import ComplaintsPage
from desktop.home import IDLE_MINUTES
from desktop.jobs.autosave import Autosave
from desktop.jobs.jobs import Jobs
from desktop.letters.page import LettersPage
from desktop.navigation import Navigation
from desktop.settings.backups import BackupCard
from desktop.settings.page import SettingsPage
from desktop.settings.security import SecurityCard
from desktop.shell.rail import Area
from desktop.shell.window import ShellWindow
from desktop.theme.scheme import Choice
from desktop.widgets.files import FileChooser
from models.casebook import Casebook
from models.desk import generate_passphrase, kill_children, strength

__all__ = ["Assembly", "assemble", "kill_children"]


@dataclass(frozen=True, slots=True)
class Assembly:
    """The main window with the parts that others must know."""

    navigation: Navigation
    shell: ShellWindow
    cases: CasesPage
    autosave: Autosave
    settings: SettingsPage


def assemble(
    casebook: Casebook,
    jobs: Jobs,
    files: FileChooser,
    *,
    theme: Choice,
    idle_minutes: int = IDLE_MINUTES,
) -> Assembly:
    """Return the main window of an open casebook and what its areas share."""
    navigation = Navigation()
    autosave = Autosave(casebook.drafts, jobs)
    cases = CasesPage(casebook, jobs, navigation, autosave)
    complaints = ComplaintsPage(casebook, jobs, files)
    letters = LettersPage(casebook, jobs, files)
    security = SecurityCard(casebook, jobs, _Desk(), idle_minutes)
    backups = BackupCard(casebook, jobs, files)
    settings = SettingsPage(security, backups)
    navigation.case_wanted.connect(cases.show_case)
    navigation.complaint_wanted.connect(complaints.choose)
    navigation.letter_wanted.connect(letters.choose)
    letters.case_list_wanted.connect(lambda: navigation.area_wanted.emit("cases"))
    areas = [
        Area("cases", QCoreApplication.translate("Areas", "Cases"), "folder", cases),
        Area(
            "complaints", QCoreApplication.translate("Areas", "Complaints"), "file-text", complaints
        ),
        Area("letters", QCoreApplication.translate("Areas", "Letters"), "mail", letters),
        Area("settings", QCoreApplication.translate("Areas", "Settings"), "key-round", settings),
    ]
    shell = ShellWindow(areas, navigation, theme=theme, demo=casebook.demo)
    backups.age_told.connect(shell.status.show_backup)
    if problems := (*filter(None, [casebook.read_only_because]), *casebook.problems):
        shell.tell(*problems)
    autosave.failed.connect(lambda error: shell.tell(str(error)))
    navigation.setParent(shell)
    cases.pane.list.setFocus()
    autosave.setParent(shell)
    return Assembly(navigation, shell, cases, autosave, settings)


class _Desk:
    """Draws and judges passphrases."""

    def draw(self, language: str, /) -> str:
        return generate_passphrase(language)

    def judge(self, passphrase: str) -> tuple[bool, str]:
        judged = strength(passphrase)
        return judged.enough, judged.sentence
