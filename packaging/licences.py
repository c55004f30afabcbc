"""What the installed program is made of: the licence texts of its packages, and a list of them.

The list is CycloneDX 1.6, so that an office can compare it with warnings about broken packages.
"""

import json
import shutil
import tomllib
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
TEXTS = ROOT / "packaging" / "texts"
SIGNS = ("licen", "copying", "notice")

# What these wheels do not say, or say in words that no list of licences knows.
KNOWN = {
    "pyrage": "MIT",
    "pyside6-essentials": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
    "sqlcipher3": "Zlib AND BSD-3-Clause AND blessing",
}


def write(folder: Path) -> None:
    """Write the texts and ``components.cdx.json`` into ``folder``, which is made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(TEXTS, folder)
    packages = shipped()
    for package in packages:
        copy_texts(package, folder / f"{package.name} {package.version}")
    listed = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "components": [component(package) for package in packages],
    }
    text = json.dumps(listed, indent=2, ensure_ascii=False)
    (folder / "components.cdx.json").write_text(f"{text}\n", "utf-8")


def shipped() -> list[Distribution]:
    """Return the distributions that the program needs to run on this system, by name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    found: dict[str, Distribution] = {}
    waiting: list[str] = list(project["dependencies"])
    while waiting:
        wanted = Requirement(waiting.pop())
        name = canonicalize_name(wanted.name)
        # What only an extra asks for stays out.
        if name not in found and (wanted.marker is None or wanted.marker.evaluate({"extra": ""})):
            found[name] = distribution(name)
            waiting += found[name].requires or []
    return [found[name] for name in sorted(found)]


def copy_texts(package: Distribution, folder: Path) -> None:
    """Copy what a package's metadata holds of licences and notices, under their own names."""
    for file in package.files or []:
        own, *inner = file.parts
        if own.endswith(".dist-info") and any(sign in str(file).lower() for sign in SIGNS):
            target = folder.joinpath(*inner)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(str(file.locate()), target)


def component(package: Distribution) -> dict[str, Any]:
    """Return a package as CycloneDX describes it."""
    name = canonicalize_name(package.name)
    return {
        "type": "library",
        "name": package.name,
        "version": package.version,
        "purl": f"pkg:pypi/{name}@{package.version}",
        "licenses": [{"license": {"name": licence(package)}}],
    }


def licence(package: Distribution) -> str:
    """Return what a package says of its licence, in its own words, or ``unknown``."""
    about = package.metadata.json
    own = [entry for entry in about.get("classifier", ()) if entry.startswith("License ::")]
    said = KNOWN.get(canonicalize_name(package.name)) or about.get("license_expression")
    words = said or ", ".join(entry.split(" :: ")[-1] for entry in own) or about.get("license")
    return str(words or "unknown").splitlines()[0]
