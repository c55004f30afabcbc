"""The day on which the office works; tests set it, nothing else does."""

from datetime import date, datetime

_clock = datetime.now


def today() -> date:
    """Return the day by this machine's clock and time zone."""
    return _clock().astimezone().date()
