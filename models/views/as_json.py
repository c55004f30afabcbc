"""The record as JSON: every value with its claims; local ids stay on this machine."""

import json
from dataclasses import Field, fields, is_dataclass
from datetime import date
from typing import Any
from uuid import UUID

from models.views.cases import CaseFile, CaseSummary
from models.views.proof import EXISTENCE, CitationView, ClaimView, SourceView
from models.views.record import REFERS_TO, Stored

_LOCAL = frozenset({"id", "uid"})
_LINKED = {
    "charge": "charges",
    "detention": "detentions",
    "event": "events",
    "party": "proceeding_parties",
    "proceeding": "proceedings",
    "ruling": "rulings",
    "sentence": "sentences",
    "union_activity": "activities",
}
"""Where in a case file the records stand that others link to."""


def dumped(value: Any) -> str:
    """Return ``value`` as indented JSON with its letters as they are."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def summary(row: CaseSummary) -> dict[str, Any]:
    """Return one row of the list of cases."""
    return {name: plain(getattr(row, name)) for name in _names(row) if name != "id"}


def case(file: CaseFile) -> dict[str, Any]:
    """Return a whole case: each record with its values, each value with all its claims."""
    lists = [
        spec.name
        for spec in fields(file)
        if isinstance(getattr(file, spec.name), tuple) and getattr(file, spec.name)
    ]
    return {
        "case": _record(file, file.case),
        "person": _record(file, file.person),
        "standing": plain(file.standing),
        **{name: [_record(file, record) for record in getattr(file, name)] for name in lists},
        "sources": {str(source.uid): _source(source) for source in file.sources.values()},
    }


def _record(file: CaseFile, record: Stored) -> dict[str, Any]:
    shown: dict[str, Any] = {"uid": str(record.uid), "claims": _claims(file, record, EXISTENCE)}
    for spec in fields(record):
        if spec.name not in _LOCAL:
            value, claims = _value(file, record, spec), _claims(file, record, spec.name)
            if claims or value not in (None, ""):
                shown[spec.name.removesuffix("_id")] = {"value": value, "claims": claims}
    return shown


def _value(file: CaseFile, record: Stored, spec: Field[Any]) -> Any:
    """Return a value; of a link the organisation's name, or the uid of a record in the file."""
    value = getattr(record, spec.name)
    linked = spec.metadata.get(REFERS_TO) or spec.name.removesuffix("_id")
    if linked == spec.name:
        return plain(value)
    if linked == "organisation":
        return file.organisations[value].full if value in file.organisations else None
    there = getattr(file, _LINKED[linked]) if linked in _LINKED else ()
    return next((str(other.uid) for other in there if other.id == value), None)


def _claims(file: CaseFile, record: Stored, name: str) -> list[dict[str, Any]]:
    return [_claim(file, claim) for claim in file.claims(record, name)]


def _claim(file: CaseFile, claim: ClaimView) -> dict[str, Any]:
    shown: dict[str, Any] = {"status": claim.status, "polarity": claim.polarity}
    if claim.field:
        shown["value"] = plain(claim.value)
    for name in ("reason", "credibility", "learned_on"):
        if getattr(claim, name):
            shown[name] = plain(getattr(claim, name))
    shown["citations"] = [_citation(file, citation) for citation in claim.citations]
    return shown


def _citation(file: CaseFile, citation: CitationView) -> dict[str, Any]:
    shown: dict[str, Any] = {"source": str(file.sources[citation.source_id].uid)}
    for name in ("paragraph", "page", "quotation", "attributed_to", "hedge"):
        if getattr(citation, name):
            shown[name] = getattr(citation, name)
    return shown


def _source(source: SourceView) -> dict[str, Any]:
    kept = (name for name in _names(source) if name not in _LOCAL and not name.endswith("_id"))
    return {name: plain(value) for name in kept if (value := getattr(source, name))}


def _names(value: Any) -> list[str]:
    return [spec.name for spec in fields(value)]


def plain(value: Any) -> Any:
    """Return what stands for ``value`` in JSON: its canonical text for the values of ours."""
    if value is None or isinstance(value, str | int | bool):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if is_dataclass(value) and type(value).__module__.startswith("models.views"):
        return {name: plain(getattr(value, name)) for name in _names(value)}
    return str(value)
