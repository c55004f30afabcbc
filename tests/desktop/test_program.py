"""How the program is started afresh."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.program import command


def test_an_installed_program_is_its_own_executable(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command() == [sys.executable]


@pytest.mark.parametrize(("isolated", "misled"), [(True, False), (False, True)])
def test_a_file_where_one_stands_is_not_imported(tmp_path: Path, *, isolated: bool, misled: bool):
    (tmp_path / "desktop.py").write_text("print('misled')")
    words = command() if isolated else [sys.executable, "-m", "desktop"]
    said = subprocess.run(
        [*words, "--version"], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout
    assert ("misled" in said) is misled
    assert ("Habeas" in said) is not misled
