"""Python's garbage is collected in the window's thread and nowhere else.

Python collects in whatever thread happens to allocate. A cycle that holds a widget would so be
destroyed in a working thread, and Qt crashes: Debian 13's Python 3.13 did, in one test run of two.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MILLISECONDS = 1_000


class Collector(QObject):
    """Turns the automatic collection off and collects what is due from the thread it lives in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect_due)
        self._timer.start(_EVERY_MILLISECONDS)


def collect_due() -> None:
    """Collect the oldest generation that Python itself would collect by now."""
    counts, limits = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if limits[generation] and counts[generation] > limits[generation]:
            gc.collect(generation)
            return
