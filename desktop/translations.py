"""The words of the windows in the user's language, from ``resources/translations/``.

``python -m desktop.translations`` collects every source string into the ``.ts`` files. The ``.qm``
files beside them are built from those: at packaging, and in a source tree when first needed.
"""

import sys
from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication, QTranslator

import resources

LANGUAGES = ("en",)
"""The languages with a catalogue. English has one for its plurals."""

_TOOLS = Path(PySide6.__file__).resolve().parent
_DESKTOP = Path(__file__).resolve().parent


def install(app: QCoreApplication, language: str = "en") -> bool:
    """Show ``app`` in ``language``; False when its catalogue is not there and cannot be built."""
    catalogue = source(language).with_suffix(".qm")
    if not _is_fresh(catalogue) and not release(language):
        return False
    translator = QTranslator(app)
    return translator.load(str(catalogue)) and app.installTranslator(translator)


def source(language: str) -> Path:
    """Return the ``.ts`` file of ``language``."""
    return resources.path("translations") / f"habeas_{language}.ts"


def collect(target: Path, language: str) -> None:
    """Bring ``target`` up to date with every string in the windows; nothing translated is lost."""
    files = [str(path.relative_to(_DESKTOP.parent)) for path in sorted(_DESKTOP.rglob("*.py"))]
    options = ["-locations", "none", "-no-obsolete", "-source-language", "en"]
    _run("lupdate", *options, "-target-language", language, *files, "-ts", str(target))


def release(language: str) -> bool:
    """Build the ``.qm`` file of ``language``; False where the tool or the place does not let us."""
    try:
        _run("lrelease", "-silent", str(source(language)))
    except OSError:
        return False
    return True


def _is_fresh(catalogue: Path) -> bool:
    written = catalogue.with_suffix(".ts")
    return catalogue.exists() and catalogue.stat().st_mtime >= written.stat().st_mtime


def _run(tool: str, *arguments: str) -> None:
    import subprocess  # noqa: PLC0415  a start with a fresh catalogue runs no tool

    program = _TOOLS / (f"{tool}.exe" if sys.platform == "win32" else tool)
    done = subprocess.run(  # noqa: S603  a tool of our own Qt, with our own files
        [str(program), *arguments], cwd=_DESKTOP.parent, check=False, capture_output=True
    )
    if done.returncode:
        raise OSError(f"{tool} ended with {done.returncode}")


if __name__ == "__main__":
    for each in LANGUAGES:
        collect(source(each), each)
        release(each)
