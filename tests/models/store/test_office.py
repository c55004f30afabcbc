"""What a vault knows of itself: one device, its worker, the key of its files."""

from pathlib import Path

import pytest
from sqlalchemy import delete, update

from models.casebook import Casebook
from models.crypto import signing
from models.crypto.kdf import CHEAP
from models.entities.history import Device, Setting
from models.errors import DamagedVaultError
from models.store import office

PASSPHRASE = "a passphrase for tests"


def test_a_new_vault_has_a_device_that_signs_and_a_worker(casebook: Casebook):
    with casebook._store.reading() as connection:
        author = office.author(connection)
        key = connection.scalar(Device.__table__.select().with_only_columns(Device.public_key))
        assert office.setting(connection, office.ATTACHMENT_KEY)
        assert office.setting(connection, "no such setting") is None
    assert author.worker == "tester"
    assert signing.public_key(author.signing_seed) == key


def test_two_vaults_share_nothing(casebook: Casebook, tmp_path: Path):
    other, _ = Casebook.create(tmp_path / "other.habeas", PASSPHRASE, kdf=CHEAP)
    with other, casebook._store.reading() as one, other._store.reading() as two:
        assert office.author(one).device_uid != office.author(two).device_uid
        assert office.author(one).signing_seed != office.author(two).signing_seed
        keys = [office.setting(connection, office.ATTACHMENT_KEY) for connection in (one, two)]
    assert keys[0] != keys[1]


@pytest.mark.parametrize(
    "loss", [delete(Device), update(Device).values(signing_seed=None), delete(Setting)]
)
def test_a_vault_without_its_keys_is_refused_and_released(casebook: Casebook, loss):  # noqa: ANN001
    with casebook._vault.engine.execution_options(write=True).begin() as connection:
        connection.execute(loss)
    casebook.close()
    for _ in range(2):  # the second time it would be in use, had the first not let go of it
        with pytest.raises(DamagedVaultError, match="has lost"):
            Casebook.open(casebook.folder, PASSPHRASE)
