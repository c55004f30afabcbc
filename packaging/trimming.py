"""What of Qt goes into the installed program: a list of plugins, and the libraries they reach.

A file that is not there cannot be attacked, and cannot open a connection. The list says what may
stay; whatever Qt adds in its next version stays out until somebody has looked at it.
"""

from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

PLUGINS = {
    "iconengines/qsvgicon",
    "imageformats/qsvg",
    "platforminputcontexts/composeplatforminputcontextplugin",
    "platforminputcontexts/ibusplatforminputcontextplugin",
    *("platforms/qcocoa", "platforms/qoffscreen", "platforms/qwayland", "platforms/qwindows"),
    "platforms/qxcb",
    "platformthemes/qxdgdesktopportal",
    "printsupport/cupsprintersupport",
    "styles/qmacstyle",
    "wayland-decoration-client/bradient",
    *("wayland-shell-integration/qt-shell", "wayland-shell-integration/xdg-shell"),
}

FORBIDDEN = ("Network", "WebEngine", "WebSockets", "Qml", "Quick", "Multimedia", "Charts", "Graphs")
"""Parts of Qt that the finished folder is searched for; any of them fails the build."""

Entry = tuple[str, str, str]
"""Name inside the folder, file it comes from, kind: as PyInstaller lists them."""


def trimmed(entries: Iterable[Entry], imports: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Return the binaries that stay: the program's own, the listed plugins, and what these reach.

    Args:
        entries: every binary that was collected.
        imports: gives the names of the libraries that a file asks the system's loader for.
    """
    wanted = [entry for entry in entries if not is_unlisted_plugin(entry[0])]
    libraries = {base(name): source for name, source, _ in wanted if is_library(name)}
    reached: set[str] = set()
    waiting = [source for name, source, _ in wanted if not is_library(name)]
    while waiting:
        names = {name for name in imports(waiting.pop()) if name in libraries} - reached
        reached |= names
        waiting += [libraries[name] for name in names]
    return [e for e in wanted if not is_library(e[0]) or base(e[0]) in reached]


def is_unlisted_plugin(name: str) -> bool:
    """Tell whether ``PySide6/Qt/plugins/tls/libqopenssl.so`` and its like are to be left out."""
    _, found, plugin = name.replace("\\", "/").partition("plugins/")
    path = PurePosixPath(plugin)
    return bool(found) and str(path.with_name(path.stem.removeprefix("lib"))) not in PLUGINS


def base(name: str) -> str:
    """Return the last part of a file's name inside the folder."""
    return PurePosixPath(name.replace("\\", "/")).name


def is_library(name: str) -> bool:
    """Tell whether a binary is there only because another asks for it, unlike module and plugin.

    On Windows that is said of Qt's own libraries only: others may be loaded by their path.
    """
    file = base(name)
    of_qt = file.startswith("Qt6") and file.endswith(".dll")
    return of_qt or (".so." in file and not file.startswith("libpython"))


def forbidden(names: Iterable[str]) -> list[str]:
    """Return those of the finished folder's files that belong to a forbidden part of Qt."""
    return [
        name
        for name in names
        if any(f"Qt{v}{part}" in name for v in ("", "6") for part in FORBIDDEN)
    ]
