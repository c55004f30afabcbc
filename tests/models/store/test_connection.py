from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, exc, text

from models.crypto.slots import new_data_key
from models.errors import DamagedVaultError, VaultError
from models.store import connection as connections
from models.store.connection import connect, make_engine
from models.store.copying import create_empty

KEY = new_data_key()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "дело 100%.db"
    create_empty(path)
    made = connect(path, KEY, application_id=0)
    made.execute(f"PRAGMA application_id={connections.APPLICATION_ID}")
    made.execute("CREATE TABLE thing (id INTEGER PRIMARY KEY, note TEXT UNIQUE)")
    made.execute("INSERT INTO thing VALUES (1, 'one')")
    made.close()
    return path


@pytest.fixture
def engine(database: Path) -> Iterator[Engine]:
    made = make_engine(database, KEY)
    yield made
    made.dispose()


def test_c3_every_setting_is_asserted_on_the_live_connection(
    database: Path, monkeypatch: pytest.MonkeyPatch
):
    for name in ("journal_mode", "temp_store", "synchronous", "secure_delete"):
        impossible = {name: (connections.SETTINGS[name][0], "something else")}
        with monkeypatch.context() as changed:
            changed.setattr(connections, "SETTINGS", connections.SETTINGS | impossible)
            with pytest.raises(VaultError, match=name):
                connect(database, KEY)


def test_c3_both_pooled_connections_have_every_setting(engine: Engine):
    expected = {name: answer for name, (_, answer) in connections.SETTINGS.items()}
    expected |= connections.CIPHER_SETTINGS | {"foreign_keys": 1}
    with engine.connect() as one, engine.connect() as two:
        for live in (one, two):
            found = {name: live.exec_driver_sql(f"PRAGMA {name}").scalar() for name in expected}
            assert found == expected
    assert expected["journal_mode"] == "truncate"
    assert expected["synchronous"] == 3
    assert expected["temp_store"] == 2


def test_the_pool_holds_two_connections_and_no_more(engine: Engine):
    assert engine.pool.size() == 2
    assert engine.pool._max_overflow == 0


def test_a_write_transaction_takes_the_lock_at_once(engine: Engine):
    writing = engine.execution_options(write=True)
    with writing.begin(), engine.connect() as other:
        other.connection.driver_connection.execute("PRAGMA busy_timeout=1")
        with pytest.raises(VaultError, match="busy"):
            other.execution_options(write=True).execute(text("SELECT 1"))


def test_a_read_transaction_does_not(engine: Engine):
    with engine.begin() as one, engine.execution_options(write=True).begin() as two:
        one.execute(text("SELECT 1"))
        two.execute(text("SELECT 1"))


def test_a_failed_transaction_rolls_back_tables_too(engine: Engine):
    connection = engine.execution_options(write=True).connect()
    connection.execute(text("CREATE TABLE half (id INTEGER)"))
    connection.execute(text("DELETE FROM thing"))
    connection.close()  # without a commit, as when the block of a transaction fails
    with engine.connect() as connection:
        assert connection.execute(text("SELECT name FROM sqlite_master")).all() == [
            ("thing",),
            ("sqlite_autoindex_thing_1",),
        ]
        assert connection.execute(text("SELECT count(*) FROM thing")).scalar() == 1


def test_c4_an_error_quotes_no_value(engine: Engine):
    with pytest.raises(exc.IntegrityError) as caught, engine.begin() as connection:
        connection.execute(
            text("INSERT INTO thing (note) VALUES (:note)"), [{"note": "CANARY"}, {"note": "one"}]
        )
    assert "CANARY" not in str(caught.value)
    assert "hidden" in str(caught.value)


def test_c4_the_key_is_in_no_error(database: Path):
    wrong = new_data_key()
    with pytest.raises(DamagedVaultError) as caught:
        connect(database, wrong)
    assert wrong.hex() not in repr(caught.value)
    assert caught.value.__suppress_context__


def test_a_missing_file_is_not_created(tmp_path: Path):
    with pytest.raises(VaultError, match="cannot be opened"):
        connect(tmp_path / "none.db", KEY)
    assert list(tmp_path.iterdir()) == []


def test_the_database_of_another_program_is_refused(database: Path):
    with pytest.raises(DamagedVaultError, match="not made by Habeas"):
        connect(database, KEY, application_id=0)


def test_a_read_only_connection_writes_nothing(database: Path):
    before = database.stat()
    live = connect(database, KEY, read_only=True)
    assert live.execute("SELECT note FROM thing").fetchall() == [("one",)]
    with pytest.raises(connections.dbapi2.OperationalError):
        live.execute("DELETE FROM thing")
    live.close()
    assert database.stat().st_mtime_ns == before.st_mtime_ns


def test_a_damaged_page_is_told_and_the_pool_recovers(database: Path):
    engine = make_engine(database, KEY)
    with engine.begin() as connection:
        rows = [{"note": f"{number} {'x' * 500}"} for number in range(200)]
        connection.execute(text("INSERT INTO thing (note) VALUES (:note)"), rows)
    engine.dispose()
    pages = database.read_bytes()
    broken = bytearray(pages)
    for page in range(8, len(pages) // 4096):
        broken[4096 * page + 100] ^= 1
    database.write_bytes(broken)
    for _ in range(2):
        with pytest.raises(DamagedVaultError), engine.connect() as connection:
            connection.execute(text("SELECT sum(length(note)) FROM thing")).all()
    database.write_bytes(pages)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM thing")).scalar() == 201
    engine.dispose()


@pytest.mark.parametrize("name", [name for name, _, _ in connections._FAILURES])
def test_every_failure_of_the_file_has_a_sentence(name: str):
    class Failure(connections.dbapi2.DatabaseError):
        sqlite_errorname = f"{name}_SOMEHOW"

    told = connections.in_our_words(Failure("CANARY"))
    assert str(told).endswith((".", "?"))
    assert "CANARY" not in str(told)


def test_broken_full_text_is_damage_though_it_has_no_code():
    failure = connections.dbapi2.OperationalError("vtable constructor failed: name_prefix")
    assert isinstance(connections.in_our_words(failure), DamagedVaultError)


def test_programming_errors_stay_what_they_are(engine: Engine):
    with pytest.raises(exc.OperationalError), engine.connect() as connection:
        connection.execute(text("SELECT nothing FROM nowhere"))


def test_a_library_too_old_to_be_safe_is_refused(database: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(connections, "OLDEST_SQLITE", (99, 0, 0))
    with pytest.raises(VaultError, match="too old"):
        connect(database, KEY)


def test_no_descriptor_is_left_when_opening_fails(database: Path):
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(20):
        with pytest.raises(DamagedVaultError):
            connect(database, new_data_key())
    assert len(list(Path("/proc/self/fd").iterdir())) == before
