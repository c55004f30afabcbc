"""The main job from end to end, as a person would do it: ``habeas demo``."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from models.casebook import Casebook
from models.documents.blocks import unsourced
from models.values.country import Country

pytestmark = pytest.mark.journey

ROOT = Path(__file__).parents[2]
SENTENCED = {
    "Andrei Khanevich": "five years in prison",
    "Aliaksandr Mishuk": "two and a half years",
    "Yanina Malash": "one and a half years",
    "Vital Chychmarou": "three years of home confinement",
    "Mikhail Hromau": "two and a half years of home confinement",
}
OTHERS = (
    "Aliaksandr Yarashuk",
    "Leanid Sudalenka",
    "Volha Brytsikava",
    "Genadz Bedzeneu",
    "Sergey Antusevich",
)
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that one run of the demo filled, with an empty home and no screen."""
    out, home = tmp_path_factory.mktemp("demo"), tmp_path_factory.mktemp("home")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HABEAS")}
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "demo", "--out", out],
        cwd=ROOT,
        env=kept | {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert str(out / "complaint-BY.pdf") in done.stdout
    return out


def text_of(pdf: Path) -> str:
    """Return the words of a PDF with single spaces, hyphenation undone."""
    shown = subprocess.run(
        ["pdftotext", pdf, "-"], capture_output=True, text=True, check=True
    ).stdout
    return " ".join(re.sub(r"(\w)-\n\s*(\w)", r"\1\2", shown).split())


def pages_of(pdf: Path) -> list[str]:
    shown = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True)
    return shown.stdout.split("\f")[:-1]


def test_the_belarus_complaint_names_all_ten(demo: Path) -> None:
    text = text_of(demo / "complaint-BY.pdf")
    assert [name for name in (*SENTENCED, *OTHERS) if name not in text] == []


def sentences_of(text: str, name: str) -> list[str]:
    """Return what the allegations say a person was sentenced to."""
    return re.findall(rf"{name}: sentenced to ([^;.]+)", text)


@pytest.mark.parametrize(("name", "sentence"), SENTENCED.items())
def test_a_sentence_stands_as_the_article_gives_it(demo: Path, name: str, sentence: str) -> None:
    told = sentences_of(text_of(demo / "complaint-BY.pdf"), name)
    assert told
    assert all(one.startswith(sentence) for one in told), told


@pytest.mark.parametrize("name", OTHERS)
def test_nobody_else_carries_a_sentence(demo: Path, name: str) -> None:
    assert sentences_of(text_of(demo / "complaint-BY.pdf"), name) == []


@pytest.mark.parametrize("country", ["BY", "KG"])
def test_no_sentence_lacks_a_note_or_a_flag(demo: Path, country: str) -> None:
    passphrase = (demo / "passphrase.txt").read_text("utf-8")
    with Casebook.open(demo / "demo.habeas", passphrase) as casebook:
        complaints = casebook.complaints
        document = complaints.document(complaints.file_of(Country(country)))
    assert unsourced(document) == ()


def test_every_page_says_specimen(demo: Path) -> None:
    documents = [*demo.glob("*.pdf"), *demo.glob("letters/*.pdf")]
    assert len(documents) == 8
    for document in documents:
        assert all("SPECIMEN" in page for page in pages_of(document)), document.name


def test_every_statement_on_custody_says_as_of(demo: Path) -> None:
    text = text_of(demo / "complaint-BY.pdf")
    custody = r"(?:Held|Home confinement|At liberty)(?: \(inferred from the sentence\))?, "
    assert len(re.findall(f"{custody}as last known on", text)) == 10
    assert re.findall(f"{custody}(?!as last known on)", text) == []


def test_the_kyrgyz_complaint_says_what_is_missing(demo: Path) -> None:
    text = text_of(demo / "complaint-KG.pdf")
    assert "Eldar Tadjibaev" in text
    assert "Check page" in text
    assert "entenced" not in text


def test_the_pictures_are_pictures(demo: Path) -> None:
    pictures = sorted(path.name for path in (demo / "pictures").iterdir())
    assert {"case-dark.png", "case-light.png", "list-light.png", "unlock-dark.png"} <= set(pictures)
    assert all(p.read_bytes().startswith(PNG) for p in (demo / "pictures").iterdir())


def test_a_second_demo_in_the_same_folder_is_refused(demo: Path) -> None:
    again = subprocess.run(
        [sys.executable, "-m", "desktop", "demo", "--out", demo],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert again.returncode == 1
    assert "there already" in again.stderr
