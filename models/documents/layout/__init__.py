"""The layout of PDFs by reportlab; runs inside the closed-off child process.

:func:`lay_out` is the task the child is asked for, :func:`warm` what it does before it is sealed.
"""

import io
from collections.abc import Callable

import msgspec

from models.documents.blocks import Document
from models.documents.layout import faces, rehearsal
from models.documents.layout.finishing import finish
from models.documents.layout.pages import Pages
from models.documents.layout.story import Story
from models.documents.layout.wording import check_coverage


def lay_out(payload: bytes, progress: Callable[[int, int], None]) -> bytes:
    """Return the PDF of a :class:`Document` encoded as MessagePack.

    ``progress`` hears how many pieces of how many are placed. The same document gives the same
    bytes, on every day and every machine.

    Raises:
        DocumentError: a character of the text is in none of our faces.
    """
    return _pdf(msgspec.msgpack.decode(payload, type=Document), progress)


def warm() -> None:
    """Load faces and hyphenation, and lay out one page of everything so that no import is left."""
    for document in rehearsal.documents():
        _pdf(document, lambda _done, _total: None)


def _pdf(document: Document, progress: Callable[[int, int], None]) -> bytes:
    faces.register()
    check_coverage(document)
    target = io.BytesIO()
    pages = Pages(target, document, progress)
    pages.lay_out(Story(document).flowables(pages.lines))
    return finish(target.getvalue(), document, pages.counts)
