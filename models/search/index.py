"""The index of cases: every text by which one is looked up, in a trigram and a prefix table.

SQLite's FTS5 sits behind this one module; another database would bring its own. The two FTS tables
hold no content of their own: their row ids are those of ``name_key``. Migration 0001 makes them.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, Integer, Select, column, delete, insert, intersect, select, table
from sqlalchemy.sql.expression import ColumnElement, literal_column

from models.entities import Base
from models.errors import DamagedVaultError
from models.search.folding import fold

TRIGRAM, PREFIX = "name_trigram", "name_prefix"

_SHORTEST_TRIGRAM = 3
_MOST_WORDS = 20  # SQLite takes 500 parts of a query; nobody types so many words


def replace(connection: Connection, case_id: int, texts: Iterable[str]) -> None:
    """Make ``texts`` all that the case with this id is found by."""
    key = Base.metadata.tables["name_key"]
    known = connection.execute(select(key.c.folded, key.c.id).where(key.c.case_id == case_id))
    old = {row.folded: row.id for row in known}
    new = {fold(text) for text in texts} - {""}
    # Most saves change no name, and writing to the index is the dearest part of a save.
    for folded in old.keys() - new:
        _remove(connection, old[folded])
    for folded in sorted(new - old.keys()):
        _add(connection, case_id, folded)


def _remove(connection: Connection, row_id: int) -> None:
    for name in (TRIGRAM, PREFIX):
        rows = table(name, column("rowid", Integer))
        connection.execute(delete(rows).where(rows.c.rowid == row_id))
    key = Base.metadata.tables["name_key"]
    connection.execute(delete(key).where(key.c.id == row_id))


def _add(connection: Connection, case_id: int, folded: str) -> None:
    key = Base.metadata.tables["name_key"]
    added = connection.execute(insert(key).values(case_id=case_id, folded=folded))
    (row_id,) = added.inserted_primary_key or (None,)
    for name in (TRIGRAM, PREFIX):
        rows = table(name, column("rowid", Integer), column("folded"))
        connection.execute(insert(rows).values(rowid=row_id, folded=folded))


def clear(connection: Connection) -> None:
    """Forget every case, whatever state the tables are in."""
    for name in (TRIGRAM, PREFIX):
        rows = table(name, column(name))
        connection.execute(insert(rows).values({name: "delete-all"}))
    connection.execute(delete(Base.metadata.tables["name_key"]))


def is_broken(connection: Connection) -> bool:
    """Tell whether the index is damaged inside; then ``connection`` is of no more use.

    SQLite calls this check a write, so the transaction must be one that may write.
    """
    try:
        for name in (TRIGRAM, PREFIX):
            rows = table(name, column(name))
            connection.execute(insert(rows).values({name: "integrity-check"}))
    except DamagedVaultError:
        return True
    return False


def matching(query: str) -> Select[tuple[int]] | None:
    """Return the selection of case ids in which every word of ``query`` occurs; None for no words.

    A word of three letters or more is found anywhere, a shorter one at the beginning of a word.
    Lone signs are no words, and of a very long query the first twenty words count.
    """
    words = [word for word in dict.fromkeys(fold(query).split()) if _is_word(word)][:_MOST_WORDS]
    if not words:
        return None
    found = [_with(word) for word in words]
    return found[0] if len(found) == 1 else select(intersect(*found).subquery().c.case_id)


def _is_word(word: str) -> bool:
    return len(word) >= _SHORTEST_TRIGRAM or any(character.isalnum() for character in word)


def _with(word: str) -> Select[tuple[int]]:
    key = Base.metadata.tables["name_key"]
    long = len(word) >= _SHORTEST_TRIGRAM
    rows = table(TRIGRAM if long else PREFIX, column("rowid", Integer))
    hits = select(rows.c.rowid).where(_match(rows.name, _quoted(word) + ("" if long else "*")))
    return select(key.c.case_id).where(key.c.id.in_(hits))


def _match(name: str, expression: str) -> ColumnElement[bool]:
    return literal_column(name).op("MATCH")(expression)


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
