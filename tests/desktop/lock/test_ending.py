import os
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop.home import VAULT_VARIABLE
from desktop.lock.ending import Lock

VAULT = Path("/vaults/Cases.habeas")


class Told:
    """Notes the steps in order."""

    def __init__(self, broken: str = "") -> None:
        self.steps: list[str] = []
        self.replaced: list[tuple[list[str], dict[str, str]]] = []
        self._broken = broken

    def step(self, name: str):
        def do() -> None:
            self.steps.append(name)
            if name == self._broken:
                raise OSError(name)

        return do

    def replace(self, arguments: Any, environment: Any) -> None:
        self.steps.append("replace")
        self.replaced.append((list(arguments), dict(environment)))


def lock(told: Told) -> Lock:
    return Lock(
        hide=told.step("hide"),
        keep_drafts=told.step("keep"),
        kill_children=told.step("kill"),
        close_vault=told.step("close"),
        replace=told.replace,
        vault=VAULT,
    )


def test_lock_hides_kills_closes_and_becomes_a_fresh_process(app: QApplication):
    told = Told()
    lock(told).now()
    assert told.steps == ["hide", "keep", "kill", "close", "replace"]


@pytest.mark.parametrize("broken", ["hide", "keep", "kill", "close"])
def test_the_process_is_replaced_whatever_goes_wrong(app: QApplication, broken: str):
    told = Told(broken)
    with pytest.raises(OSError, match=broken):
        lock(told).now()
    assert told.steps[-1] == "replace"


def test_the_fresh_process_learns_the_vault_and_nothing_else(app: QApplication):
    told = Told()
    lock(told).now()
    arguments, environment = told.replaced[0]
    assert environment.pop(VAULT_VARIABLE) == str(VAULT)
    assert environment == {k: v for k, v in os.environ.items() if k != VAULT_VARIABLE}
    assert str(VAULT) not in " ".join(arguments)


def test_triggers_that_come_together_lock_once(app: QApplication):
    told = Told()
    ending = lock(told)
    ending.now()
    ending.now()
    assert told.steps == ["hide", "keep", "kill", "close", "replace"]
