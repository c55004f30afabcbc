"""Drawing a page in the sealed child."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from models.documents.preview import page_picture
from models.errors import SandboxRefusedError


@pytest.fixture(scope="module")
def two_pages() -> bytes:
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=(200, 400), invariant=1)
    canvas.rect(0, 0, 200, 400, stroke=0, fill=1)  # a black page …
    canvas.showPage()
    canvas.showPage()  # … and a white one
    canvas.save()
    return written.getvalue()


def test_a_page_comes_back_as_pixels(two_pages: bytes) -> None:
    picture = page_picture(two_pages, 0, 50)
    assert (picture.pages, picture.width, picture.height) == (2, 50, 100)
    assert picture.rgb == bytes(50 * 100 * 3)
    assert page_picture(two_pages, 1, 50).rgb == b"\xff" * (50 * 100 * 3)


@pytest.mark.parametrize("content", [b"", b"no pdf at all", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(SandboxRefusedError, match="not a PDF"):
        page_picture(content, 0, 50)


@pytest.mark.parametrize("page", [-1, 2])
def test_a_page_that_is_not_there_is_refused(two_pages: bytes, page: int) -> None:
    with pytest.raises(SandboxRefusedError, match="no such page"):
        page_picture(two_pages, page, 50)
