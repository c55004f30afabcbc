import subprocess
import sys

import pytest

REPORT = """
import ctypes, os, resource
{call}
print(resource.getrlimit(resource.RLIMIT_CORE) == (0, 0))
print(os.umask(0) == 0o077)
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) == 0)  # PR_GET_DUMPABLE
"""
HARDEN = "from models.crypto.hardening import harden_process; harden_process()"


def report(call: str) -> list[str]:
    limits = "ulimit -S -c unlimited 2>/dev/null; umask 022; exec "
    done = subprocess.run(
        ["/bin/sh", "-c", limits + '"$0" -c "$1"', sys.executable, REPORT.format(call=call)],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


@pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux reports of a process")
def test_c7_a_hardened_process_dumps_no_core_and_makes_private_files():
    assert report(HARDEN) == ["True", "True", "True"]


@pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux reports of a process")
def test_c7_control_an_ordinary_process_is_open():
    assert report("pass")[1:] == ["False", "False"]
