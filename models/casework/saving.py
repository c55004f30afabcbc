"""Puts a finished document where the worker wants it: printed, whole, for its owner alone."""

from collections.abc import Callable
from pathlib import Path

from models.documents import printing
from models.documents.blocks import Document
from models.errors import DocumentError
from models.store.durable import write_durably

Progress = Callable[[int, int], None]
"""Hears (pieces placed, pieces in all)."""

Cancelled = Callable[[], bool]
"""Asked now and then from another thread; a yes ends the work."""


def save_pdf(
    document: Document,
    out: Path,
    on_progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Write ``document`` as a PDF to ``out``, whole or not at all, readable by its owner only.

    Raises:
        DocumentError: it cannot be set, for example for want of a letter in our fonts, or it cannot
            be written there.
        SandboxError: the layout process gave no answer.
    """
    printed = printing.pdf(document, on_progress, cancelled)
    try:
        write_durably(out, printed)
    except OSError:
        raise DocumentError(
            "The PDF cannot be written there; is the folder there, may you write into it, "
            "and is there space?"
        ) from None
