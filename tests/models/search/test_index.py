"""The index finds what a plain scan finds, whatever is typed."""

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select

from models.casebook import Casebook, CaseFilter
from models.crypto.kdf import CHEAP
from models.entities import kinds
from models.entities.people import Person
from models.search import index
from models.search.folding import fold
from models.values.country import Country

NAMES = [
    "Пётр Ёлкин", "Сергей Йонов", "Anna-Maria O'Neil", "Łukasz Żółw", "Straße der Freiheit",
    "أحمد محمد", "NOT A NAME", "a", "Bo Li", 'She said "AND"', "SIZO No. 1 (Minsk)", "100%_sure",
    "Anna", "Ana", "hanna", "x" * 300, "Serge\u0301i", "co-op", "no:col", "{curly}", "^start",
]  # fmt: skip
ALPHABET = "aаnnлёйеиŁłß\"'*()-:^{}+ \x00%_.,NOTANDOR1ОمحÉ\u0301日NEAR/\\\n\t\u200b😀"
folded = cache(fold)


@pytest.fixture(scope="module")
def texts() -> dict[int, list[str]]:
    """Two texts for each case."""
    return {
        number: [name, f"{name} {NAMES[-number]}"] for number, name in enumerate(NAMES, start=1)
    }


@pytest.fixture(scope="module")
def connection(
    tmp_path_factory: pytest.TempPathFactory, texts: dict[int, list[str]]
) -> Iterator[Connection]:
    """An index of ``texts``, in a transaction that is never committed."""
    folder = tmp_path_factory.mktemp("search") / "search.habeas"
    casebook, _ = Casebook.create(folder, "a passphrase for tests", kdf=CHEAP)
    with casebook, casebook._vault.engine.execution_options(write=True).connect() as opened:
        opened.execute(insert(Person).values(id=1))
        case = kinds()["case"].__table__
        for number, written in texts.items():
            facts = {"id": number, "reference": str(number), "person_id": 1}
            opened.execute(insert(case).values(**facts, country=Country("BY"), worker=""))
            index.replace(opened, number, written)
        yield opened


def found(connection: Connection, query: str) -> list[int] | None:
    statement = index.matching(query)
    return None if statement is None else sorted(set(connection.scalars(statement)))


def tokens(text: str) -> list[str]:
    """Return the words of a folded text as the prefix table has them: letters and digits."""
    return re.findall(r"[^\W_]+", text)


def has(text: str, word: str) -> bool:
    if len(word) >= 3:
        return word in text
    return all(any(t.startswith(part) for t in tokens(text)) for part in tokens(word))


def scanned(texts: dict[int, list[str]], query: str) -> list[int] | None:
    """Return what a plain look at every text finds."""
    words = [w for w in dict.fromkeys(fold(query).split()) if len(w) >= 3 or tokens(w)][:20]
    if not words:
        return None
    return [
        number
        for number, written in texts.items()
        if all(any(has(folded(text), word) for text in written) for word in words)
    ]


def test_10_000_strings_find_what_a_scan_finds(connection: Connection, texts: dict[int, list[str]]):
    chance = random.Random(8)  # noqa: S311  a repeatable shuffle, no secret
    hits = 0
    for _ in range(10_000):
        name = chance.choice(NAMES)
        start = chance.randrange(len(name))
        piece = name[start : start + chance.randrange(1, 9)]
        noise = "".join(chance.choices(ALPHABET, k=chance.randrange(4)))
        query = chance.choice([piece, noise, piece + noise, f"{noise} {piece}"])
        expected = scanned(texts, query)
        assert found(connection, query) == expected, query
        hits += bool(expected)
    assert hits > 2000


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("петр елкин", ["Пётр Ёлкин"]),
        ("ЁЛКИН", ["Пётр Ёлкин"]),
        ("ионов", ["Сергей Йонов"]),
        ("lukasz", ["Łukasz Żółw"]),
        ("strasse", ["Straße der Freiheit"]),
        ("sergéi", ["Serge\u0301i"]),
        ("محمد", ["أحمد محمد"]),
        ("li", ["Bo Li"]),
        ("neil", ["Anna-Maria O'Neil"]),
        ("eil", ["Anna-Maria O'Neil"]),
        ("ei", []),
        ('"and"', ['She said "AND"']),
        ("NOT a name", ["NOT A NAME"]),
        ("anna NOT maria", []),
        ("Anna - Maria", ["Anna-Maria O'Neil"]),
        ("(minsk", ["SIZO No. 1 (Minsk)"]),
        ("min\x00sk", ["SIZO No. 1 (Minsk)"]),
        ("folded:anna", []),
    ],
)
def test_what_is_typed_finds(
    connection: Connection, texts: dict[int, list[str]], query: str, names: list[str]
):
    own = [n for n in found(connection, query) or [] if scanned({n: texts[n][:1]}, query)]
    assert [texts[number][0] for number in own] == names


@pytest.mark.parametrize("query", ["", "  ", "-", "! ? \x00", "\ud800"])
def test_no_words_are_no_condition(connection: Connection, query: str):
    assert found(connection, query) is None


@pytest.mark.parametrize("query", ["anna " * 5000, " ".join(map(str, range(5000))), "x" * 50_000])
def test_a_query_of_any_length_is_answered(connection: Connection, query: str):
    assert found(connection, query) is not None


def test_texts_that_are_gone_are_forgotten(connection: Connection):
    with connection.begin_nested() as step:
        index.replace(connection, 1, ["Quite another"])
        assert found(connection, "елкин start") == [len(NAMES)]
        assert found(connection, "quite an") == [1]
        index.clear(connection)
        assert found(connection, "anna") == []
        key = kinds()["case"].metadata.tables["name_key"]
        assert connection.scalars(select(key.c.id)).all() == []
        step.rollback()


def test_the_list_of_cases_searches_by_name_union_place_and_reference(
    casebook: Casebook, make: Any
):
    case, other = make.case("Пётр Ёлкин"), make.case("Somebody Else")
    make.membership(casebook.cases.open_file(case).person.id, make.union("Union of Welders", "UW"))
    make.detention(case, place="Žodzina")
    reference = casebook.cases.open_file(case).case.reference
    for query in ("елкин", "welders", "uw", "zodzina", reference.lower(), "елкин welders uw"):
        assert list(casebook.cases.ids(CaseFilter(query=query))) == [case], query
    assert list(casebook.cases.ids(CaseFilter(query="else"))) == [other]
    assert not casebook.cases.ids(CaseFilter(query="елкин else"))


def test_the_index_is_in_the_vault_alone(casebook: Casebook, make: Any, tmp_path: Path):
    make.case("Canary Singing")
    for file in casebook.folder.rglob("*"):
        if file.is_file():
            assert b"canary" not in file.read_bytes().lower()
