"""Small matters of English in which the record is told."""

from collections.abc import Sequence

from models.values.country import Country
from models.values.partial_date import PartialDate
from models.values.vocabulary import vocabulary
from models.views.cases import OrganisationName

_WITH_ARTICLE = frozenset({"PH", "NL", "US", "GB", "AE", "CF", "DO", "KM", "MV", "BS", "GM", "CD"})


def country_name(country: Country) -> str:
    """Return the country as it stands behind “of”: “Belarus”, “the Philippines”."""
    name = country.name("en")
    return f"the {name}" if country.code in _WITH_ARTICLE and not name.startswith("The ") else name


def label(list_name: str, code: str) -> str:
    """Return the label of a code for the middle of a sentence."""
    words = vocabulary(list_name).label(code, "en")
    is_acronym = words[1:2].isupper()
    return words if is_acronym else words[:1].lower() + words[1:]


def listed(items: Sequence[str]) -> str:
    """Return “a, b and c”."""
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def when(moment: PartialDate | None) -> str:
    """Return the date with its preposition and a space before it, or nothing."""
    return f" {moment.in_words('en', 'sentence')}" if moment else ""


def as_last_known(moment: PartialDate | None) -> str:
    """Return on which day something was known."""
    if moment is None:
        return "the day not being known"
    return f"as last known {moment.in_words('en', 'sentence')}"


def thousands(number: int) -> str:
    """Return a number with its thousands set apart."""
    return f"{number:,}"


def bounded(bound: str | None, amount: str) -> str:
    """Return an amount behind the word for how exact it is; an exact one stands alone."""
    return amount if bound in (None, "exact") else f"{label('bound', bound)} {amount}"


def counted(number: int | None, bound: str | None, what: str) -> str:
    """Return “almost 1,500 people”; where no number is given “dozens of people”, or only who."""
    if number is None:
        return f"{label('bound', bound)} of {what}" if bound == "dozens" else what
    return f"{bounded(bound, thousands(number))} {what}"


def capital(text: str) -> str:
    """Return ``text`` with its first letter large."""
    return text[:1].upper() + text[1:]


def organisation(name: OrganisationName) -> str:
    """Return the full name with the acronym behind it, where there is one."""
    return f"{name.full} ({name.acronym})" if name.acronym not in ("", name.full) else name.full
