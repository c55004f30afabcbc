"""The shape every record value shares: facts in, the same facts with an id out."""

from dataclasses import Field, dataclass, field, fields
from typing import Any
from uuid import UUID

from models.values.vocabulary import vocabulary

VOCABULARY = "vocabulary"
REFERS_TO = "refers_to"
REQUIRED = "required"
OFFICE_ONLY = "office_only"


def coded(name: str, default: str | None = None, *, office: bool = False) -> Any:
    """Return a field that holds a code of the vocabulary ``name``; None is empty.

    ``office`` marks what the office decides about its own work: such a field makes no claim.
    """
    return field(default=default, metadata={VOCABULARY: name, OFFICE_ONLY: office})


def office_only(default: Any) -> Any:
    """Return a field that the office decides for its own work; it makes no claim."""
    return field(default=default, metadata={OFFICE_ONLY: True})


def referring(kind: str) -> Any:
    """Return an optional field that holds the local id of another record of ``kind``."""
    return field(default=None, metadata={REFERS_TO: kind})


def required() -> Any:
    """Return a text field that must not be blank."""
    return field(metadata={REQUIRED: True})


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRecord:
    """Facts on their way into the case record; empty fields are None or an empty text."""

    def problems(self) -> tuple[str, ...]:
        """Return a sentence for each field that cannot be recorded; empty when all is well."""
        found = (problem_of(spec, getattr(self, spec.name)) for spec in fields(self))
        return tuple(problem for problem in found if problem)


def problem_of(spec: Field[Any], value: Any) -> str:
    """Return a sentence when ``value`` cannot be recorded in the field ``spec``; else nothing."""
    label = spec.name.removesuffix("_id").replace("_", " ")
    if spec.metadata.get(REQUIRED) and not str(value or "").strip():
        return f"Please fill in “{label}”."
    listed = spec.metadata.get(VOCABULARY)
    if listed and value is not None and value not in vocabulary(listed):
        return f"“{label}” takes one of the listed choices."
    return ""


@dataclass(frozen=True, kw_only=True)
class Stored:
    """Where a record lies: ``id`` on this machine only, ``uid`` everywhere."""

    # Without slots of its own, since a view inherits from this and from a slotted value.

    id: int
    uid: UUID
