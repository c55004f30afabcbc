"""Starts the product's child for an act of ``acts.py``; only tests start it.

``entry.py ACT MODE…``; without a mode the child is as in the product. ``free`` leaves the seal away
and ``shown`` the hiding (the controls); ``nobody`` becomes the unprivileged user before the seal;
``thread`` starts a thread before it; ``unsealable`` and ``unhidable`` let the system refuse.
"""

import errno
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from models.sandbox import child, linux, sealing, seccomp
from tests.models.sandbox import acts

NOBODY = 65534


def main(act: str, *modes: str) -> None:
    seal = sealing.seal

    def seal_or_not(**figures: int) -> None:
        if "nobody" in modes:
            _become_nobody()
        if "free" not in modes:
            seal(**figures)

    def load(task: str) -> child.Task:
        if "thread" in modes:
            acts.start_the_thread()
        return getattr(acts, task)

    sealing.seal, child.load = seal_or_not, load
    if "shown" in modes:
        sealing.hide = lambda: None
    if "unhidable" in modes:
        linux.hide = _refuse
    if "unsealable" in modes:
        seccomp.install = _refuse
    child.main(act)


def _become_nobody() -> None:
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)


def _refuse() -> None:
    raise OSError(errno.ENOSYS, "as on a kernel without it")


if __name__ == "__main__":
    main(*sys.argv[1:])
