"""The seal fails closed, hides the process, and covers threads that run already."""

import json
import platform
import re
from pathlib import Path

import pytest

from models.errors import SandboxError
from models.sandbox import sealing, seccomp
from tests.models.sandbox.acts import Act

HEADERS = {
    "x86_64": Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
    "aarch64": Path("/usr/include/asm-generic/unistd.h"),
}
ALIASES = {"lseek": "__NR3264_lseek", "fstat": "__NR3264_fstat", "mmap": "__NR3264_mmap"}


@pytest.mark.parametrize("mode", ["unsealable", "unhidable"])
def test_without_a_seal_nothing_runs(act: Act, mode: str) -> None:
    with pytest.raises(SandboxError, match="cannot close off"):
        act("echo", b"abc", modes=(mode,))


def test_on_an_unknown_system_nothing_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "system", None)
    for give_up in (sealing.hide, lambda: sealing.seal(memory=0, seconds=0, keep=3)):
        with pytest.raises(sealing.SealError):
            give_up()


def test_on_an_unknown_machine_there_is_no_filter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "machine", lambda: "riscv64")
    with pytest.raises(OSError, match="machine"):
        seccomp.install()


def test_a_process_that_opens_files_is_not_taken_for_sealed() -> None:
    assert not seccomp.is_refused()


def test_a_hidden_process_leaves_no_core(act: Act) -> None:
    hidden = json.loads(act("powers", modes=("free",)))
    shown = json.loads(act("powers", modes=("free", "shown")))
    assert (hidden["dumpable"], hidden["core"]) == (0, 0)
    assert (shown["dumpable"], shown["core"] != 0) == (1, True)


def test_a_thread_that_began_before_the_seal_is_sealed_too(act: Act) -> None:
    assert act("let_a_thread_open", modes=("thread", "free")) == b"done"
    assert act("let_a_thread_open", modes=("thread",)) == b"refused EPERM"


@pytest.mark.parametrize("machine", seccomp.MACHINES)
def test_numbers_are_those_of_the_kernel(machine: str) -> None:
    header = HEADERS[machine]
    if not header.exists():
        pytest.skip(f"the kernel's headers for {machine} are not installed")
    known = dict(re.findall(r"#define (__NR\w*_\w+) (\d+)", header.read_text()))
    column = seccomp.MACHINES[machine].column
    for name, numbers in (seccomp.ALLOWED | seccomp.WITHOUT_EXECUTION).items():
        number = known.get(f"__NR_{name}") or known[ALIASES[name]]
        assert int(number) == numbers[column], name
    assert int(known["__NR_seccomp"]) == seccomp.MACHINES[machine].seccomp
