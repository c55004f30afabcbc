"""One case as plain text: a line a record, a mark a claim, and the passages at the end."""

from collections.abc import Iterable, Iterator
from dataclasses import Field, fields
from typing import Any

from models.values.vocabulary import vocabulary
from models.views.cases import CaseFile, Standing
from models.views.proof import EXISTENCE, CitationView, ClaimView
from models.views.record import REFERS_TO, VOCABULARY, Stored

_LANGUAGE = "en"


def lines(file: CaseFile) -> Iterator[str]:
    """Yield the case line by line."""
    marks = _Marks(file)
    yield f"{file.name}  {file.case.reference}"
    yield from _standing(file.standing)
    for name, part in _parts(file).items():
        if part:
            yield ""
            yield name.replace("_", " ").capitalize()
            for record in part:
                yield f"  - {_record(file, record, marks)}"
    yield from marks.legend()


def _parts(file: CaseFile) -> dict[str, tuple[Stored, ...]]:
    parts = {spec.name: getattr(file, spec.name) for spec in fields(file)}
    lists = {name: part for name, part in parts.items() if isinstance(part, tuple)}
    return {"case": (file.case,), "person": (file.person,), **lists}


def _standing(standing: Standing) -> Iterator[str]:
    for name in ("custody", "stage", "outcome"):
        as_of = getattr(standing, f"{name}_as_of")
        known = f", as of {as_of.in_words(_LANGUAGE)}" if as_of else ""
        yield f"{name}: {vocabulary(name).label(getattr(standing, name), _LANGUAGE)}{known}"


def _record(file: CaseFile, record: Stored, marks: "_Marks") -> str:
    told = [f"recorded{marks.of(file.claims(record, EXISTENCE))}"]
    told += [
        f"{_name(spec.name)}: {_claim(file, record, spec, claim)}{marks.of((claim,))}"
        for spec in fields(record)
        for claim in file.claims(record, spec.name)
    ]
    told += [
        f"{_name(spec.name)}: {_in_words(spec, getattr(record, spec.name))}"
        for spec in fields(record)
        if _is_kept_by_the_office(file, record, spec)
    ]
    organisation = file.organisations.get(getattr(record, "organisation_id", None) or 0)
    if organisation and not file.claims(record, "organisation_id"):
        told.insert(0, organisation.full)
    return "; ".join(told)


def _is_kept_by_the_office(file: CaseFile, record: Stored, spec: Field[Any]) -> bool:
    """Return whether a value rests on no claim: notes, deadlines, who works on a case."""
    is_link = spec.name in ("id", "uid") or spec.name.endswith("_id")
    is_filled = not is_link and getattr(record, spec.name) not in (None, "")
    return is_filled and not file.claims(record, spec.name)


def _name(field: str) -> str:
    return field.removesuffix("_id").replace("_", " ")


def _claim(file: CaseFile, record: Stored, spec: Field[Any], claim: ClaimView) -> str:
    denied = "not " if claim.polarity == "denied" else ""
    status = "" if claim.status == "preferred" else f" ({claim.status})"
    return f"{denied}{_words(file, record, spec, claim)}{status}"


def _words(file: CaseFile, record: Stored, spec: Field[Any], claim: ClaimView) -> str:
    if spec.metadata.get(REFERS_TO):
        # The record links to what is preferred; a claim beside it names its record by uid only.
        shown = getattr(record, spec.name) if claim.status == "preferred" else None
        named = file.organisations.get(shown) if shown is not None else None
        return named.full if named else "another record"
    return _in_words(spec, claim.value)


def _in_words(spec: Field[Any], value: Any) -> str:
    if listed := spec.metadata.get(VOCABULARY):
        return vocabulary(listed).label(str(value), _LANGUAGE)
    return str(value.in_words(_LANGUAGE) if hasattr(value, "in_words") else value)


class _Marks:
    """Numbers the passages in the order in which they are first cited."""

    def __init__(self, file: CaseFile) -> None:
        self._file = file
        self._numbers: dict[str, int] = {}

    def of(self, claims: Iterable[ClaimView]) -> str:
        """Return the marks of all citations of ``claims``, or that the office alone says so."""
        cited = [self._passage(citation) for claim in claims for citation in claim.citations]
        if not cited:
            return " [office]"
        numbers = [self._numbers.setdefault(text, len(self._numbers) + 1) for text in cited]
        return "".join(f" [{number}]" for number in dict.fromkeys(numbers))

    def legend(self) -> Iterator[str]:
        """Yield the numbered passages."""
        if self._numbers:
            yield ""
            yield "Passages"
        for text, number in self._numbers.items():
            yield f"  [{number}] {text}"

    def _passage(self, citation: CitationView) -> str:
        source = self._file.sources[citation.source_id]
        told = [source.publisher, source.title]
        told += [source.published_on.in_words(_LANGUAGE)] if source.published_on else ["no date"]
        told += [f"para. {citation.paragraph}"] if citation.paragraph else []
        told += [f"according to {citation.attributed_to}"] if citation.attributed_to else []
        told += [f"“{citation.hedge}”"] if citation.hedge else []
        words = f": “{citation.quotation}”" if citation.quotation else ""
        return ", ".join(part for part in told if part) + words
