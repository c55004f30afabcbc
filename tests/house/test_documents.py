"""The files that the documents name are there."""

import re
from pathlib import Path

import pytest

FILE = re.compile(r"`([\w./-]+\.(?:py|md|toml|lock|csv))`")
PAGES = ("README.md", "docs/architecture.md", "docs/promises.md")
ROW = re.compile(r"\| [A-Z]\d+ \|")


def lost(text: str, files: list[Path]) -> set[str]:
    """Return the files that a text names, wholly or by their ends, and that are nowhere."""
    names = set(FILE.findall(text))
    return {name for name in names if not any(f"/{file}".endswith(f"/{name}") for file in files)}


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_is_named_is_there(root: Path, project_files: list[Path], page: str):
    assert lost((root / page).read_text("utf-8"), project_files) == set()


def test_every_promise_names_its_test(root: Path):
    kept, _ = (root / "docs" / "promises.md").read_text("utf-8").split("## Not kept yet")
    rows = [line for line in kept.splitlines() if ROW.match(line)]
    assert len(rows) > 20
    assert [row for row in rows if not any("test_" in name for name in FILE.findall(row))] == []


@pytest.mark.parametrize("name", ["models/nothing.py", "test_nothing.py", "ists/errors.py"])
def test_a_lost_file_is_noticed(project_files: list[Path], name: str):
    assert lost(f"see `{name}`, `models/errors.py` and `test_work.py`", project_files) == {name}
