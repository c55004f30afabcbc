"""The three ways into a vault, each on the vault's thread: deriving the key takes a second.

``models.casebook`` is imported on first use: it brings the database and the PDF writer with it, and
the unlock window must show before those.
"""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from models.casebook import Casebook


class Doors(Protocol):
    """What the unlock window needs to get a casebook."""

    def open(self, folder: Path, passphrase: str) -> "Casebook":
        """Open a vault with its passphrase."""

    def recover(self, folder: Path, code: str) -> "Casebook":
        """Open a vault with its recovery code."""

    def create(self, folder: Path, passphrase: str, *, demo: bool) -> "tuple[Casebook, str]":
        """Make a vault; return it open, with the recovery code to show once."""

    def draw(self, language: str, /) -> str:
        """Return six random words."""

    def judge(self, passphrase: str) -> tuple[bool, str]:
        """Tell whether a vault may be made with it, and say why in a sentence."""


class VaultDoors:
    """The real doors."""

    def open(self, folder: Path, passphrase: str) -> "Casebook":
        """Open a vault with its passphrase.

        Raises:
            VaultError: it cannot be opened; the error says why.
        """
        from models.casebook import Casebook  # noqa: PLC0415  see the module

        return Casebook.open(folder, passphrase)

    def recover(self, folder: Path, code: str) -> "Casebook":
        """Open a vault with its recovery code.

        Raises:
            VaultError: it cannot be opened; the error says why.
        """
        from models.casebook import Casebook  # noqa: PLC0415  see the module

        return Casebook.open_with_recovery(folder, code)

    def create(self, folder: Path, passphrase: str, *, demo: bool) -> "tuple[Casebook, str]":
        """Make a vault, a demo vault with the seed cases in it; return it open, with its code.

        Raises:
            VaultError: it cannot be made there; the error says why.
        """
        from models.casebook import Casebook  # noqa: PLC0415  see the module

        with suppress(OSError):  # then the vault cannot be written either, and says so
            folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        casebook, code = Casebook.create(folder, passphrase, demo=demo)
        if demo:
            casebook.seed().plant()
        return casebook, code

    def draw(self, language: str, /) -> str:
        """Return six random words in ``language``, or in English where it has no list."""
        from models.desk import generate_passphrase  # noqa: PLC0415  see the module

        return generate_passphrase(language)

    def judge(self, passphrase: str) -> tuple[bool, str]:
        """Tell whether a vault may be made with ``passphrase``, and say why in a sentence."""
        from models.desk import strength  # noqa: PLC0415  see the module

        judged = strength(passphrase)
        return judged.enough, judged.sentence
