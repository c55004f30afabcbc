"""The command line: the same casework as the windows, without Qt."""

from desktop.console.running import run

__all__ = ["run"]
