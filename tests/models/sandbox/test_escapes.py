"""I3: a child that was taken over reaches nothing; each act with its control in a free child."""

import json
import os
import platform
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from models.errors import SandboxError, SandboxLimitError
from models.sandbox import Limits
from tests.models.sandbox import acts
from tests.models.sandbox.acts import Act, Place

SEALED = {"RuntimeError", "EPERM"}
RAW_CALLS = {  # x86-64 numbers; arguments that a free process gets through with
    "openat2": (437, -1, 0, 0, 0),
    "socket": (41, 2, 1, 0),
    "clone3": (435, 0, 0),
    "memfd_create": (319, 0, 0),
    "ptrace": (101, 0, 0, 0, 0),
    "process_vm_readv": (310, os.getpid(), 0, 0, 0, 0, 0),
    "pidfd_open": (434, 1, 0),
    "eventfd2": (290, 0, 0),
    "shmget": (29, 0, 4096, 0o1600),
    "prctl": (157, 4, 0, 0, 0, 0),
    "seccomp": (317, 2, 0, 0),
    "keyctl": (250, 0, -3, 0),
    "ioctl on the answer pipe": (16, 3, 0x541B, 0),
    "fcntl to duplicate it": (72, 3, 0, 0),
    "dup": (32, 3),
    "chmod": (90, 0, 0),
    "unlink": (87, 0),
    "mkdir": (83, 0, 0),
    "getdents64": (217, -1, 0, 0),
    "mmap of executable pages": (9, 0, 4096, 7, 0x22, -1, 0),
    "pkey_mprotect": (329, 0, 0, 0, -1),
}


@pytest.mark.parametrize("name", acts.DEEDS)
def test_a_sealed_child_cannot_what_a_free_one_can(
    name: str, act: Act, user: str, place: Place
) -> None:
    free = _outcome(act, name, place, ("free", user))
    for left in ("written", "became"):
        Path(place["folder"], left).unlink(missing_ok=True)
    sealed = _outcome(act, name, place, (user,))

    assert free == "done"
    assert sealed in SEALED
    assert not Path(place["folder"], "written").exists()
    assert not Path(place["folder"], "became").exists()


def _outcome(act: Act, name: str, place: Place, modes: tuple[str, ...]) -> str:
    try:
        answer = act(name, json.dumps(place).encode(), modes=modes).decode()
    except SandboxError:  # it became another program, which says nothing
        return "done" if Path(place["folder"], "became").exists() else "nothing"
    return answer.removeprefix("refused ")


@pytest.mark.skipif(platform.machine() != "x86_64", reason="numbers of x86-64")
@pytest.mark.parametrize("call", RAW_CALLS)
def test_system_calls_past_the_library_are_refused(call: str, act: Act, user: str) -> None:
    payload = json.dumps(RAW_CALLS[call]).encode()
    assert act("raw_call", payload, modes=("free", user)) != b"EPERM"
    assert act("raw_call", payload, modes=(user,)) == b"EPERM"


def test_the_parent_cannot_be_signalled(act: Act) -> None:
    harmless = str(int(signal.SIGWINCH)).encode()
    assert act("signal_the_parent", harmless, modes=("free",)) == b"done"
    assert act("signal_the_parent", str(int(signal.SIGKILL)).encode()) == b"EPERM"


def test_memory_beyond_the_limit_is_refused(act: Act) -> None:
    wanted = str(600 << 20).encode()
    limits = Limits(memory=512 << 20)
    assert act("take_memory", wanted, modes=("free",), limits=limits) == wanted
    with pytest.raises(SandboxLimitError):
        act("take_memory", wanted, limits=limits)


def test_a_filter_for_another_machine_kills() -> None:
    """What the first steps of the filter do to foreign machine code, seen from our own."""
    code = (
        "import sys; from models.sandbox import seccomp as s; import platform\n"
        "own = s.MACHINES[platform.machine()]\n"
        "if sys.argv[1] == 'foreign':\n"
        "    s.MACHINES[platform.machine()] = own._replace(audit=own.audit ^ 1)\n"
        "import ctypes; ctypes.CDLL(None).prctl(38, 1, 0, 0, 0)\n"
        "s.install(); import os; os._exit(7)\n"
    )
    ends = [
        subprocess.run([sys.executable, "-c", code, who], check=False).returncode
        for who in ("own", "foreign")
    ]
    assert ends == [7, -signal.SIGSYS]
