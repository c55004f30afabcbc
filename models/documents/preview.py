"""A page of a PDF as a picture, drawn in the sealed child; the window gets width, height and RGB.

pdfium reads what may be a hostile file, so nothing of it comes back but pixels.
"""

import io
from collections.abc import Callable

import msgspec

from models import sandbox
from models.errors import DocumentError

TASK = "models.documents.preview:draw"
WIDEST = 4000  # pixels; more would be no page on any screen of ours


class PageWish(msgspec.Struct, frozen=True):
    """Which page of which file, and how wide in pixels; pages count from 0."""

    pdf: bytes
    page: int
    width: int


class PagePicture(msgspec.Struct, frozen=True):
    """A drawn page: ``rgb`` holds ``width * height * 3`` bytes; ``pages`` is how many there are."""

    pages: int
    width: int
    height: int
    rgb: bytes


def page_picture(pdf: bytes, page: int, width: int) -> PagePicture:
    """Return page number ``page`` (from 0) of ``pdf``, ``width`` pixels wide.

    Raises:
        SandboxRefusedError: it is no PDF, or has no such page.
        SandboxError: the sealed child gave no answer.
    """
    wish = PageWish(pdf=pdf, page=page, width=min(width, WIDEST))
    answer = sandbox.run(TASK, msgspec.msgpack.encode(wish))
    return msgspec.msgpack.decode(answer, type=PagePicture)


def draw(payload: bytes, _progress: Callable[[int, int], None]) -> bytes:
    """Draw the page that a :class:`PageWish` asks for; the task of the sealed child."""
    wish = msgspec.msgpack.decode(payload, type=PageWish)
    return msgspec.msgpack.encode(_drawn(wish))


def warm() -> None:
    """Draw one page before the seal, so that no library is left to be loaded."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415  only the child needs it

    blank = io.BytesIO()
    canvas = Canvas(blank)
    canvas.drawString(100, 100, ".")
    canvas.save()
    _drawn(PageWish(pdf=blank.getvalue(), page=0, width=100))


def _drawn(wish: PageWish) -> PagePicture:
    import pypdfium2  # noqa: PLC0415  only the child needs it

    try:
        with pypdfium2.PdfDocument(wish.pdf) as document:
            if not 0 <= wish.page < len(document):
                raise DocumentError("The document has no such page.")
            page = document[wish.page]
            bitmap = page.render(scale=wish.width / page.get_width(), rev_byteorder=True)
            picture = bitmap.to_pil().convert("RGB")
            return PagePicture(len(document), picture.width, picture.height, picture.tobytes())
    except pypdfium2.PdfiumError:
        raise DocumentError("This file is not a PDF that can be drawn.") from None
