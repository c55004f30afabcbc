"""Build the installed program in ``dist/habeas/``, look through it, and start it once.

Two builds of the same source with the same packages are the same, byte for byte.
"""

import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import licences
import trimming

from desktop import translations

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "dist" / "habeas"
PROGRAM = FOLDER / ("habeas.exe" if sys.platform == "win32" else "habeas")
BUILD = ROOT / "build"
METADATA = BUILD / "habeas.dist-info" / "METADATA"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The oldest time that a zip can hold; PyInstaller writes the time of the build."""


def main() -> None:
    """Build, sort, search, start; a step that fails ends it with a sentence."""
    write_metadata()
    build_catalogues()
    build()
    sort_zip(FOLDER / "_internal" / "base_library.zip")
    licences.write(FOLDER / "licences")
    files = [path for path in FOLDER.rglob("*") if path.is_file() or path.is_symlink()]
    refused = trimming.forbidden(str(path.relative_to(FOLDER)) for path in files)
    if refused:
        sys.exit(f"The folder holds what it must not: {', '.join(refused)}")
    start()
    size = sum(path.stat().st_size for path in files if not path.is_symlink())
    print(f"{FOLDER} holds {len(files)} files, {size / 1e6:.0f} MB.")


def write_metadata() -> None:
    """Write down the version, where the program looks for its own."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    METADATA.parent.mkdir(parents=True, exist_ok=True)
    lines = ("Metadata-Version: 2.1", f"Name: {project['name']}", f"Version: {project['version']}")
    METADATA.write_text("\n".join(lines) + "\n", "utf-8")


def build_catalogues() -> None:
    """Build the words of the windows: the tool for it stays out of the installed program."""
    for language in translations.LANGUAGES:
        if not translations.release(language):
            sys.exit(f"The catalogue of {language} cannot be built.")


def build() -> None:
    """Run PyInstaller on the recipe, with fixed times and a fixed order of sets."""
    words = ["--noconfirm", "--clean", "--log-level", "WARN", "packaging/habeas.spec"]
    fixed = {**os.environ, "SOURCE_DATE_EPOCH": "315532800", "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-m", "PyInstaller", *words]
    if subprocess.call(command, cwd=ROOT, env=fixed) != 0:
        sys.exit("PyInstaller did not build the program; the lines above say why.")


def sort_zip(path: Path) -> None:
    """Write a zip anew with its entries sorted and without times."""
    with zipfile.ZipFile(path) as old:
        entries = {name: old.read(name) for name in sorted(old.namelist())}
    with zipfile.ZipFile(path, "w") as new:
        for name, content in entries.items():
            new.writestr(zipfile.ZipInfo(name, EPOCH), content)


def start() -> None:
    """Let the program do its main work, then stand before its window for a moment."""
    alone = {**os.environ, "HABEAS_HOME": str(BUILD / "home"), "QT_QPA_PLATFORM": "offscreen"}
    demo = BUILD / "demo"
    shutil.rmtree(demo, ignore_errors=True)
    if subprocess.call([PROGRAM, "demo", "--out", demo], env=alone) != 0:
        sys.exit("The program was built, and its demonstration failed.")
    with subprocess.Popen([PROGRAM], env=alone) as window:
        try:
            sys.exit(f"The window closed at once, with {window.wait(timeout=5)}.")
        except subprocess.TimeoutExpired:
            window.terminate()


if __name__ == "__main__":
    main()
