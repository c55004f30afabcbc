"""Doors to real vaults with cheap keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.casebook import Casebook
from models.crypto.kdf import Argon2id

WORDS = "anchor lemon quiet window otter paper"
CHEAP = Argon2id(passes=1, memory_kib=8, cheap=True)


class CheapDoors:
    """Opens and makes real vaults; a guess costs nothing here."""

    def __init__(self) -> None:
        self.opened: list[Casebook] = []
        self.demo: bool | None = None

    def open(self, folder: Path, passphrase: str) -> Casebook:
        return self._kept(Casebook.open(folder, passphrase))

    def recover(self, folder: Path, code: str) -> Casebook:
        return self._kept(Casebook.open_with_recovery(folder, code))

    def create(self, folder: Path, passphrase: str, *, demo: bool) -> tuple[Casebook, str]:
        folder.parent.mkdir(exist_ok=True)  # as the real doors do: test_doors.py
        self.demo = demo
        casebook, code = Casebook.create(folder, passphrase, demo=demo, kdf=CHEAP)
        return self._kept(casebook), code

    def draw(self, _language: str) -> str:
        return WORDS

    def judge(self, passphrase: str) -> tuple[bool, str]:
        return len(passphrase) >= 12, "Judged."

    def _kept(self, casebook: Casebook) -> Casebook:
        self.opened.append(casebook)
        return casebook


@pytest.fixture
def doors() -> Iterator[CheapDoors]:
    made = CheapDoors()
    yield made
    for casebook in made.opened:
        casebook.close()
