import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET  # our own file

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

import desktop
from desktop import translations

SOURCES = sorted(Path(desktop.__file__).parent.rglob("*.py"))


def messages(file: Path) -> set[tuple[str, str]]:
    """Return every (context, source) of a catalogue."""
    return {
        (context.findtext("name") or "", message.findtext("source") or "")
        for context in ET.parse(file).iter("context")  # noqa: S314  our own file
        for message in context.iter("message")
    }


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("ts") / "all.ts"
    translations.collect(target, "en")
    return target


def test_the_catalogue_holds_every_string_of_the_windows(collected: Path):
    assert messages(translations.source("en")) == messages(collected)


def test_every_string_in_the_source_can_be_collected(collected: Path):
    known = {source for _, source in messages(collected)}
    found = {
        "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', call))
        for path in SOURCES
        for call in re.findall(r'\.tr\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)', path.read_text("utf-8"))
    }
    assert len(found) > 80
    assert found <= known


def test_no_string_is_built_where_it_is_translated():
    # An f-string or a name inside tr() is never collected: it would stay English for ever.
    bad = [
        (path.name, call)
        for path in SOURCES
        for call in re.findall(r"\.tr\(\s*[^\"\s)][^)]*\)", path.read_text("utf-8"))
    ]
    assert bad == []


def test_every_count_has_its_plural_forms():
    tree = ET.parse(translations.source("en"))  # noqa: S314  our own file
    counted = [m for m in tree.iter("message") if "%n" in (m.findtext("source") or "")]
    assert counted
    for message in counted:
        forms = [form.text for form in message.iter("numerusform")]
        assert message.get("numerus") == "yes", message.findtext("source")
        assert len(forms) == 2
        assert all(forms)


def test_plurals_are_said_in_english(app: QApplication):
    assert QCoreApplication.translate("ListPane", "%n case(s)", "", 1) == "1 case"
    assert QCoreApplication.translate("ListPane", "%n case(s)", "", 2) == "2 cases"


def test_a_missing_tool_is_no_crash(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(translations, "_TOOLS", tmp_path)
    assert not translations.release("en")


def test_a_stale_catalogue_is_built_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, app: QApplication
):
    shutil.copy(translations.source("en"), tmp_path / "habeas_en.ts")
    monkeypatch.setattr(translations, "source", lambda language: tmp_path / f"habeas_{language}.ts")
    assert translations.install(app)
    assert (tmp_path / "habeas_en.qm").exists()
