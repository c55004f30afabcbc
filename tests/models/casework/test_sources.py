"""A file goes into the vault sealed, and comes back the same or not at all."""

import hashlib
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from models.casebook import Casebook
from models.errors import DamagedVaultError, LostDiskError, UnknownRecordError, VaultError
from models.values.vocabulary import vocabulary
from models.views.proof import NewSource

CONTENT = "Zyxwvut was heard on 19 April.".encode("utf-16") * 5000


def test_a_file_comes_back_as_it_was(casebook: Casebook, make: Any):
    source, other = make.source(), make.source("Another")
    stream = io.BytesIO(CONTENT)
    attached = casebook.sources.attach(source, stream, "verdict.pdf", "application/pdf")
    casebook.sources.attach(other, io.BytesIO(), "empty")
    (view,) = casebook.sources.attachments(source)
    assert (view.id, view.source_id) == (attached, source)
    assert (view.file_name, view.media_type) == ("verdict.pdf", "application/pdf")
    assert (view.length, view.sha256_plain) == (len(CONTENT), hashlib.sha256(CONTENT).hexdigest())
    assert casebook.sources.read_attachment(attached) == CONTENT
    assert [view.length for view in casebook.sources.attachments(other)] == [0]
    assert not stream.closed
    assert casebook.health.history_gives_the_record()


def test_nothing_of_it_can_be_read_in_the_folder(casebook: Casebook, make: Any):
    casebook.sources.attach(make.source(), io.BytesIO(CONTENT), "Zyxwvut.pdf")
    for path in casebook.folder.rglob("*"):
        if path.is_file():
            assert b"Zyxwvut" not in path.read_bytes().replace(b"\0", b"")
            assert "Zyxwvut" not in path.name


@pytest.mark.parametrize("harm", ["changed", "cut", "gone", "exchanged"])
def test_a_file_that_was_harmed_is_not_given_out(casebook: Casebook, make: Any, harm: str):
    source = make.source()
    attached = casebook.sources.attach(source, io.BytesIO(CONTENT), "verdict.pdf")
    (sealed,) = (casebook.folder / "attachments").iterdir()
    content = sealed.read_bytes()
    if harm == "gone":
        sealed.unlink()
    elif harm == "exchanged":
        casebook.sources.attach(source, io.BytesIO(b"Another"), "another.pdf")
        (other,) = set((casebook.folder / "attachments").iterdir()) - {sealed}
        sealed.write_bytes(other.read_bytes())
    else:
        changed = bytes([content[-1] ^ 1]) if harm == "changed" else b""
        sealed.write_bytes(content[:-1] + changed)
    with pytest.raises(DamagedVaultError):
        casebook.sources.read_attachment(attached)


def test_a_text_is_kept_apart_from_what_is_read_with_every_case(casebook: Casebook, make: Any):
    new = NewSource(title="An item")
    source = casebook.sources.add_source(new, "The article.\n\nIts second paragraph.")
    assert casebook.sources.text(source) == "The article.\n\nIts second paragraph."
    assert casebook.sources.text(make.source()) == ""
    assert not hasattr(casebook.sources.all()[0], "text")
    casebook.claims.revise("source", source, replace(casebook.sources.all()[0], title="Another"))
    assert casebook.sources.text(source).startswith("The article.")
    assert casebook.health.history_gives_the_record()
    with pytest.raises(UnknownRecordError):
        casebook.sources.text(4040)


class Broken(io.RawIOBase):
    """A stick that is pulled out while it is read."""

    def read(self, size: int = -1) -> bytes:
        raise OSError(size)


def test_what_cannot_be_attached_leaves_nothing(casebook: Casebook, make: Any):
    source = make.source()
    before = casebook.health.verify_history()
    with pytest.raises(VaultError, match="taken into the vault"):
        casebook.sources.attach(source, Broken(), "verdict.pdf")
    with pytest.raises(UnknownRecordError):
        casebook.sources.attach(4040, io.BytesIO(CONTENT), "verdict.pdf")
    with pytest.raises(UnknownRecordError):
        casebook.sources.read_attachment(4040)
    assert list((casebook.folder / "attachments").iterdir()) == []
    assert casebook.sources.attachments(source) == ()
    assert casebook.health.verify_history() == before


def test_who_handled_a_file_is_logged(casebook: Casebook, make: Any, tmp_path: Path):
    file = casebook.sources.attach(make.source(), io.BytesIO(CONTENT), "verdict.pdf")
    casebook.sources.read_attachment(file)
    said = casebook.sources.export_attachment(file, tmp_path / "copy.pdf")
    assert said == "“copy.pdf” now lies outside the vault, and anybody can read it there."
    assert (tmp_path / "copy.pdf").read_bytes() == CONTENT
    log = casebook.sources.handlings(file)
    assert [line.act for line in log] == ["taken_in", "viewed", "exported"]
    assert {line.worker for line in log} == {"tester"}
    assert all(line.act in vocabulary("handling_act") for line in log)
    assert [line.handled_at for line in log] == sorted(line.handled_at for line in log)
    assert casebook.health.check().findings == ()


def test_an_export_overwrites_nothing_and_leaves_no_half_file(
    casebook: Casebook, make: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = casebook.sources.attach(make.source(), io.BytesIO(CONTENT), "verdict.pdf")
    (tmp_path / "mine").write_bytes(b"mine")
    with pytest.raises(VaultError, match="another name"):
        casebook.sources.export_attachment(file, tmp_path / "mine")
    with pytest.raises(VaultError, match="cannot be written"):
        casebook.sources.export_attachment(file, tmp_path / "missing" / "copy")
    (sealed,) = (casebook.folder / "attachments").iterdir()
    sealed.write_bytes(sealed.read_bytes()[:-1])
    with pytest.raises(DamagedVaultError):
        casebook.sources.export_attachment(file, tmp_path / "copy")
    assert (tmp_path / "mine").read_bytes() == b"mine"
    assert not (tmp_path / "copy").exists()


def test_what_cannot_be_logged_is_viewed_and_not_exported(
    casebook: Casebook, make: Any, tmp_path: Path
):
    file = casebook.sources.attach(make.source(), io.BytesIO(CONTENT), "verdict.pdf")
    casebook._store.read_only_because = "The disk failed."
    assert casebook.sources.read_attachment(file) == CONTENT
    with pytest.raises(LostDiskError, match="The disk failed"):
        casebook.sources.export_attachment(file, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()
    casebook.try_writing_again()
    assert [line.act for line in casebook.sources.handlings(file)] == ["taken_in"]
