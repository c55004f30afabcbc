"""The contracts of ``.importlinter`` hold, and each of them catches a trespass."""

import configparser
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# A contract, and the files (with their only line) that trespass against it.
TRESPASSES = [
    ("models-floors", {"models/values/trespass.py": "import models.views"}),
    ("models-floors", {"models/documents/trespass.py": "import models.law"}),
    ("models-floors", {"models/attic/__init__.py": ""}),
    ("desktop-floors", {"desktop/theme/trespass.py": "import desktop.widgets"}),
    ("desktop-floors", {"desktop/cases/trespass.py": "import desktop.letters"}),
    ("desktop-floors", {"desktop/attic.py": ""}),
    (
        "no-circles",
        {
            "models/values/one.py": "import models.values.other",
            "models/values/other.py": "import models.values.one",
        },
    ),
    ("models-without-windows", {"models/views/trespass.py": "import PySide6.QtCore"}),
    ("models-without-windows", {"models/views/trespass.py": "import desktop.theme"}),
    ("resources-alone", {"resources/trespass.py": "import models.errors"}),
    ("desktop-through-the-doors", {"desktop/cases/trespass.py": "import models.store"}),
    ("desktop-through-the-doors", {"desktop/cases/trespass.py": "import sqlalchemy"}),
    ("console-without-qt", {"desktop/console/trespass.py": "import PySide6.QtGui"}),
    ("console-without-qt", {"desktop/console/trespass.py": "import desktop.theme.fonts"}),
    ("pure-rooms", {"models/law/trespass.py": "import sqlalchemy"}),
    ("entities-kept-in", {"models/sandbox/trespass.py": "import models.entities"}),
    ("store-kept-in", {"models/search/trespass.py": "import models.store"}),
]


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """The packages' code and its contracts in a folder of their own."""
    code_only = shutil.ignore_patterns("__pycache__", "*.[!p]*")
    for package in ("desktop", "models", "resources"):
        shutil.copytree(root / package, tmp_path / package, ignore=code_only)
    shutil.copy(root / ".importlinter", tmp_path)
    return tmp_path


def lint_imports(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    code = "from importlinter.cli import lint_imports_command as lint; lint()"
    return subprocess.run(
        [sys.executable, "-c", code, "--no-cache", "--no-logo", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def contracts(folder: Path) -> dict[str, str]:
    """Return the name of each contract by its identifier."""
    config = configparser.ConfigParser()
    config.read(folder / ".importlinter", "utf-8")
    found = [section for section in config.sections() if ":contract:" in section]
    return {section.split(":")[-1]: config[section]["name"] for section in found}


def test_contracts_hold(copy: Path):
    found = lint_imports(copy)
    assert found.returncode == 0, found.stdout
    assert f"Contracts: {len(contracts(copy))} kept, 0 broken." in found.stdout


def test_every_contract_has_its_trespass(root: Path):
    assert set(contracts(root)) == {contract for contract, _ in TRESPASSES}


@pytest.mark.parametrize(("contract", "files"), TRESPASSES)
def test_trespass_is_caught(copy: Path, contract: str, files: dict[str, str]):
    for name, line in files.items():
        (copy / name).parent.mkdir(exist_ok=True)
        (copy / name).write_text(line)
    found = lint_imports(copy, "--contract", contract)
    assert found.returncode == 1, found.stdout
    assert "Contracts: 0 kept, 1 broken." in found.stdout
