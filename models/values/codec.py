"""Values of claims to and from what JSON and the database hold: text, whole numbers, yes or no."""

from collections.abc import Callable
from enum import StrEnum
from typing import cast
from uuid import UUID

from models.errors import InvalidValueError
from models.values.country import Country
from models.values.language import Language
from models.values.money import Money
from models.values.partial_date import PartialDate
from models.values.term import Term

__all__ = ["Kind", "Raw", "Value", "decode", "encode", "kind_of"]

Value = str | int | bool | PartialDate | Term | Money | Country | Language | UUID
Raw = str | int | bool | None


class Kind(StrEnum):
    """The types a claimed value may have; ``CODE`` is a text of some vocabulary."""

    TEXT = "text"
    CODE = "code"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DATE = "date"
    TERM = "term"
    MONEY = "money"
    COUNTRY = "country"
    LANGUAGE = "language"
    UID = "uid"


_PLAIN: dict[Kind, type] = {
    Kind.TEXT: str,
    Kind.CODE: str,
    Kind.INTEGER: int,
    Kind.BOOLEAN: bool,
}
_WRITTEN: dict[Kind, type] = {
    Kind.DATE: PartialDate,
    Kind.TERM: Term,
    Kind.MONEY: Money,
    Kind.COUNTRY: Country,
    Kind.LANGUAGE: Language,
    Kind.UID: UUID,
}
_READERS: dict[Kind, Callable[[str], Value]] = {
    Kind.DATE: PartialDate.parse,
    Kind.TERM: Term.parse,
    Kind.MONEY: Money.parse,
    Kind.COUNTRY: Country.parse,
    Kind.LANGUAGE: Language.parse,
    Kind.UID: UUID,
}


def encode(value: Value | None) -> Raw:
    """Return what stands for ``value`` in JSON; :func:`decode` with its kind gives it back.

    Raises:
        InvalidValueError: values of that type cannot be claimed.
    """
    if value is None or type(value) in _PLAIN.values():
        return cast("Raw", value)
    if type(value) in _WRITTEN.values():
        return str(value)
    raise InvalidValueError("A value of this type cannot be recorded.")


def decode(kind: str, raw: Raw) -> Value | None:
    """Return the value of ``kind`` that ``raw`` stands for; None stands for None.

    Raises:
        InvalidValueError: there is no such kind, or ``raw`` is not of it.
    """
    if kind not in Kind.__members__.values():
        raise InvalidValueError("This kind of value is unknown to this program.")
    if raw is None:
        return None
    wanted = Kind(kind)
    if wanted in _PLAIN:
        if type(raw) is not _PLAIN[wanted]:
            raise InvalidValueError(f"This value is not of the kind {wanted}.")
        return raw
    if not isinstance(raw, str):
        raise InvalidValueError(f"This value is not of the kind {wanted}.")
    return _read(wanted, raw)


def kind_of(value: Value) -> Kind:
    """Return the kind of a value by its type; a text is ``TEXT`` even where it is a code.

    Raises:
        InvalidValueError: values of that type cannot be claimed.
    """
    for kind, type_ in (_PLAIN | _WRITTEN).items():
        if type(value) is type_:
            return kind
    raise InvalidValueError("A value of this type cannot be recorded.")


def _read(kind: Kind, raw: str) -> Value:
    try:
        return _READERS[kind](raw)
    except ValueError:  # uuid's own; ours speak for themselves
        raise InvalidValueError(f"This value is not of the kind {kind}.") from None
