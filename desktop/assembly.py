"""Puts the areas into the shell once a vault is open; imported while the passphrase is typed."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.cases.page import CasesPage
from desktop.complaints.page import ComplaintsPage
from desktop.jobs.autosave import Autosave
from desktop.jobs.jobs import Jobs
from desktop.letters.page import LettersPage
from desktop.navigation import Navigation
from desktop.shell.rail import Area
from desktop.shell.window import ShellWindow
from desktop.theme.scheme import Choice
from desktop.widgets.files import FileChooser
from models.casebook import Casebook
from models.desk import kill_children

__all__ = ["Assembly", "assemble", "kill_children"]


@dataclass(frozen=True, slots=True)
class Assembly:
    """The main window with the parts that others must know."""

    navigation: Navigation
    shell: ShellWindow
    cases: CasesPage
    autosave: Autosave


def assemble(casebook: Casebook, jobs: Jobs, files: FileChooser, *, theme: Choice) -> Assembly:
    """Return the main window of an open casebook and what its areas share."""
    navigation = Navigation()
    autosave = Autosave(casebook.drafts, jobs)
    cases = CasesPage(casebook, jobs, navigation, autosave)
    complaints = ComplaintsPage(casebook, jobs, files)
    letters = LettersPage(casebook, jobs, files)
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
    ]
    shell = ShellWindow(areas, navigation, theme=theme, demo=casebook.demo)
    navigation.setParent(shell)
    cases.pane.list.setFocus()
    autosave.setParent(shell)
    return Assembly(navigation, shell, cases, autosave)
