"""A finished file tells its title and language and nothing about who made it."""

from typing import Any

import msgspec
import pytest

from models.documents.blocks import Document
from models.documents.layout import lay_out, rehearsal

ALL = list(rehearsal.documents())


@pytest.mark.parametrize("document", ALL, ids=lambda one: f"{one.kind}-{one.language}")
def test_two_builds_are_equal_byte_by_byte(document: Document, printed: Any):
    first = printed(document).pdf
    for other in ALL:  # what else was set before leaves no trace
        printed(other)
    assert printed(document).pdf == first


def test_properties_hold_title_and_remark_only(printed: Any):
    plain, remarked = ALL[0], msgspec.structs.replace(ALL[0], remark="A remark")
    assert "Creator" not in printed(plain).properties
    assert "Producer" not in printed(plain).properties
    assert "CreationDate" not in printed(plain).properties
    assert printed(plain).properties["Title"] == "Complaint"
    with printed(plain).open() as pdf:
        assert set(pdf.docinfo.keys()) == {"/Title"}
        assert str(pdf.Root.Lang) == "en"
    with printed(remarked).open() as pdf:
        assert str(pdf.docinfo["/Subject"]) == "A remark"


def test_no_word_of_tools_or_places_is_left(printed: Any, tmp_path: Any):
    with printed(ALL[0]).open() as pdf:
        plain = tmp_path / "plain.pdf"
        pdf.save(
            plain, compress_streams=False, object_stream_mode=_disabled(), deterministic_id=True
        )
    content = plain.read_bytes().lower()
    for word in (b"reportlab", b"/home/", b"/root/", b"/work/", b"site-packages"):
        assert word not in content


def test_pages_are_labelled_as_printed(printed: Any):
    with printed(ALL[0]).open() as pdf:
        labels = [pdf.pages[number].label for number in range(3)]
    assert labels == ["A", "i", "1"]


def test_progress_ends_at_the_end():
    heard: list[tuple[int, int]] = []
    lay_out(msgspec.msgpack.encode(ALL[0]), lambda *step: heard.append(step))
    assert heard[-1][0] == heard[-1][1]


def _disabled() -> Any:
    import pikepdf  # noqa: PLC0415  only this test looks inside

    return pikepdf.ObjectStreamMode.disable
