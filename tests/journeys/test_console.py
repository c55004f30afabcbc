"""The command line as a process: a vault is made, looked into, searched and checked."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from models.casebook import Casebook
from models.values.country import Country
from models.views.cases import NewCase
from models.views.people import NewPerson, NewPersonName

pytestmark = pytest.mark.journey
ROOT = Path(__file__).resolve().parents[2]
Call = Callable[..., subprocess.CompletedProcess[str]]

LOADED = """
import sys
from desktop.__main__ import main
status = main(sys.argv[1:])
print(sorted(name for name in sys.modules if name.split(".")[0] in ("PySide6", "shiboken6")))
sys.exit(status)
"""


def open_cases(folder: Path, count: int = 1) -> None:
    with Casebook.open(folder, "a passphrase for tests") as casebook:
        for _ in range(count):
            person = casebook.people.add_person(NewPerson())
            casebook.people.add_name(person, NewPersonName(full="Пётр Ёлкин"))
            casebook.cases.open_case(person, NewCase(country=Country("BY")))


def test_from_a_new_vault_to_a_found_case(habeas: Call, tmp_path: Path, vault: Path):
    made = habeas("new", tmp_path / "mine")
    assert (made.returncode, made.stderr) == (0, "")
    assert (tmp_path / "mine.habeas" / "record.db").exists()
    assert "opens with\tpassphrase" in habeas("info", vault).stdout
    open_cases(vault)
    (row,) = json.loads(habeas("list", vault, "--country", "by", "--json").stdout)
    (found,) = json.loads(habeas("search", vault, "елкин", "--json").stdout)
    assert found == row
    shown = json.loads(habeas("show", vault, row["reference"], "--json").stdout)
    assert shown["names"][0]["full"]["value"] == "Пётр Ёлкин"
    checked = habeas("check", vault)
    assert checked.returncode == 0
    assert "each signed: 3." in checked.stdout


def test_no_command_loads_qt(vault: Path, habeas: Call):
    for words in (["list"], ["check"], ["search", "x"]):
        name, *rest = words
        done = subprocess.run(
            [sys.executable, "-c", LOADED, name, str(vault), *rest],
            cwd=ROOT,
            env=os.environ | {"HABEAS_PASSPHRASE_FILE": str(vault.parent / "passphrase")},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_json_is_utf_8_whatever_the_terminal_speaks(vault: Path, habeas: Call, encoding: str):
    open_cases(vault)
    answer = habeas("list", vault, "--json", PYTHONIOENCODING=encoding)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert json.loads(answer.stdout)[0]["name"] == "Пётр Ёлкин"


@pytest.mark.parametrize("count", [1, 25])
def test_a_reader_that_leaves_is_no_fault(vault: Path, count: int, habeas: Call):
    open_cases(vault, count)
    read, write = os.pipe()
    command: list[Any] = [sys.executable, "-m", "desktop", "list", vault, "--json"]
    environment = os.environ | {"HABEAS_PASSPHRASE_FILE": str(vault.parent / "passphrase")}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=write, stderr=subprocess.PIPE
    ) as process:
        os.close(write)
        os.close(read)
        _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (0, b"")


def test_without_a_passphrase_file_and_a_terminal_it_says_so(vault: Path, habeas: Call):
    answer = habeas("list", vault, HABEAS_PASSPHRASE_FILE="")
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr.count("\n") == 1
    assert "--passphrase-file" in answer.stderr
