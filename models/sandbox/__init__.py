"""The closed-off child process in which foreign bytes are read and documents are laid out.

The child can compute and answer, nothing else: no files, no network, no programs, bounded memory
and time. Callers name a function of a module below ``models``::

    answer = sandbox.run("models.documents.layout:lay_out", payload)

The named function is ``(payload: bytes, progress: Callable[[int, int], None]) -> bytes``. Its
module may offer ``warm()``, which runs before the seal: imports, fonts, tables. Libraries import
late, so the surest warm-up is a small job of the same kind: what is missing after the seal cannot
be fetched. The bytes of the payload reach the child after the seal only. There is no unsealed
fallback: where the seal cannot be set, nothing runs. The reasons are in
``docs/decisions/0010-sandbox.md``.
"""

from models.sandbox.children import kill_children
from models.sandbox.limits import Limits
from models.sandbox.running import run

__all__ = ["Limits", "kill_children", "run"]
