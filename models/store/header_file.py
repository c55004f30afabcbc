"""The two copies of a vault's header: either is enough, the newest whole one counts."""

from dataclasses import dataclass
from pathlib import Path

from models.crypto import header as headers
from models.crypto.header import Header
from models.errors import DamagedVaultError, NewerVaultError, NotAVaultError, VaultError
from models.store.durable import write_durably

COPIES = ("header-1", "header-2")


@dataclass(frozen=True, slots=True)
class FoundHeader:
    """The header of a vault, and what is wrong with its copies: a sentence for each."""

    header: Header
    problems: tuple[str, ...]
    stale: bool
    """Whether the copies differ, so that both should be written again."""


def write_header(folder: Path, header: Header) -> None:
    """Write both copies of ``header``; on return both are on the disk.

    Raises:
        OSError: the disk is full or failing; at least one whole header is still there.
    """
    for name in COPIES:
        write_durably(folder / name, headers.encode(header))


def read_header(folder: Path) -> FoundHeader:
    """Return the newest whole header in ``folder``.

    Raises:
        NotAVaultError: there is no header of ours.
        NewerVaultError: a newer Habeas wrote one of the copies.
        DamagedVaultError: no copy is whole, or they belong to different vaults.
    """
    found = {name: _read(folder / name) for name in COPIES}
    whole = [copy for copy in found.values() if isinstance(copy, Header)]
    failures = {name: copy for name, copy in found.items() if not isinstance(copy, Header)}
    _refuse_hopeless(whole, list(failures.values()))
    return FoundHeader(
        header=max(whole, key=lambda copy: copy.generation),
        problems=tuple(_sentence(name, failure) for name, failure in failures.items()),
        stale=bool(failures) or whole[0] != whole[1],
    )


def _read(path: Path) -> Header | VaultError:
    try:
        with path.open("rb") as file:
            return headers.decode(file.read(headers.MOST_BYTES + 1))
    except FileNotFoundError:
        return NotAVaultError("This folder is not a Habeas vault.")
    except VaultError as error:
        return error
    except OSError:
        return DamagedVaultError("The key file of this vault cannot be read from the disk.")


def _refuse_hopeless(whole: list[Header], failures: list[VaultError]) -> None:
    for newer in (failure for failure in failures if isinstance(failure, NewerVaultError)):
        raise newer
    if not whole:
        ours = (failure for failure in failures if isinstance(failure, DamagedVaultError))
        raise next(ours, failures[0])
    if len({copy.vault_uid for copy in whole}) > 1:
        raise DamagedVaultError(
            "The two key files in this folder belong to different vaults; "
            "please restore the last backup."
        )


def _sentence(name: str, failure: VaultError) -> str:
    if isinstance(failure, NotAVaultError):
        return f"The copy {name} of the key file was missing or replaced by something else."
    return f"The copy {name} of the key file was damaged."
