"""The ways into a vault, as they are shown; none of it opens anything."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyView:
    """One way into a vault.

    Attributes:
        id: what to name it by.
        kind: a code of the vocabulary ``key_kind``.
        label: what tells it from others of its kind: of an office the end of its public key.
        made_on: the day it was added (UTC).
    """

    id: UUID
    kind: str
    label: str
    made_on: date
