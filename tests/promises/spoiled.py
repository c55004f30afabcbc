"""The program with one leak in it: the control of the promises that nothing leaks.

``spoiled.py WAY WORDS…`` runs ``habeas WORDS…``, and when it lists the cases lets each row out in
that way. Only tests start it.
"""

import os
import socket
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from desktop.__main__ import main
from desktop.console import record_commands

Rows = Sequence[Sequence[str]]


def into_home(text: str) -> None:
    Path.home().joinpath("log").write_text(text, encoding="utf-8")


def into_a_file_that_is_deleted(text: str) -> None:
    file = Path(os.environ["TMPDIR"], "page")
    file.write_text(text, encoding="utf-16")
    file.unlink()


def into_the_vault(text: str) -> None:
    vault = next(Path(word) for word in sys.argv if word.endswith(".habeas"))
    vault.joinpath("index").write_text(text, encoding="utf-8")
    vault.joinpath("index").unlink()


def into_complaints(text: str) -> None:
    sys.stderr.write(text)


def to_a_network(text: str) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.connect_ex(("192.0.2.1", 9))


WAYS: dict[str, Callable[[str], None]] = {
    way.__name__: way
    for way in (
        into_home,
        into_a_file_that_is_deleted,
        into_the_vault,
        into_complaints,
        to_a_network,
    )
}


def spoil(way: str) -> None:
    table = record_commands.table

    def leaking_table(head: Sequence[str], rows: Rows) -> None:
        WAYS[way]("\n".join("\t".join(row) for row in rows))
        table(head, rows)

    record_commands.table = leaking_table


if __name__ == "__main__":
    spoil(sys.argv.pop(1))
    sys.exit(main())
