"""How the values of :mod:`models.values` lie in a table: as their canonical text."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from models.values.country import Country
from models.values.language import Language
from models.values.money import Money
from models.values.partial_date import PartialDate
from models.values.term import Term


class ValueText(TypeDecorator[Any]):
    """A text column that reads back as the value ``parse`` makes of it."""

    impl = Text
    cache_ok = True

    def __init__(self, parse: Callable[[str], Any]) -> None:
        super().__init__()
        self.parse = parse

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Return the canonical text of ``value``."""
        del dialect
        return None if value is None else str(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Return the value whose canonical text was stored."""
        del dialect
        return None if value is None else self.parse(value)


COLUMN_TYPES: dict[type, TypeEngine[Any]] = {
    kind: ValueText(kind.parse) for kind in (PartialDate, Term, Money, Country, Language)
}
"""The column type of each value type."""
