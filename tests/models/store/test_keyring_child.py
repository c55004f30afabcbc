"""The child asks the one keyring we trust; the real one is asked in test_system_keyring."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from models.store import keyring_child, system_keyring
from models.store.keyring_child import Answer, Request, answered

WORD = "a secret"
UNTRUSTED = ("fail", "null", "chainer")


class Kept(dict[tuple[str, str], str]):
    """A keyring of the test's own, as the library's backends behave."""

    def set_password(self, service: str, name: str, secret: str) -> None:
        self[service, name] = secret

    def get_password(self, service: str, name: str) -> str | None:
        return self.get((service, name))

    def delete_password(self, service: str, name: str) -> None:
        del self[service, name]


def test_a_secret_is_kept_recalled_and_forgotten():
    kept = Kept()
    assert answered(Request(act="recall", name="a"), kept) == Answer(done=True)
    assert answered(Request(act="keep", name="a", secret=WORD), kept).done
    assert kept == {("Habeas", "a"): WORD}
    assert answered(Request(act="recall", name="a"), kept).secret == WORD
    assert answered(Request(act="offer"), kept) == Answer(done=True)
    assert answered(Request(act="forget", name="a"), kept).done
    assert kept == {}


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_only_the_systems_own_keyrings_are_trusted(system: str):
    named = {
        "linux": "keyring.backends.SecretService",
        "win32": "keyring.backends.Windows",
        "darwin": "keyring.backends.macOS",
    }
    code = Path(keyring_child.__file__).read_text("utf-8")
    module = named[system].rpartition(".")[2]
    assert f"from keyring.backends import {module}" in code
    assert "get_keyring()``" in code
    assert code.count("keyring.backends import") == len(named)
    assert not [name for name in UNTRUSTED if f"import {name}" in code]


def child(**variables: str) -> dict[str, Any]:
    """Return what the child answers to the offer, with these variables in its environment."""
    ended = subprocess.run(
        system_keyring.command(),
        input=msgspec.json.encode(Request(act="offer")),
        capture_output=True,
        env={"PATH": os.environ["PATH"]} | variables,
        cwd=Path(keyring_child.__file__).parents[2],
        check=True,
    )
    answer: dict[str, Any] = msgspec.json.decode(ended.stdout)
    return answer


@pytest.mark.skipif(sys.platform != "linux", reason="a Windows always has a keyring")
def test_a_plain_text_keyring_named_by_a_variable_is_not_used(tmp_path: Path):
    named = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring", "HOME": str(tmp_path)}
    assert child(**named) == {"done": False, "secret": None}


@pytest.mark.skipif(sys.platform != "linux", reason="a Windows always has a keyring")
def test_the_control_the_library_itself_would_use_it():
    code = "import keyring; print(keyring.get_keyring())"
    environment = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
    ended = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert "null" in ended.stdout
