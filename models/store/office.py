"""What a vault knows of itself: the device that writes, the worker, the key of its sealed files."""

from uuid import UUID

from sqlalchemy import Connection, Engine, delete, insert, select, update
from uuid6 import uuid7

from models.crypto import signing
from models.entities.history import Device, Setting
from models.errors import DamagedVaultError
from models.store.attachments import new_identity
from models.store.history import Author

WORKER = "worker"
LAST_BACKUP = "last_backup"
ATTACHMENT_KEY = "attachment_key"


def found_office(engine: Engine, *, worker: str) -> None:
    """Write what a new vault knows of itself, with a fresh device that signs its history."""
    with engine.execution_options(write=True).begin() as connection:
        _add_device(connection)
        settings = {WORKER: worker, ATTACHMENT_KEY: new_identity()}
        connection.execute(
            insert(Setting), [{"name": name, "value": value} for name, value in settings.items()]
        )


def renew_office(engine: Engine) -> None:
    """Give a copied vault a device and a key for its files that nobody else has seen.

    The device so far signs no more; what it signed stays. The copy has no backup yet.
    """
    with engine.execution_options(write=True).begin() as connection:
        connection.execute(update(Device).values(signing_seed=None))
        _add_device(connection)
        is_key = Setting.name == ATTACHMENT_KEY
        connection.execute(update(Setting).where(is_key).values(value=new_identity()))
        connection.execute(delete(Setting).where(Setting.name == LAST_BACKUP))


def _add_device(connection: Connection) -> None:
    seed = signing.new_seed()
    connection.execute(
        insert(Device).values(uid=uuid7(), public_key=signing.public_key(seed), signing_seed=seed)
    )


def author(connection: Connection) -> Author:
    """Return who writes on this machine.

    Raises:
        DamagedVaultError: the vault has lost its device.
    """
    device = connection.execute(
        select(Device.uid, Device.signing_seed).where(Device.signing_seed.is_not(None))
    ).first()
    if device is None:
        raise DamagedVaultError("This vault has lost its own identity; please restore a backup.")
    uid: UUID = device.uid
    return Author(uid, device.signing_seed, setting(connection, WORKER) or "")


def attachment_key(connection: Connection) -> str:
    """Return the key of the vault's sealed files.

    Raises:
        DamagedVaultError: the vault has lost it.
    """
    key = setting(connection, ATTACHMENT_KEY)
    if key is None:
        raise DamagedVaultError(
            "This vault has lost the key of its files; please restore a backup."
        )
    return key


def setting(connection: Connection, name: str) -> str | None:
    """Return the office's setting ``name``, or None where it was never set."""
    return connection.scalar(select(Setting.value).where(Setting.name == name))


def set_setting(engine: Engine, name: str, value: str) -> None:
    """Keep ``value`` as the office's setting ``name``; it is no part of the history.

    Raises:
        VaultError: nothing can be written.
    """
    with engine.execution_options(write=True).begin() as connection:
        changed = connection.execute(
            update(Setting).where(Setting.name == name).values(value=value)
        )
        if not changed.rowcount:
            connection.execute(insert(Setting).values(name=name, value=value))
