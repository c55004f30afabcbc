"""A State by its ISO 3166-1 code; names come from ``resources/vocabularies/country.toml``."""

from dataclasses import dataclass

from models.errors import InvalidValueError
from models.values.vocabulary import vocabulary


@dataclass(frozen=True, slots=True, order=True)
class Country:
    """The two letters of ISO 3166-1; a case's country is the State that acts."""

    code: str

    def __post_init__(self) -> None:
        """Bring the code to capitals and refuse one that names no country."""
        code = self.code.strip().upper()
        if code not in vocabulary("country"):
            raise InvalidValueError("A country is given by its two letters, such as BY.")
        object.__setattr__(self, "code", code)

    @classmethod
    def parse(cls, text: str) -> "Country":
        """Return the country of a two-letter code in any capitals.

        Raises:
            InvalidValueError: ISO 3166-1 has no such code.
        """
        return cls(text)

    def __str__(self) -> str:
        return self.code

    def name(self, language: str) -> str:
        """Return its short name in an interface language."""
        return vocabulary("country").label(self.code, language)
