"""Asking back a recovery code: two of its groups, so that the proof is not tiresome."""

import secrets

_READ_AS = str.maketrans("OIL", "011")  # the code has none of these letters
_ASKED = 2


def groups(code: str) -> list[str]:
    """Return the groups of a code as it is printed, with hyphens between them."""
    return code.split("-")


def places_to_ask(code: str) -> list[int]:
    """Return which two groups to ask for, counted from 1, in order; different at every call."""
    places = range(1, len(groups(code)) + 1)
    return sorted(secrets.SystemRandom().sample(places, _ASKED))


def agrees(code: str, place: int, typed: str) -> bool:
    """Tell whether ``typed`` is the group at ``place``; case and look-alikes do not matter."""
    return typed.strip().upper().translate(_READ_AS) == groups(code)[place - 1]
