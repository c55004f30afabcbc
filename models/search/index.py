"""The index of cases: every text by which one is looked up, in a trigram and a prefix table.

SQLite's FTS5 sits behind this one module; another database would bring its own. The two FTS tables
hold no content of their own: their row ids are those of ``name_key``. Migration 0001 makes them.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, Integer, Select, column, delete, insert, intersect, select, table
from sqlalchemy.sql.expression import ColumnElement, literal_column

from models.entities import Base
from models.search.folding import fold

TRIGRAM, PREFIX = "name_trigram", "name_prefix"

_SHORTEST_TRIGRAM = 3


def replace(connection: Connection, case_id: int, texts: Iterable[str]) -> None:
    """Make ``texts`` all that the case with this id is found by."""
    key = Base.metadata.tables["name_key"]
    old = connection.scalars(select(key.c.id).where(key.c.case_id == case_id)).all()
    for name in (TRIGRAM, PREFIX):
        rows = table(name, column("rowid", Integer))
        for row_id in old:
            connection.execute(delete(rows).where(rows.c.rowid == row_id))
    connection.execute(delete(key).where(key.c.case_id == case_id))
    for folded in sorted({fold(text) for text in texts} - {""}):
        added = connection.execute(insert(key).values(case_id=case_id, folded=folded))
        (row_id,) = added.inserted_primary_key or (None,)
        for name in (TRIGRAM, PREFIX):
            rows = table(name, column("rowid", Integer), column("folded"))
            connection.execute(insert(rows).values(rowid=row_id, folded=folded))


def matching(query: str) -> Select[tuple[int]] | None:
    """Return the selection of case ids in which every word of ``query`` occurs; None for no words.

    A word of three letters or more is found anywhere, a shorter one at the beginning of a word.
    """
    words = fold(query).split()
    if not words:
        return None
    found = [_with(word) for word in words]
    return found[0] if len(found) == 1 else select(intersect(*found).subquery().c.case_id)


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
