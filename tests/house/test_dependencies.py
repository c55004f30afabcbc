"""What the program imports is what it asks for, no more and no less."""

import ast
import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

# PySide6 is not to be had without shiboken6, and pins it.
COMES_ALONG = {"shiboken6"}
# reportlab imports it by itself when it is asked to hyphenate.
IMPORTED_BY_OTHERS = {"pyphen"}
OURS = {"desktop", "models", "resources"}


def imported(code: str) -> set[str]:
    """Return the packages that a module imports, ours and the standard ones left out."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.level == 0:
            names.add(str(node.module))
    return {name.split(".")[0] for name in names} - OURS - set(sys.stdlib_module_names)


def distributions(packages: Iterable[str]) -> set[str]:
    """Return the distributions that bring these packages; what nobody brings is itself."""
    brought = packages_distributions()
    return {canonicalize_name(one) for name in packages for one in brought.get(name, [name])[:1]}


@pytest.fixture(scope="module")
def asked(root: Path) -> set[str]:
    """The distributions that the program asks for."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    return {canonicalize_name(Requirement(line).name) for line in project["dependencies"]}


@pytest.fixture(scope="module")
def used(root: Path) -> set[str]:
    """The distributions that the program's code imports."""
    files = [file for top in sorted(OURS) for file in (root / top).rglob("*.py")]
    return distributions(set().union(*(imported(file.read_text("utf-8")) for file in files)))


def test_everything_imported_is_asked_for(asked: set[str], used: set[str]):
    assert used - asked - COMES_ALONG == set()


def test_everything_asked_for_is_imported(asked: set[str], used: set[str]):
    assert asked - used == IMPORTED_BY_OTHERS


def test_imports_are_seen():
    code = "import os, numpy.linalg\nfrom models import errors\nif os: from PIL import Image"
    assert imported(code) == {"numpy", "PIL"}
    assert distributions({"PySide6", "nobody_has_this"}) == {
        "pyside6-essentials",
        "nobody-has-this",
    }
