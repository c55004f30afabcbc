"""The end of this process, whose place a fresh one takes."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from desktop.home import VAULT_VARIABLE
from desktop.program import command

SETTLE_SECONDS = 0.7
"""How long a running save may take; cut off later, it is rolled back when next opened."""

Replace = Callable[[Sequence[str], Mapping[str, str]], None]


class Lock(QObject):
    """Ends the process, in the order that leaves nothing behind."""

    def __init__(
        self,
        *,
        hide: Callable[[], None],
        keep_drafts: Callable[[], None],
        close_vault: Callable[[], None],
        kill_children: Callable[[], None],
        replace: Replace,
        vault: Path,
    ) -> None:
        super().__init__()
        self._steps = (hide, keep_drafts, kill_children, close_vault)
        self._replace, self._vault = replace, vault
        self._begun = False

    @Slot()
    def now(self) -> None:
        """Hide, keep drafts, end children, close the vault, become a fresh process.

        The last step happens whatever goes wrong before it. Several triggers may come at once: a
        suspend locks the screen too; all but the first find the work begun.
        """
        if self._begun:
            return
        self._begun = True
        try:
            for step in self._steps:
                step()
        finally:
            self._replace(command(), {**os.environ, VAULT_VARIABLE: str(self._vault)})


def replace_process(arguments: Sequence[str], environment: Mapping[str, str]) -> None:
    """Become a fresh process. On Windows, which cannot, start one and end at once.

    Memory that held keys and case words goes back to the system; no ``atexit`` runs.
    """
    if sys.platform == "win32":
        import subprocess  # noqa: PLC0415  only here

        subprocess.Popen(list(arguments), env=dict(environment), close_fds=True)  # noqa: S603  ours
        os._exit(0)
    os.execve(arguments[0], list(arguments), dict(environment))  # noqa: S606  the point of it
