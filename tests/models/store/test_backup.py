import io
import os
import shutil
from pathlib import Path

import pytest

from models.casebook import Casebook
from models.errors import VaultError
from models.store import backup, manifest
from models.views.proof import NewSource

PASSPHRASE = "a passphrase for tests"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def attach(casebook: Casebook, content: bytes) -> str:
    source = casebook.sources.add_source(NewSource(title="An item"))
    file = casebook.sources.attach(source, io.BytesIO(content), "verdict.pdf")
    (view,) = (one for one in casebook.sources.attachments(source) if one.id == file)
    return view.sealed_name


def back_up(casebook: Casebook, target: Path) -> backup.BackupReport:
    return casebook.safekeeping.back_up(target)


def test_three_are_kept_and_the_newest_always_stays(casebook: Casebook, target: Path):
    made = [back_up(casebook, target) for _ in range(5)]
    assert [report.removed for report in made[3:]] == [
        (made[0].folder.name,),
        (made[1].folder.name,),
    ]
    assert set(target.iterdir()) == {report.folder for report in made[2:]}


def test_a_clock_that_went_back_does_not_make_the_newest_the_oldest(
    casebook: Casebook, target: Path
):
    first = back_up(casebook, target).folder
    told = manifest.read(first)
    assert told.contents.serial == 1
    later = first.with_name("backup-2099-01-01-1")  # made while the clock was wrong
    first.rename(later)
    assert back_up(casebook, target).folder.exists()
    newest, oldest = (folder for folder, _ in backup.backups(target, casebook._vault))
    assert (newest != later, oldest) == (True, later)


def test_other_vaults_and_other_folders_stay(casebook: Casebook, target: Path):
    others = [target / name for name in ("backup-2026-01-01-1", "backup-of-mine", "photos")]
    for other in others:
        other.mkdir()
    for _ in range(5):
        back_up(casebook, target)
    assert all(other.is_dir() for other in others)
    assert len(list(target.iterdir())) == 3 + len(others)


def test_what_an_interrupted_one_left_is_removed(casebook: Casebook, target: Path):
    for name in ("backup-2026-01-01-1.new", "backup-2026-01-01-1.scratch", "my backup.new"):
        (target / name).mkdir()
    back_up(casebook, target)
    assert {path.name.partition("-")[0] for path in target.iterdir()} == {"backup", "my backup.new"}
    assert not [path for path in target.glob("backup-*") if path.suffix]


def test_files_are_linked_to_those_of_an_earlier_backup(casebook: Casebook, target: Path):
    attach(casebook, b"one")
    first = back_up(casebook, target)
    name = attach(casebook, b"two")
    second = back_up(casebook, target)
    assert (first.linked, second.linked, second.attachments) == (0, 1, 2)
    assert (second.folder / "attachments" / f"{name}.1").exists()
    shutil.rmtree(first.folder)
    third = back_up(casebook, target)
    assert (third.linked, third.problems) == (2, ())


def test_without_links_they_are_copied(
    casebook: Casebook, target: Path, monkeypatch: pytest.MonkeyPatch
):
    def refused(*_arguments: object, **_options: object) -> None:
        raise PermissionError

    attach(casebook, b"one")
    back_up(casebook, target)
    monkeypatch.setattr(os, "link", refused)
    assert back_up(casebook, target).problems == ()


def test_a_file_that_rotted_in_a_backup_is_taken_from_the_vault(casebook: Casebook, target: Path):
    name = attach(casebook, b"one")
    first = back_up(casebook, target)
    (first.folder / "attachments" / f"{name}.1").write_bytes(b"rotten")
    second = back_up(casebook, target)
    assert (second.linked, second.problems) == (0, ())


def test_a_file_broken_in_the_vault_is_told_and_nothing_older_is_removed(
    casebook: Casebook, target: Path
):
    for _ in range(3):
        back_up(casebook, target)
    name = attach(casebook, b"one")
    (casebook.folder / "attachments" / f"{name}.1").write_bytes(b"rotten")
    report = back_up(casebook, target)
    assert report.removed == ()
    assert len(report.problems) == 1
    assert name in report.problems[0]
    assert len(list(target.iterdir())) == 4


def test_its_age_is_known(casebook: Casebook, target: Path):
    assert casebook.safekeeping.last_backup is None
    made = back_up(casebook, target)
    attach(casebook, b"one")
    last = casebook.safekeeping.last_backup
    assert last is not None
    assert (last.made_at, last.changes_since) == (made.made_at, 2)


def test_no_folder_no_backup(casebook: Casebook, target: Path):
    with pytest.raises(VaultError, match="not there"):
        back_up(casebook, target / "missing")


def test_progress_is_told_and_the_name_says_nothing(casebook: Casebook, target: Path):
    told: list[tuple[int, int]] = []
    report = casebook.safekeeping.back_up(target, lambda *pages: told.append(pages))
    assert told[-1][0] == told[-1][1] > 0
    assert casebook.folder.stem not in report.folder.name
    texts = [path.read_bytes() for path in report.folder.iterdir() if path.is_file()]
    assert not any(casebook.folder.stem.encode() in text for text in texts)
