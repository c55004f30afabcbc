"""Runs one command and turns errors into a sentence and an exit status.

0: done. 1: the work could not be done, and one sentence on standard error says why. 2: wrong usage.
"""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from desktop.console.arguments import parser
from models.errors import HabeasError

_BROKEN_OFF = 130  # what shells report for Ctrl+C; Ctrl+D at the passphrase means the same


def run(words: Sequence[str]) -> int:
    """Run the command in ``words`` (without the program's name) and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a pipe may speak an alphabet that lacks ours
            stream.reconfigure(encoding="utf-8")
    asked = parser().parse_args(words)
    try:
        asked.command(asked)
        sys.stdout.flush()
    except HabeasError as error:
        return _say(str(error))
    except (KeyboardInterrupt, EOFError):
        sys.stderr.write("\n")
        return _BROKEN_OFF
    except BrokenPipeError:
        return _leave_pipe()
    except OSError as error:
        return _say(
            f"{error.strerror or 'The file cannot be used'}: {error.filename or ''}".strip()
        )
    except Exception as error:  # noqa: BLE001  our own fault, told without any word of a case
        return _say(f"Habeas made a mistake ({type(error).__name__} at {_place(error)}).")
    return 0


def _say(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1


def _leave_pipe() -> int:
    """Leave quietly when the reader of our output has gone (``habeas list … | head``)."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left has no reader
    return 0


def _place(error: BaseException) -> str:
    """Return file and line of the innermost frame; never a value."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "an unknown place"
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
