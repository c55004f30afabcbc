"""Writing to the terminal: plain lines, tables, and progress where somebody is watching."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

_CONTROLS = {code: f"\\u{code:04x}" for code in (*range(32), *range(127, 160))}
_SHOWN = {code: escape for code, escape in _CONTROLS.items() if chr(code) not in "\n\t"}


def say(line: str = "") -> None:
    """Write one line to standard output.

    Signs that command a terminal are shown instead of obeyed, since names come from foreign files;
    the escapes are those of JSON.
    """
    sys.stdout.write(f"{line.translate(_SHOWN)}\n")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write a table; on a terminal it fits the width, elsewhere every row is one whole line."""
    if not sys.stdout.isatty():
        for row in rows:
            say("\t".join(" ".join(cell.split()) for cell in row))
        return
    drawn = Table(*head, show_header=any(head), box=None, pad_edge=False)
    for row in rows:
        # Text, since a string would be read as markup and a name may hold brackets.
        drawn.add_row(*(Text(cell.translate(_CONTROLS)) for cell in row))
    Console().print(drawn)


Advance = Callable[[int, int], None]


@contextmanager
def progress(title: str) -> Iterator[Advance]:
    """Yield what long work reports (done, total) to; drawn on a terminal, one line elsewhere."""
    if not sys.stderr.isatty():
        sys.stderr.write(f"{title} …\n")
        yield _nothing
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as drawn:
        task = drawn.add_task(title, total=None)
        yield lambda done, total: drawn.update(task, completed=done, total=total)


def _nothing(_done: int, _total: int) -> None:
    """Report to nobody."""
