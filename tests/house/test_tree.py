"""Where files stand, what they are called, and what none of them says."""

import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

# These tests are about the program as a whole and mirror no file of it.
WHOLE = {"house", "journeys", "promises", "samples", "snapshots"}
# These are about a room as a whole.
OF_A_ROOM = {"models/sandbox/test_escapes.py"}

REGISTRY = re.compile(r"pypi\.org|pythonhosted\.org|[.]debian[.]|file:[/]{3}opt|[/]simple[/]")


def mirrored(test: Path) -> list[Path]:
    """Return the two places where the source of ``models/law/test_days.py`` may stand."""
    source = test.parent / test.stem.removeprefix("test_")
    return [source.with_name(f"{source.name}.py"), source / "__init__.py"]


def of_this_machine(text: str, paths: list[Path]) -> list[str]:
    """Return the registry hosts and the paths of this machine that a text names."""
    deep = [re.escape(str(path)) for path in paths if len(path.parts) > 2]
    named = re.findall(rf"(?<![\w.])(?:{'|'.join(deep)})(?!\w)", text) if deep else []
    return [*named, *REGISTRY.findall(text)]


def test_every_test_mirrors_a_source(root: Path, project_files: list[Path]):
    tests = root / "tests"
    found = [file.relative_to(tests) for file in project_files if file.match("test_*.py")]
    of_parts = [test for test in found if test.parts[0] not in WHOLE and str(test) not in OF_A_ROOM]
    lost = [test for test in of_parts if not any((root / one).exists() for one in mirrored(test))]
    assert lost == []


def test_mirrors_are_found_and_missed(root: Path):
    assert any((root / one).exists() for one in mirrored(Path("models/test_errors.py")))
    assert any((root / one).exists() for one in mirrored(Path("models/test_values.py")))
    assert not any((root / one).exists() for one in mirrored(Path("models/test_nothing.py")))


def test_folders_that_are_no_packages(root: Path):
    found = [*(root / "tests").rglob("__init__.py"), *(root / "packaging").rglob("__init__.py")]
    assert found == []


def test_every_room_is_a_package(root: Path):
    rooms = {file.parent for top in ("desktop", "models") for file in (root / top).rglob("*.py")}
    assert [str(room) for room in rooms if not (room / "__init__.py").exists()] == []


@pytest.mark.parametrize("name", ["desktop", "models", "resources"])
def test_nobody_else_provides_our_names(name: str):
    assert set(packages_distributions().get(name, [])) <= {"habeas"}


def test_no_file_names_this_machine(root: Path, project_files: list[Path]):
    paths = [root, Path.home(), Path(sys.base_prefix)]
    found = {str(file): of_this_machine(readable(file), paths) for file in project_files}
    assert {file: words for file, words in found.items() if words} == {}


def readable(file: Path) -> str:
    """Return the text of a file, whatever it is; bytes that are no text are dropped."""
    return file.read_bytes().decode("utf-8", "ignore")


@pytest.mark.parametrize(
    "text",
    [
        "see /srv/clones/habeas-3/x.py",
        "HOME=/home/amina",
        "--index-url https://py" + "pi.org/" + "simple/",
        "URIs: http://deb." + "debian.org/debian",
    ],
)
def test_naming_this_machine_is_noticed(text: str):
    assert of_this_machine(text, [Path("/srv/clones/habeas-3"), Path("/home/amina")])


def test_other_paths_are_no_offence():
    text = "tests/home/aminas and ./srv/clones/habeas-3 and /usr"
    assert not of_this_machine(text, [Path("/srv/clones/habeas-3"), Path("/home/amina"), Path("/")])
