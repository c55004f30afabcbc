"""The contract of the command line: 0, 1 with one sentence, 2, and no words of a case."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.console import record_commands, running
from models.casebook import Casebook

Call = Callable[..., Any]


def test_done_is_0_with_nothing_on_stderr(habeas: Call, vault: Path):
    answer = habeas("list", vault)
    assert (answer.status, answer.err) == (0, "")
    assert len(answer.out.splitlines()) == 2


@pytest.mark.parametrize(
    "words",
    [
        ("info", "{nowhere}"),
        ("list", "{nowhere}"),
        ("new", "{vault}"),
        ("show", "{vault}", "BY-2022-AAAA-AAAAA"),
        ("show", "{vault}", "no reference at all"),
        ("list", "{vault}", "--passphrase-file", "{nowhere}"),
        ("list", "{vault}", "--passphrase-file", "{wrong}"),
        ("list", "{vault}", "--passphrase-file", "{binary}"),
    ],
)
def test_what_cannot_be_done_is_1_with_one_sentence(
    habeas: Call, vault: Path, tmp_path: Path, words: tuple[str, ...]
):
    (tmp_path / "wrong").write_text("not it")
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    places = {name: tmp_path / name for name in ("nowhere", "wrong", "binary")} | {"vault": vault}
    answer = habeas(*(word.format_map(places) for word in words))
    assert (answer.status, answer.out) == (1, "")
    (line,) = answer.err.splitlines()
    assert "mistake" not in line
    assert "Traceback" not in line


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("fly",),
        ("list",),
        ("list", "{vault}", "--country", "Belarus"),
        ("list", "{vault}", "--status", "in prison"),
        ("list", "{vault}", "--on", "19.4.2022"),
        ("list", "{vault}", "--passphrase", "typed"),
        ("show", "{vault}"),
    ],
)
def test_wrong_usage_is_2(habeas: Call, vault: Path, words: tuple[str, ...]):
    answer = habeas(*(word.format(vault=vault) for word in words))
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("usage: habeas")


def test_our_own_fault_tells_its_place_and_no_words(
    habeas: Call, vault: Path, monkeypatch: pytest.MonkeyPatch
):
    def broken(*_: object) -> None:
        raise ValueError("Anna Example was arrested")

    monkeypatch.setattr(record_commands.as_json, "summary", broken)
    answer = habeas("list", vault, "--json")
    assert answer.status == 1
    assert "Anna" not in answer.err
    assert "ValueError at test_running.py:" in answer.err


@pytest.mark.parametrize("ending", [KeyboardInterrupt, EOFError])
def test_breaking_off_is_130(
    habeas: Call, vault: Path, monkeypatch: pytest.MonkeyPatch, ending: type[BaseException]
):
    def broken_off(*_: object) -> None:
        raise ending

    monkeypatch.setattr(Casebook, "open", broken_off)
    answer = habeas("list", vault)
    assert (answer.status, answer.err) == (130, "\n")


def test_a_place_without_a_trace_is_told():
    assert running._place(ValueError()) == "an unknown place"
