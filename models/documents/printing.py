"""Has a document laid out as a PDF by the sealed child process."""

from collections.abc import Callable

import msgspec

from models import sandbox
from models.documents.blocks import Document
from models.errors import DocumentError, SandboxRefusedError
from models.sandbox import Limits

TASK = "models.documents.layout:lay_out"
_LIMITS = Limits(seconds=300)  # a dossier of 500 cases takes ten seconds on a fast machine


def pdf(
    document: Document,
    on_progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return ``document`` as a PDF; the same document gives the same bytes.

    Args:
        document: what to print.
        on_progress: hears (pieces placed, pieces in all) after each page.
        cancelled: asked now and then from another thread; a yes ends the work.

    Raises:
        DocumentError: it cannot be set, for example for want of a letter in our fonts.
        SandboxError: the child gave no answer.
    """
    payload = msgspec.msgpack.encode(document)
    try:
        return sandbox.run(
            TASK, payload, limits=_LIMITS, on_progress=on_progress, cancelled=cancelled
        )
    except SandboxRefusedError as refused:
        raise DocumentError(str(refused)) from refused
