"""The lock names every package with its hashes, and nothing about where it was made."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ENTRY = re.compile(r"(?P<pin>[a-z0-9-]+==[^ \\]+(?: ; [^\\]+?)?) \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")
COMMENT = re.compile(r"    # (?:via|  |via )[a-z0-9-]*(?: \(pyproject\.toml(?::dev)?\))?")

# Below these versions the package has a hole that was mended, or lacks what a rule of ours needs.
FLOORS = {
    "lxml": "6.1.0",
    "pillow": "12.3.0",
    "pynacl": "1.6.2",
    "pyrage": "1.4",
    "reportlab": "5.1",
    "sqlcipher3": "0.6.4",
}

PIN = "one==1.0 \\\n"
GOOD_HASH = f"    --hash=sha256:{'0' * 64}\n"


def problems(lock: str) -> list[str]:
    """Return what is wrong with the text of a lock, line by line."""
    lines = lock.splitlines()
    shapes = (ENTRY, HASH, COMMENT)
    odd = [line for line in lines if not any(shape.fullmatch(line) for shape in shapes)]
    followed = zip(lines, [*lines[1:], ""], strict=True)
    bare = [line for line, after in followed if ENTRY.fullmatch(line) and not HASH.fullmatch(after)]
    return odd + bare


def entries(lock: str) -> dict[str, Requirement]:
    """Return the pin of each package by its name."""
    pins = [Requirement(found["pin"]) for found in map(ENTRY.fullmatch, lock.splitlines()) if found]
    return {canonicalize_name(pin.name): pin for pin in pins}


def below(lock: str, floors: dict[str, str]) -> list[str]:
    """Return the packages that a lock pins below their floor, or not at all."""
    pins = entries(lock)
    wanted = {name: SpecifierSet(f">={floor}") for name, floor in floors.items()}
    return [
        name for name in floors if name not in pins or not wanted[name].contains(exact(pins[name]))
    ]


def exact(pin: Requirement) -> str:
    """Return the one version that a pin allows."""
    (only,) = pin.specifier
    return only.version


def hashes(lock: str, name: str) -> int:
    """Return how many files the lock accepts for a package."""
    _, _, rest = f"\n{lock}".partition(f"\n{name}==")
    return rest.partition("    #")[0].count("--hash=")


def is_compiled(name: str) -> bool:
    """Tell whether the installed wheel of a package is for one system only."""
    text = distribution(name).read_text("WHEEL") or ""
    return "-none-any" not in text


@pytest.fixture(scope="module")
def lock(root: Path) -> str:
    return (root / "packaging" / "requirements.lock").read_text("utf-8")


@pytest.fixture(scope="module")
def wanted(root: Path) -> list[Requirement]:
    """What the project asks for, to run and to be worked on."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    asked = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    return [Requirement(line) for line in asked]


def test_every_line_is_a_pin_a_hash_or_a_reason(lock: str):
    assert problems(lock) == []
    assert "://" not in lock


@pytest.mark.parametrize(
    "bad",
    [
        PIN + "    # via habeas (pyproject.toml)\n",
        "one>=1.0 \\\n" + GOOD_HASH,
        "one==1.0\n",
        PIN + "    --hash=md5:00\n",
        PIN + GOOD_HASH + "    # from https://example.org/simple\n",
        PIN + GOOD_HASH + "    #   -r /home/someone/requirements.in\n",
        "one @ file:///somewhere/one-1.0.whl \\\n" + GOOD_HASH,
        "--index-url https://example.org/simple\n" + PIN + GOOD_HASH,
    ],
)
def test_a_bad_lock_is_noticed(bad: str):
    assert problems(PIN + GOOD_HASH) == []
    assert problems(bad) != []


def test_holds_what_the_project_asks_for(lock: str, wanted: list[Requirement]):
    pins = entries(lock)
    for requirement in wanted:
        pin = pins[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(exact(pin)), requirement


def test_no_package_below_its_floor(lock: str):
    assert below(lock, FLOORS) == []


def test_a_package_below_its_floor_is_noticed():
    assert below(PIN + GOOD_HASH, {"one": "1.0"}) == []
    assert below(PIN + GOOD_HASH, {"one": "1.0.1", "gone": "1"}) == ["one", "gone"]


def test_is_what_is_installed(lock: str):
    for name, pin in entries(lock).items():
        if pin.marker is None or pin.marker.evaluate():
            assert pin.specifier.contains(version(name)), name


def test_accepts_files_for_other_systems(lock: str):
    for name in entries(lock):
        try:
            alone = is_compiled(name) and hashes(lock, name) < 2
        except PackageNotFoundError:
            continue  # made for another system than this
        assert not alone, f"{name} is pinned to the file of one system"
