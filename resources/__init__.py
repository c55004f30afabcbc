"""Fonts, icons, translations, vocabularies, law and seed; :func:`path` alone finds them."""

from pathlib import Path

_ROOT = Path(__file__).resolve().parent


def path(name: str) -> Path:
    """Return the file or folder ``name`` (with ``/`` between folders) of the resources.

    Raises:
        FileNotFoundError: the program was installed without it.
    """
    found = _ROOT.joinpath(*name.split("/"))
    if not found.exists():
        raise FileNotFoundError(f"Habeas is incomplete: its resource {name} is missing.")
    return found
