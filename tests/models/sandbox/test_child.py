"""Which names are tasks, and that their module is warmed up before the seal."""

import sys
from types import ModuleType

import pytest

from models.sandbox import child


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    made = ModuleType("models.made_up")
    monkeypatch.setitem(sys.modules, "models.made_up", made)
    return made


def test_a_task_is_found_and_its_module_warmed_up(module: ModuleType) -> None:
    warmed = []
    module.warm = lambda: warmed.append("yes")
    module.work = lambda payload, _: payload
    assert child.load("models.made_up:work") is module.work
    assert warmed == ["yes"]


def test_warming_up_is_optional(module: ModuleType) -> None:
    module.work = len
    assert child.load("models.made_up:work") is len


@pytest.mark.parametrize(
    "name",
    ["", "os:system", "models:x", "modelsx.a:b", "models.a", "models.a:_hidden", "models.a:b\n"],
)
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        child.load(name)
