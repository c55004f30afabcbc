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
from models.crypto.office_key import OfficeKey, new_office_key
from models.documents import printing, recovery_sheet
from models.store import office, renewing, unlocking
from models.store.attachments import Attachments
from models.store.backup import BackupReport
from models.store.drafts import Drafts
from models.store.history import Author
from models.store.renewing import RenewedVault
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
    "OfficeKey",
    "RenewedVault",
    "VaultFacts",
    "new_office_key",
    "restore",
    "vault_folder",
    "vault_info",
]

_SHORT_ID = 8
_READ_ONLY = "This vault lies where nothing can be written; it is open for reading."


class Casebook:
    """An open vault with one attribute per area of casework. Close it, or use it as a context."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self.keys = vault.keys
        self.demo = vault.demo
        author, files = _furniture(vault)
        store = Store(
            vault.engine,
            author,
            projecting.project,
            read_only_because=_READ_ONLY if vault.read_only else "",
        )
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
        self.drafts = Drafts(vault.folder, vault.uid, vault.copy_of_key, read_only=vault.read_only)

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
    def open(
        cls,
        folder: Path,
        passphrase: str,
        key_file: Path | None = None,
        *,
        trust_old_header: bool = False,
    ) -> Self:
        """Open the vault at ``folder`` with a passphrase, and its key file where it has one.

        Args:
            folder: the vault's folder.
            passphrase: as it was typed.
            key_file: the file that belongs to the passphrase, such as one on a stick.
            trust_old_header: accept a header older than the record, where the newer one is lost.
                Keys that were removed since then work again; say so before you ask for it.

        Raises:
            WrongPassphraseError: the passphrase opens no slot.
            VaultError: the folder is no vault of ours, or cannot be opened now.
        """
        unlock = unlocking.by_passphrase(passphrase, key_file)
        return cls(Vault.unlock(folder, unlock, trust_old_header=trust_old_header))

    @classmethod
    def open_with_recovery(cls, folder: Path, code: str, *, trust_old_header: bool = False) -> Self:
        """Open the vault at ``folder`` with its recovery code; else like :meth:`open`."""
        unlock = unlocking.by_recovery_code(code)
        return cls(Vault.unlock(folder, unlock, trust_old_header=trust_old_header))

    @classmethod
    def open_with_office_key(cls, folder: Path, private_key: str) -> Self:
        """Open the vault at ``folder`` with the office's private key; else like :meth:`open`."""
        return cls(Vault.unlock(folder, unlocking.by_office_key(private_key)))

    @classmethod
    def open_with_keyring(cls, folder: Path) -> Self:
        """Open the vault at ``folder`` with this computer's keyring; else like :meth:`open`.

        It takes up to five seconds where the keyring hangs.
        """
        return cls(Vault.unlock(folder, unlocking.by_keyring()))

    @property
    def folder(self) -> Path:
        """The vault's folder."""
        return self._vault.folder

    @property
    def read_only_because(self) -> str:
        """Why nothing can be saved now, in a sentence; empty as long as saving works."""
        return self._store.read_only_because

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved: read-only media, or a disk that failed."""
        return bool(self.read_only_because)

    def try_writing_again(self) -> None:
        """Let the next save try the disk once more, as when a stick is back."""
        if not self._vault.read_only:
            self._store.try_writing_again()

    @property
    def problems(self) -> tuple[str, ...]:
        """A sentence for each damage that was survived, and when the vault is an older one."""
        return (*self._vault.problems, *self.safekeeping.problems)

    def recovery_sheet(self, code: str, language: str) -> bytes:
        """Return the page with the recovery code ``code`` as a PDF, in memory and nowhere else.

        Show it, print it, or save it only where the worker chooses, with a warning: whoever has
        the file opens the vault.
        """
        name = self._vault.uid.hex[:_SHORT_ID]
        return printing.pdf(recovery_sheet.recovery_sheet(code, name, language))

    def renew(self, folder: Path, passphrase: str) -> RenewedVault:
        """Copy everything into the new vault ``folder`` under a new data key, after a leak.

        This vault stays as it is until it is erased; the result says what the new key does not
        undo. It takes as long as a backup.

        Raises:
            VaultError: the name is taken, or nothing can be written.
            DamagedVaultError: this vault is damaged.
        """
        return renewing.renew(self._vault, folder, passphrase)

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
