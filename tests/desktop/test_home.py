from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication

from desktop.home import VAULT_VARIABLE, Preferences, home, vaults


def test_home_is_where_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HABEAS_HOME", str(tmp_path / "here"))
    assert home() == tmp_path / "here"


def test_home_is_below_the_users_data_otherwise(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("HABEAS_HOME")
    assert home().name == "habeas"


def test_vaults_are_listed_with_the_last_one_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HABEAS_HOME", str(tmp_path))
    for name in ("b.habeas", "a.habeas", "else"):
        (tmp_path / name).mkdir()
    assert [folder.name for folder in vaults()] == ["a.habeas", "b.habeas"]
    monkeypatch.setenv(VAULT_VARIABLE, str(tmp_path / "b.habeas"))
    assert [folder.name for folder in vaults()] == ["b.habeas", "a.habeas"]


def test_no_folder_no_vaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HABEAS_HOME", str(tmp_path / "nothing"))
    monkeypatch.delenv(VAULT_VARIABLE, raising=False)
    assert vaults() == []


def test_theme_and_place_are_kept(app: QApplication):
    assert Preferences().theme == "system"
    kept = Preferences()
    kept.keep_theme("dark")
    kept.keep_geometry(QByteArray(b"somewhere"))
    assert Preferences().theme == "dark"
    assert Preferences().geometry == QByteArray(b"somewhere")


def test_a_theme_that_is_none_of_ours_counts_for_nothing(app: QApplication):
    (home() / "window.ini").parent.mkdir(exist_ok=True)
    (home() / "window.ini").write_text("[General]\ntheme=neon\n")
    assert Preferences().theme == "system"


def test_nothing_but_size_and_theme_is_written(app: QApplication):
    kept = Preferences()
    kept.keep_theme("dark")
    kept.keep_geometry(QByteArray(b"x"))
    kept._settings.sync()
    lines = (home() / "window.ini").read_text().splitlines()
    assert {line.split("=")[0] for line in lines if "=" in line} == {"theme", "geometry"}
