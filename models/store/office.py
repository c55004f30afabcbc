"""What a vault knows of itself: the device that writes, the worker, the key of its sealed files."""

from uuid import UUID

from sqlalchemy import Connection, Engine, insert, select, update
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
    seed = signing.new_seed()
    with engine.execution_options(write=True).begin() as connection:
        connection.execute(
            insert(Device).values(
                uid=uuid7(), public_key=signing.public_key(seed), signing_seed=seed
            )
        )
        settings = {WORKER: worker, ATTACHMENT_KEY: new_identity()}
        connection.execute(
            insert(Setting), [{"name": name, "value": value} for name, value in settings.items()]
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
