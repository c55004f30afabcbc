"""Lock for real: a window on a screen of its own, keys as a person presses them.

Before the lock a name from the vault is found in the memory of the program, which is the control of
the search; after it the same process number is a fresh program in whose memory it is not.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models.casebook import Casebook
from models.crypto.kdf import Argon2id
from models.values.country import Country
from models.views.cases import NewCase
from models.views.people import NewPerson, NewPersonName

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
    pytest.mark.skipif(
        sys.platform == "linux" and os.geteuid() != 0,
        reason="the program hides its memory: only root can look into it",
    ),
    pytest.mark.skipif(
        not all(map(shutil.which, ("Xvfb", "xdotool", "openbox"))),
        reason="Xvfb, openbox or xdotool is missing; ./habeas test installs them",
    ),
]

ROOT = Path(__file__).parents[2]
PHRASE = "qwxyz purple otter lantern"
NAME = "Hanna Quietwater"
PATIENCE = 60.0


def until(done: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end, f"waited too long for {what}"
        time.sleep(0.1)


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    """An X server and a window manager of our own; gives the environment to start programs in."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        display = f":{pipe.readline().strip()}"
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
    yield environment
    for process in (manager, server):
        process.terminate()
        process.wait(10)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    cheap = Argon2id(passes=1, memory_kib=8, cheap=True)
    casebook, _ = Casebook.create(tmp_path / "Cases.habeas", PHRASE, kdf=cheap)
    with casebook:
        person = casebook.people.add_person(NewPerson())
        casebook.people.add_name(person, NewPersonName(full=NAME))
        casebook.cases.open_case(person, NewCase(country=Country("BY")))
    return tmp_path / "Cases.habeas"


class Running:
    """The program as a person and the kernel see it."""

    def __init__(self, vault: Path, environment: dict[str, str]) -> None:
        self.environment = {**environment, "HABEAS_HOME": str(vault.parent)}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "desktop", "--vault", str(vault)],
            cwd=ROOT,
            env=self.environment,
            stderr=subprocess.DEVNULL,
        )

    @property
    def folder(self) -> Path:
        return Path("/proc") / str(self.process.pid)

    def windows(self) -> list[str]:
        words = ["search", "--all", "--onlyvisible", "--pid", str(self.process.pid), "--name", "Ha"]
        return self._tool(*words).split()

    def press(self, *keys: str) -> None:
        self._tool("windowactivate", "--sync", self.windows()[-1])
        self._tool("key", "--clearmodifiers", *keys)

    def type(self, words: str) -> None:
        self._tool("windowactivate", "--sync", self.windows()[-1])
        self._tool("type", "--delay", "20", words)

    def remembers(self, words: str) -> bool:
        """Tell whether its memory holds ``words``, as Python or as Qt writes them."""
        wanted = re.compile(b"|".join(re.escape(words.encode(c)) for c in ("utf-8", "utf-16-le")))
        return any(wanted.search(block) for block in self._memory())

    def told_the_vault(self) -> bool:
        return b"HABEAS_VAULT=" in (self.folder / "environ").read_bytes()

    def holds(self, folder: Path) -> bool:
        """Tell whether any file below ``folder`` is open."""
        open_files = [str(link.readlink()) for link in (self.folder / "fd").iterdir()]
        return any(name.startswith(str(folder)) for name in open_files)

    def _memory(self) -> Iterator[bytes]:
        with (self.folder / "mem").open("rb", 0) as memory:
            for line in (self.folder / "maps").read_text().splitlines():
                start, end = (int(part, 16) for part in line.split()[0].split("-"))
                if "rw" not in line.split()[1]:
                    continue
                try:
                    memory.seek(start)
                    yield memory.read(end - start)
                except OSError:
                    continue

    def _tool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            capture_output=True,
            check=False,
            text=True,
            timeout=20,
        )
        return done.stdout


@pytest.fixture
def running(vault: Path, screen: dict[str, str]) -> Iterator[Running]:
    program = Running(vault, screen)
    yield program
    program.process.kill()
    program.process.wait(10)


def test_lock_leaves_a_fresh_program_that_knows_nothing(running: Running, vault: Path):
    until(lambda: bool(running.windows()), "the unlock window")
    running.type(PHRASE)
    running.press("Return")
    until(lambda: running.holds(vault), "the vault to be open")
    until(lambda: running.remembers(NAME), "the case to be on the screen")
    assert not running.told_the_vault()

    running.press("ctrl+l")
    until(running.told_the_vault, "the process to be replaced")
    until(lambda: bool(running.windows()), "the unlock window after the lock")
    time.sleep(1)  # it imports the rest: all that a fresh program does by itself is done

    assert running.process.poll() is None
    assert not running.holds(vault)
    assert not running.remembers(NAME)
    assert not running.remembers(PHRASE)
    with Casebook.open(vault, PHRASE) as casebook:
        assert casebook.cases.count() == 1
