"""The one way to open the encrypted database: SQLCipher, with every setting set and read back.

Each setting has a measured reason (decision 0003). Nobody else in the program may open the file,
not even to look: a plain ``open`` and ``close`` drops SQLite's locks on POSIX systems.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, ExceptionContext, QueuePool, create_engine, event
from sqlcipher3 import dbapi2

from models.crypto.wiping import wiped
from models.errors import (
    DamagedVaultError,
    HabeasError,
    InvalidValueError,
    LostDiskError,
    VaultError,
)

APPLICATION_ID = int.from_bytes(b"HABE")
OLDEST_SQLITE = (3, 53, 3)  # older ones have memory bugs in FTS5
BUSY_SECONDS = 5
CONNECTIONS = 2

SETTINGS: dict[str, tuple[str, object]] = {
    "journal_mode": ("TRUNCATE", "truncate"),
    "synchronous": ("EXTRA", 3),
    "temp_store": ("MEMORY", 2),  # FILE would write plaintext temporary files
    "secure_delete": ("ON", 1),
    "cache_size": ("-32768", -32768),
    "trusted_schema": ("OFF", 0),
    "cell_size_check": ("ON", 1),
    "busy_timeout": (f"{BUSY_SECONDS * 1000}", BUSY_SECONDS * 1000),
    "journal_size_limit": ("67108864", 67108864),
}
"""Setting, what is asked, and what the live connection must then answer."""

CIPHER_SETTINGS: dict[str, object] = {
    "cipher_page_size": "4096",
    "cipher_use_hmac": "1",
    "cipher_hmac_algorithm": "HMAC_SHA512",
    "cipher_plaintext_header_size": "0",
    "cipher_status": "1",
    "mmap_size": 0,
}
"""SQLCipher 4's own defaults, which must still be so."""

_FAILURES: tuple[tuple[str, type[VaultError], str], ...] = (
    ("SQLITE_CORRUPT", DamagedVaultError, "The vault's file is damaged; restore the last backup."),
    ("SQLITE_NOTADB", DamagedVaultError, "The vault's file is damaged; restore the last backup."),
    ("SQLITE_FULL", VaultError, "The disk is full and nothing was saved; please free some space."),
    (
        "SQLITE_IOERR",
        LostDiskError,
        "The disk failed and nothing was saved; is it still connected?",
    ),
    ("SQLITE_READONLY", VaultError, "The vault lies where nothing can be written."),
    ("SQLITE_CANTOPEN", LostDiskError, "The vault's file cannot be opened; is the disk connected?"),
    ("SQLITE_BUSY", VaultError, "The vault was busy and nothing was saved; please try again."),
)
_BROKEN_FULL_TEXT = "vtable constructor failed"  # FTS5 reports its broken pages without a code
_BROKEN = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR")


def connect(
    database: Path,
    data_key: bytearray,
    *,
    read_only: bool = False,
    foreign_keys: bool = True,
    application_id: int = APPLICATION_ID,
) -> Any:
    """Return a keyed DB-API connection to the file ``database``, which must exist.

    ``foreign_keys=False`` is for migrations, which rebuild tables; ``application_id=0`` for a file
    that is about to become a vault.

    Raises:
        DamagedVaultError: the key is not the file's, or its first page is broken. A wrong
            passphrase never gets here: it opens no slot.
        VaultError: the file cannot be opened, or the library refuses a setting.
    """
    _require_library()
    if not any(data_key):
        raise VaultError("The vault is closed.")  # its key was wiped
    address = f"{database.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}"
    try:
        connection = dbapi2.connect(
            address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
    except dbapi2.Error as error:
        raise in_our_words(error) from None
    try:
        _unlock(connection, data_key)
        _require(connection, "application_id", application_id)
        _configure(connection, foreign_keys=foreign_keys)
    except dbapi2.Error as error:
        connection.close()
        raise in_our_words(error) from None
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def connected(database: Path, data_key: bytearray, **options: Any) -> Iterator[Any]:
    """Lend a connection as :func:`connect` opens it; trouble comes in our words.

    Raises:
        VaultError: as in :func:`connect`, or whatever befell the file meanwhile.
    """
    connection = connect(database, data_key, **options)
    try:
        yield connection
    except dbapi2.Error as error:
        raise in_our_words(error) from None
    finally:
        connection.close()


def make_engine(database: Path, data_key: bytearray, **options: Any) -> Engine:
    """Return an engine of two connections to ``database``; ``options`` go to :func:`connect`.

    A transaction begins with BEGIN, or with BEGIN IMMEDIATE under the execution option ``write``.
    The engine reads ``data_key`` whenever it opens a connection, so wipe it after ``dispose()``.
    """
    engine = create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=lambda: connect(database, data_key, **options),
        poolclass=QueuePool,
        pool_size=CONNECTIONS,
        max_overflow=0,
        hide_parameters=True,  # otherwise names of people land in the text of errors
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _translate)
    return engine


def in_our_words(error: BaseException) -> VaultError:
    """Return the error with a sentence for what SQLite reported, never with its own text."""
    reported = _reported(error)
    for name, kind, sentence in _FAILURES:
        if reported.startswith(name):
            return kind(sentence)
    return VaultError("The vault's file cannot be used.")


def _reported(error: BaseException) -> str:
    """Return the name of SQLite's result code, or "" where there is none."""
    if str(error).startswith(_BROKEN_FULL_TEXT):
        return "SQLITE_CORRUPT"
    return getattr(error, "sqlite_errorname", None) or ""


def _unlock(connection: Any, data_key: bytearray) -> None:
    connection.execute("PRAGMA cipher_log_level=NONE")  # SQLCipher writes to stderr otherwise
    # Never PRAGMA key: the key would become SQL text, and SQL text is kept and shown.
    with wiped(bytearray(b"x'" + data_key.hex().encode() + b"'")) as quoted:
        connection.set_key(quoted)
    connection.execute("SELECT count(*) FROM sqlite_master").fetchall()  # reads the first page


def _configure(connection: Any, *, foreign_keys: bool) -> None:
    for name, (asked, answer) in SETTINGS.items():
        connection.execute(f"PRAGMA {name}={asked}").fetchall()
        _require(connection, name, answer)
    connection.execute(f"PRAGMA foreign_keys={int(foreign_keys)}")
    _require(connection, "foreign_keys", int(foreign_keys))
    for name, answer in CIPHER_SETTINGS.items():
        _require(connection, name, answer)


def _require(connection: Any, name: str, answer: object) -> None:
    if connection.execute(f"PRAGMA {name}").fetchone() == (answer,):
        return
    if name == "application_id":
        raise DamagedVaultError("The database in this folder was not made by Habeas.")
    raise VaultError(f"The database library refuses the setting {name}; please reinstall Habeas.")


def _require_library() -> None:
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise VaultError("The database library is too old to be safe; please reinstall Habeas.")


def _begin(connection: Connection) -> None:
    write = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _translate(context: ExceptionContext) -> HabeasError | None:
    """Turn trouble with the file into our errors; programming errors stay what they are."""
    if isinstance(context.original_exception, UnicodeEncodeError):
        # Half of a character, as broken software leaves it; that error holds the whole text.
        return InvalidValueError("A text holds a character that cannot be saved.")
    if isinstance(context.original_exception, OverflowError):
        return InvalidValueError("A number is too large to be saved.")
    reported = _reported(context.original_exception)
    if reported.startswith(_BROKEN):
        context.is_disconnect = True  # a connection that met a bad page stays broken
    if reported.startswith(tuple(name for name, _, _ in _FAILURES)):
        return in_our_words(context.original_exception)
    return None
