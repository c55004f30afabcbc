"""The pictures of the demo, taken as the demo takes them: in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from models.casebook import Casebook
from models.errors import WrongPassphraseError

ROOT = Path(__file__).parents[2]
NAMES = [
    f"{name}-{scheme}"
    for scheme in ("light", "dark")
    for name in ("unlock", "list", "case", "settings")
]


def take(vault: Path, phrase: str, out: Path) -> subprocess.CompletedProcess[str]:
    secret = out.parent / "phrase.txt"
    secret.write_text(phrase)
    words = ["--pictures", out, "--vault", vault, "--passphrase-file", secret]
    return subprocess.run(
        [sys.executable, "-m", "desktop", *words],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )


@pytest.fixture
def vault(casebook: Casebook, make: Any) -> Path:
    make.detention(make.case("Anna Example"), "2022-04", make.proof(make.source()))
    casebook.close()
    return casebook.folder


def lightness(picture: QImage) -> float:
    spots = [picture.pixelColor(x, y).lightnessF() for x in (300, 900) for y in (250, 600)]
    return sum(spots) / len(spots)


def test_every_screen_is_taken_in_both_schemes(app: QApplication, vault: Path, tmp_path: Path):
    done = take(vault, "a passphrase for tests", tmp_path / "pictures")
    assert done.returncode == 0, done.stderr
    taken = {path.stem: QImage(str(path)) for path in (tmp_path / "pictures").iterdir()}
    assert sorted(taken) == sorted(NAMES)
    assert {(picture.width(), picture.height()) for picture in taken.values()} == {(1280, 720)}
    for name in ("unlock", "list", "case", "settings"):
        assert lightness(taken[f"{name}-light"]) > 0.8
        assert lightness(taken[f"{name}-dark"]) < 0.3
    assert taken["list-light"] != taken["case-light"]


def test_a_wrong_passphrase_takes_none(app: QApplication, vault: Path, tmp_path: Path):
    done = take(vault, "another", tmp_path / "pictures")
    assert done.returncode != 0
    assert WrongPassphraseError.__name__ in done.stderr
