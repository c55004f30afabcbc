"""What stays in the installed program, and what a build must not hold."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def trimming(recipe: Callable[[str], ModuleType]) -> ModuleType:
    return recipe("trimming")


def entry(name: str) -> tuple[str, str, str]:
    return name, f"/somewhere/{name}", "BINARY"


def test_keeps_what_is_reached(trimming: ModuleType):
    asked = {
        "QtGui.abi3.so": ["libQt6Gui.so.6", "libc.so.6"],
        "libQt6Gui.so.6": ["libQt6Core.so.6"],
        "libqgtk3.so": ["libgtk-3.so.0"],
        "libqopenssl.so": ["libQt6Network.so.6"],
    }
    kept = [
        entry("PySide6/QtGui.abi3.so"),
        entry("PySide6/Qt/lib/libQt6Gui.so.6"),
        entry("PySide6/Qt/lib/libQt6Core.so.6"),
        entry("PySide6/Qt/plugins/platforms/libqxcb.so"),
        entry("pypdfium2_raw/libpdfium.so"),
        entry("libpython3.11.so.1.0"),
    ]
    left = [
        entry("PySide6/Qt/plugins/platformthemes/libqgtk3.so"),
        entry("PySide6/Qt/plugins/tls/libqopenssl.so"),
        entry("libgtk-3.so.0"),
        entry("PySide6/Qt/lib/libQt6Network.so.6"),
    ]

    def imports(file: str) -> list[str]:
        return asked.get(Path(file).name, [])

    assert trimming.trimmed([*left, *kept], imports) == kept


def test_windows_names(trimming: ModuleType):
    assert trimming.is_unlisted_plugin("PySide6\\plugins\\tls\\qopensslbackend.dll")
    assert not trimming.is_unlisted_plugin("PySide6\\plugins\\platforms\\qwindows.dll")
    assert trimming.is_library("PySide6\\Qt6Network.dll")
    assert not trimming.is_library("pypdfium2_raw\\pdfium.dll")


@pytest.mark.parametrize(
    "name",
    [
        "_internal/PySide6/QtNetwork.abi3.so",
        "_internal/PySide6/Qt/lib/libQt6Network.so.6",
        "_internal\\PySide6\\Qt6WebEngineCore.dll",
        "_internal/PySide6/Qt/lib/libQt6QuickWidgets.so.6",
    ],
)
def test_forbidden_files_are_found(trimming: ModuleType, name: str):
    innocent = ["_internal/PySide6/QtGui.abi3.so", "_internal/PySide6/Qt/lib/libQt6Core.so.6"]
    assert trimming.forbidden([*innocent, name]) == [name]
