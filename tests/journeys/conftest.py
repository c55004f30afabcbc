"""The program as people start it: a process of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "a passphrase for tests"


@pytest.fixture
def vault(empty_vault: Path, tmp_path: Path) -> Path:
    """An empty vault, closed, with its passphrase file beside it."""
    (tmp_path / "passphrase").write_text(PASSPHRASE, encoding="utf-8")
    return Path(shutil.copytree(empty_vault, tmp_path / "office.habeas"))


@pytest.fixture
def habeas(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run ``python -m desktop`` with these words and wait for it."""

    def call(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "desktop", *map(str, words)],
            cwd=ROOT,
            env={
                **os.environ,
                "HABEAS_PASSPHRASE_FILE": str(tmp_path / "passphrase"),
                **environment,
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return call
