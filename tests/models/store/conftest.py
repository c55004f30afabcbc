"""A vault with the real record, closed again, and small migrations of the tests' own."""

import shutil
from pathlib import Path

import pytest

from models.crypto.kdf import CHEAP
from models.store import migrating
from models.store.migrating import Migrations
from models.store.vault import Vault

PASSPHRASE = "a passphrase for tests"

FIRST_STEP = """
import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade():
    op.create_table("thing", sa.Column("id", sa.Integer, primary_key=True),
                    sa.Column("note", sa.Text))
    op.create_table("part", sa.Column("id", sa.Integer, primary_key=True),
                    sa.Column("thing_id", sa.Integer,
                              sa.ForeignKey("thing.id", ondelete="CASCADE")))
"""


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A vault made once and never opened, with its recovery code; copy it before use."""
    vault, code = Vault.create(tmp_path_factory.mktemp("made") / "v", PASSPHRASE, kdf=CHEAP)
    vault.close()
    return vault.folder, code.text


@pytest.fixture
def folder(made: tuple[Path, str], tmp_path: Path) -> Path:
    """A closed vault of its own, opened by ``PASSPHRASE``."""
    return Path(shutil.copytree(made[0], tmp_path / "test.habeas"))


class Steps:
    """Migrations of the test's own, to which steps are added one after the other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (folder / "versions").mkdir(parents=True)
        shutil.copy(migrating.FOLDER / "env.py", folder)
        self.add(FIRST_STEP)

    def add(self, text: str) -> Migrations:
        """Write the next step and return all of them."""
        number = len(Migrations(self._folder).revisions) + 1
        return self.add_as(f"{number:04}", text)

    def add_as(self, revision: str, text: str) -> Migrations:
        """Write the step ``revision`` and return all of them."""
        (self._folder / "versions" / f"{revision}_step.py").write_text(text, encoding="utf-8")
        return self.all

    @property
    def all(self) -> Migrations:
        return Migrations(self._folder)


@pytest.fixture
def steps(tmp_path: Path) -> Steps:
    """Migrations with one step, which makes the tables ``thing`` and ``part``."""
    return Steps(tmp_path / "steps")
