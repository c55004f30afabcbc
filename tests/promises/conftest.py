"""One traced session of the whole program, shared by the promises about it."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest

from tests.promises import canaries, strace_log
from tests.promises.leaks import Places
from tests.promises.strace_log import Call, Ended

ROOT = Path(__file__).parents[2]
VAULT, PASSPHRASE = "demo.habeas", "passphrase.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A finished run of the program in an account of its own.

    Attributes:
        ended: exit status and what it said.
        calls: everything it did to the outside.
        home: its HOME, empty at the start; ``temporary`` its TMPDIR, likewise.
        out: the folder the user chose.
        offline: whether it ran in a network namespace without any interface.
    """

    ended: Ended
    calls: list[Call]
    home: Path
    temporary: Path
    out: Path
    offline: bool

    @property
    def places(self) -> Places:
        """The user chose ``out``; the vault in it, standard output and complaints hold no name."""
        return Places(
            chosen=(self.out,), kept=(self.out / VAULT, self.ended.said, self.ended.complained)
        )


Program = Callable[..., Session]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--soak", action="store_true", help="strike everywhere, for hours")


@pytest.fixture(scope="session")
def soak(pytestconfig: pytest.Config) -> bool:
    """Whether the run may take hours: ``./habeas promises --soak``."""
    # The option is unknown where the whole tree is run, which is never a soak.
    return bool(pytestconfig.getoption("--soak", default=False))


def cannot_be_tested(promise: str, why: str) -> NoReturn:
    """Skip where docs/promises.md says what this machine must have for ``promise``; else fail.

    A promise that nobody looked at must not pass for one that is kept.
    """
    page = (ROOT / "docs" / "promises.md").read_text(encoding="utf-8")
    (row,) = (line for line in page.splitlines() if line.startswith(f"| {promise} |"))
    if "(needs " in row:
        pytest.skip(f"NOT KEPT: {promise}, {why}")
    pytest.fail(f"NOT KEPT, and docs/promises.md does not say why: {promise}, {why}")


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def needles() -> frozenset[bytes]:
    """Every name in the seed, in every form."""
    names = canaries.names_of_seed(ROOT / "resources" / "seed")
    assert len(names) >= 15
    return canaries.needles(names)


@pytest.fixture(scope="session")
def empty_network() -> tuple[str, ...]:
    """The words that start a command without any network; empty where the system forbids it."""
    # Root needs no user namespace, and a chroot refuses one.
    for words in (("unshare", "-r", "-n"), ("unshare", "-n")):
        if subprocess.run([*words, "true"], capture_output=True, check=False).returncode == 0:
            return words
    return ()


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory, empty_network: tuple[str, ...]) -> Program:
    """``program(*words, out=…)``: run Python with these words, traced, in a new empty account."""

    def run(*words: str, out: Path) -> Session:
        account = tmp_path_factory.mktemp("account")
        home, temporary = account / "home", account / "temporary"
        for folder in (home, temporary):
            folder.mkdir()
        ended = strace_log.run(
            [sys.executable, *words],
            account / "session",
            folder=ROOT,
            environment=_account(home, temporary),
            within=empty_network,
        )
        return Session(
            ended=ended,
            calls=list(strace_log.read(ended.logs)),
            home=home,
            temporary=temporary,
            out=out,
            offline=bool(empty_network),
        )

    return run


@pytest.fixture(scope="session")
def demo(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Session:
    """The main job: a vault from the seed, complaints, letters, pictures of the windows."""
    out = tmp_path_factory.mktemp("chosen") / "demo"
    session = program("-m", "desktop", "demo", "--out", str(out), out=out)
    assert session.ended.status == 0, session.ended.complained.read_text(encoding="utf-8")
    assert len(list(out.rglob("*.pdf"))) >= 3
    assert list(out.rglob("*.png"))
    return session


@pytest.fixture(scope="session")
def spoiled(demo: Session, program: Program) -> Program:
    """``spoiled(way)``: the program lists the cases of the demo and leaks them in that way."""

    def run(way: str) -> Session:
        vault, passphrase = str(demo.out / VAULT), str(demo.out / PASSPHRASE)
        script = str(Path(__file__).with_name("spoiled.py"))
        words = ["list", vault, "--passphrase-file", passphrase]
        session = program(script, way, *words, out=demo.out)
        assert session.ended.status == 0, session.ended.complained.read_text(encoding="utf-8")
        return session

    return run


def _account(home: Path, temporary: Path) -> dict[str, str]:
    return {
        "HOME": str(home),
        "TMPDIR": str(temporary),
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",  # what is traced is a session, not the installation
    }
