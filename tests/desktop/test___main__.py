import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import __main__ as start

ROOT = Path(__file__).parents[2]


def modules_of(*words: str) -> set[str]:
    """Return what a fresh process has imported after the program has run with ``words``."""
    code = (
        "import json, sys\nfrom desktop.__main__ import main\n"
        f"try: main({list(words)!r})\nexcept SystemExit: pass\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_a_command_never_pays_for_qt():
    modules = modules_of("--help")
    assert "desktop.console" in modules
    assert not [name for name in modules if name.startswith(("PySide6", "shiboken6"))]


def test_words_are_handed_to_the_command_line(monkeypatch: pytest.MonkeyPatch):
    import desktop.console  # noqa: PLC0415  replaced below

    heard: list[list[str]] = []
    monkeypatch.setattr(desktop.console, "run", lambda words: heard.append(list(words)) or 7)
    assert start.main(["list", "x.habeas"]) == 7
    assert heard == [["list", "x.habeas"]]


@pytest.mark.parametrize(
    ("words", "vault"), [([], None), (["--vault", "a.habeas"], Path("a.habeas"))]
)
def test_without_a_command_the_window_opens(
    words: list[str], vault: Path | None, monkeypatch: pytest.MonkeyPatch
):
    import desktop.app  # noqa: PLC0415  replaced below

    monkeypatch.setenv("DISPLAY", ":0")
    opened: list[Path | None] = []
    monkeypatch.setattr(desktop.app, "open_window", lambda given: opened.append(given) or 0)
    assert start.main(words) == 0
    assert opened == [vault]


def test_half_an_option_is_a_wrong_call(capsys: pytest.CaptureFixture[str]):
    assert start.main(["--vault"]) == 2
    assert capsys.readouterr().err.startswith("Usage:")


def test_without_a_screen_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert start.main([]) == 1
    assert "no screen" in capsys.readouterr().err
