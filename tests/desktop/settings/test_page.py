from typing import Any

from desktop.jobs.jobs import Jobs
from desktop.settings.backups import BackupCard
from desktop.settings.page import SettingsPage
from desktop.settings.security import SecurityCard
from models.casebook import Casebook


def test_both_cards_stand_side_by_side(
    show: Any, casebook: Casebook, jobs: Jobs, files: Any, phrases: Any
):
    security = SecurityCard(casebook, jobs, phrases, 3)
    page = show(SettingsPage(security, BackupCard(casebook, jobs, files)), 1084, 668)
    assert page.security.isVisible()
    assert page.backups.x() > page.security.x()
