"""The search of a process's memory finds what is there, and nothing that is not."""

import os
import subprocess
import sys

import pytest

from tests.promises import process_memory

HOLD = "kept = 'canary of {}'.format(7).encode('utf-16-le') * 3; print(); input()"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may look into another process")
def test_a_word_is_found_where_it_is() -> None:
    there, elsewhere = "canary of 7".encode("utf-16-le"), "canary of 8".encode("utf-16-le")
    with subprocess.Popen(
        [sys.executable, "-c", HOLD], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert process_memory.found(process.pid, frozenset({there, elsewhere})) == {there}
        process.kill()
