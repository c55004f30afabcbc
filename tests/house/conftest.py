"""What the tests of the house share: the clone, its files, and the launcher as a module."""

import importlib.util
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOT_OURS = {"build", "dist", "out", "__pycache__"}


def files_below(folder: Path) -> Iterator[Path]:
    """Yield every file of the project below ``folder``, without what tools leave behind."""
    for entry in sorted(folder.iterdir()):
        hidden = entry.name.startswith(".") and entry.name != ".ci"
        if entry.is_symlink() or entry.name in NOT_OURS or entry.suffix == ".habeas":
            continue
        if entry.is_dir() and not hidden:
            yield from files_below(entry)
        elif entry.is_file():
            yield entry


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the clone."""
    return ROOT


@pytest.fixture(scope="session")
def project_files() -> list[Path]:
    """Every file of the project."""
    return list(files_below(ROOT))


@pytest.fixture
def launcher() -> ModuleType:
    """A fresh module made of ``./habeas``, which has no suffix to import it by."""
    loader = SourceFileLoader("launcher", str(ROOT / "habeas"))
    spec = importlib.util.spec_from_loader("launcher", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module
