"""The list of what is shipped, and the texts that go with it."""

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def licences(recipe: Callable[[str], ModuleType]) -> ModuleType:
    return recipe("licences")


@pytest.fixture(scope="module")
def written(licences: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundle") / "licences"
    licences.write(folder)
    return folder


def test_what_is_needed_is_shipped(licences: ModuleType):
    names = {package.name.lower() for package in licences.shipped()}
    assert {"sqlalchemy", "sqlcipher3", "shiboken6", "pillow", "cffi"} <= names
    assert names.isdisjoint({"pytest", "ruff", "mypy", "uv", "numpy"})


def test_every_licence_is_known(licences: ModuleType):
    assert [one.name for one in licences.shipped() if licences.licence(one) == "unknown"] == []


def test_every_package_brings_its_text(written: Path, licences: ModuleType):
    silent = {package.name for package in licences.shipped()}
    silent -= {folder.name.split(" ")[0] for folder in written.iterdir() if folder.is_dir()}
    # Their wheels hold no text: LGPL-3.txt and GPL-3.txt are theirs.
    assert silent == {"PySide6_Essentials", "shiboken6"}
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (written / "LGPL-3.txt").read_text()


def test_list_names_versions(written: Path):
    listed = json.loads((written / "components.cdx.json").read_text("utf-8"))
    (cipher,) = [one for one in listed["components"] if one["name"] == "sqlcipher3"]
    assert cipher["purl"] == f"pkg:pypi/sqlcipher3@{cipher['version']}"
    assert listed["bomFormat"] == "CycloneDX"
