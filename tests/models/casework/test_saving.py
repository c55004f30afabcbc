"""A document is saved whole and private, or a sentence says why it is not."""

import stat
from pathlib import Path
from typing import Any

import pytest

from models.casebook import Casebook
from models.casework import saving
from models.casework.saving import save_pdf
from models.errors import DocumentError
from models.values.country import Country


@pytest.fixture
def document(casebook: Casebook, make: Any) -> Any:
    make.case("Anna Example")
    return casebook.complaints.document(casebook.complaints.file_of(Country("BY")))


def test_it_is_whole_and_for_its_owner(document: Any, tmp_path: Path):
    heard: list[tuple[int, int]] = []
    out = tmp_path / "complaint.pdf"
    save_pdf(document, out, lambda done, total: heard.append((done, total)))
    assert out.read_bytes().startswith(b"%PDF")
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert heard
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".habeas"] == [out.name]


@pytest.mark.parametrize("place", ["nowhere/complaint.pdf", "."])
def test_where_it_cannot_be_written_a_sentence_says_so(
    document: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
):
    monkeypatch.setattr(saving.printing, "pdf", lambda *_: b"%PDF")
    with pytest.raises(DocumentError, match="cannot be written there"):
        save_pdf(document, tmp_path / place)
