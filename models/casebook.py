"""The front door of a vault: opens it, and offers each area of casework; does nothing itself."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from models.casework import projecting
from models.casework.cases import CaseFilter, Cases
from models.casework.charges import Charges
from models.casework.claims import Claims
from models.casework.complaints import Complaints
from models.casework.detentions import Detentions
from models.casework.events import Events
from models.casework.examining import HealthReport
from models.casework.health import Health
from models.casework.letters import Letters
from models.casework.office import Consents, Deadlines, Notes
from models.casework.organisations import Organisations
from models.casework.people import People
from models.casework.proceedings import Proceedings
from models.casework.safekeeping import LastBackup, Safekeeping
from models.casework.seeding import Seed
from models.casework.sentences import Sentences
from models.casework.situations import Situations
from models.casework.sources import Sources
from models.crypto.kdf import Argon2id
from models.store import office
from models.store.attachments import Attachments
from models.store.backup import BackupReport
from models.store.history import Author
from models.store.restoring import restore
from models.store.vault import Vault
from models.store.vault_folder import ATTACHMENTS, VaultFacts, vault_folder, vault_info
from models.store.work import Changed, Store

__all__ = [
    "BackupReport",
    "CaseFilter",
    "Casebook",
    "HealthReport",
    "LastBackup",
    "VaultFacts",
    "restore",
    "vault_folder",
    "vault_info",
]


class Casebook:
    """An open vault with one attribute per area of casework. Close it, or use it as a context."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self.demo = vault.demo
        author, files = _furniture(vault)
        store = Store(vault.engine, author, projecting.project)
        self._store = store
        self.people = People(store)
        self.organisations = Organisations(store)
        self.cases = Cases(store)
        self.events = Events(store)
        self.detentions = Detentions(store)
        self.proceedings = Proceedings(store)
        self.charges = Charges(store)
        self.sentences = Sentences(store)
        self.situations = Situations(store)
        self.sources = Sources(store, files)
        self.claims = Claims(store)
        self.consents = Consents(store)
        self.deadlines = Deadlines(store)
        self.notes = Notes(store)
        self.complaints = Complaints(store, specimen=self.demo)
        self.letters = Letters(store, specimen=self.demo)
        self.health = Health(store, files, vault)
        self.safekeeping = Safekeeping(vault, store)

    @classmethod
    def create(
        cls,
        folder: Path,
        passphrase: str,
        *,
        demo: bool = False,
        worker: str = "",
        kdf: Argon2id | None = None,
    ) -> tuple[Self, str]:
        """Make a new vault and return its casebook with the recovery code, to be shown once.

        Args:
            folder: the vault's folder, which must not exist yet; its name ends in ``.habeas``.
            passphrase: what opens it.
            demo: mark it as a demo for ever: every document of it is a SPECIMEN.
            worker: whose name the history bears.
            kdf: the cost of a guess; by default it is measured on this machine.

        Raises:
            VaultError: there is something at ``folder`` already, or it cannot be written.
        """
        vault, code = Vault.create(
            folder,
            passphrase,
            kdf=kdf,
            demo=demo,
            furnish=partial(office.found_office, worker=worker),
        )
        return cls(vault), code.text

    @classmethod
    def open(cls, folder: Path, passphrase: str) -> Self:
        """Open the vault at ``folder``.

        Raises:
            WrongPassphraseError: the passphrase opens no slot.
            VaultError: the folder is no vault of ours, or cannot be opened now.
        """
        return cls(Vault.open(folder, passphrase))

    @classmethod
    def open_with_recovery(cls, folder: Path, code: str) -> Self:
        """Open the vault at ``folder`` with its recovery code; raises like :meth:`open`."""
        return cls(Vault.open_with_recovery(folder, code))

    @property
    def folder(self) -> Path:
        """The vault's folder."""
        return self._vault.folder

    @property
    def read_only(self) -> bool:
        """Whether the vault lies where nothing can be written."""
        return self._vault.read_only

    @property
    def problems(self) -> tuple[str, ...]:
        """A sentence for each damage that was survived, and when the vault is an older one."""
        return (*self._vault.problems, *self.safekeeping.problems)

    def seed(self) -> Seed:
        """Return the planting of the seed cases, which goes through casework like typing does."""
        return Seed(self)

    def on_change(self, listener: Callable[[Changed], None]) -> None:
        """Call ``listener`` with the changed (kind, id) pairs after each commit, in its thread."""
        self._store.on_change(listener)

    def interrupt(self) -> None:
        """Stop the read that runs now; it raises, and the vault stays usable."""
        self._store.interrupt()

    def close(self) -> None:
        """Note what the vault holds and release it; closing twice does no harm."""
        self.safekeeping.note_at_end()
        self._vault.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _furniture(vault: Vault) -> tuple[Author, Attachments]:
    """Return who writes in ``vault``, and its sealed files; without them it is closed again."""
    try:
        with vault.engine.connect() as connection:
            key = office.attachment_key(connection)
            return office.author(connection), Attachments(vault.folder / ATTACHMENTS, key)
    except BaseException:
        vault.close()
        raise
