"""The program's windows over an open vault, locked for real when a file appears.

``locking.py VAULT PASSPHRASE_FILE SIGN``. Only tests start it; the process that takes its place is
the program itself.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.app import Program
from models.casebook import Casebook, CaseFilter
from models.crypto.hardening import harden_process


def main(vault: Path, passphrase_file: Path, sign: Path) -> None:
    harden_process()
    app = QApplication([])
    program = Program(app)
    program.begin()
    casebook = Casebook.open(vault, passphrase_file.read_text(encoding="utf-8").strip())
    cases = casebook.cases
    kept = [cases.open_file(case) for case in cases.ids(CaseFilter())]
    program._enter(casebook)
    app.kept = kept  # as pages keep what they show

    def lock_if_told() -> None:
        if sign.exists():
            program.lock.now()

    timer = QTimer()
    timer.timeout.connect(lock_if_told)
    timer.start(50)
    os.write(1, b"open\n")
    app.exec()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
