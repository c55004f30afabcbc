"""Gathers all that a complaint against one State is built from, consent applied."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from models.casework.case_files import (
    named_organisations,
    open_file,
    organisation_names,
    proofs,
    sources_of,
)
from models.casework.consent_gate import may_be_named
from models.casework.reading import among, read, table
from models.values.country import Country
from models.views.cases import CaseFile
from models.views.custody import ProceedingPartyView, ProceedingView
from models.views.events import EventPartyView, EventView, SituationView, TallyView
from models.views.filings import AllegationView, ComplaintFile, ComplaintView
from models.views.people import OrganisationView

AUDIENCE = "ilo"


def complaint_file(
    connection: Connection,
    country: Country,
    mechanism: str,
    *,
    case_ids: Sequence[int] = (),
    as_of: date,
    specimen: bool,
) -> ComplaintFile:
    """Return what a complaint by ``mechanism`` against ``country`` is built from.

    Without ``case_ids`` it covers every case of the country. Cases of people who may not be named
    are counted by reference in ``withheld``; events and proceedings that concern no person of the
    complaint but only others are left out, since their words may name somebody.
    """
    cases, withheld = _cases(connection, country, case_ids, as_of, specimen=specimen)
    parts = _of_the_country(connection, country, {file.case.id for file in cases})
    complaint = _draft(connection, country, mechanism)
    records = [record for part in parts.values() for record in part]
    proof = proofs(connection, [record.uid for record in records])
    named = [*records, complaint] if complaint else records
    return ComplaintFile(
        country=country,
        mechanism=mechanism,
        as_of=as_of,
        specimen=specimen,
        complaint=complaint,
        complainant=_complainant(connection, complaint),
        cases=cases,
        withheld=withheld,
        allegations=_allegations(connection, complaint),
        organisations=organisation_names(connection, named_organisations(named)),
        sources=sources_of(connection, proof),
        proof=proof,
        **parts,
    )


def _cases(
    connection: Connection,
    country: Country,
    case_ids: Sequence[int],
    as_of: date,
    *,
    specimen: bool,
) -> tuple[tuple[CaseFile, ...], tuple[str, ...]]:
    case = table("case")
    chosen = select(case.c.id).where(case.c.country == country).order_by(case.c.id)
    if case_ids:
        chosen = chosen.where(among(case.c.id, case_ids))
    files = [open_file(connection, case_id) for case_id in connection.scalars(chosen).all()]
    judged = [(f, may_be_named(f, AUDIENCE, on=as_of, specimen=specimen)) for f in files]
    named = tuple(file for file, may_be in judged if may_be)
    withheld = tuple(file.case.reference for file, may_be in judged if not may_be)
    return named, withheld


def _of_the_country(
    connection: Connection, country: Country, named: set[int]
) -> dict[str, tuple[Any, ...]]:
    def of(kind: str, view: type[Any]) -> tuple[Any, ...]:
        return read(connection, kind, view, table(kind).c.country == country)

    events = of("event", EventView)
    events, event_parties = _spoken_of(
        events,
        _below(connection, "event_party", EventPartyView, "event_id", events),
        "event_id",
        named,
    )
    proceedings = of("proceeding", ProceedingView)
    proceedings, proceeding_parties = _spoken_of(
        proceedings,
        _below(connection, "proceeding_party", ProceedingPartyView, "proceeding_id", proceedings),
        "proceeding_id",
        named,
    )
    return {
        "events": events,
        "event_parties": event_parties,
        "proceedings": proceedings,
        "proceeding_parties": proceeding_parties,
        "situations": of("situation", SituationView),
        "tallies": of("tally", TallyView),
    }


def _spoken_of(
    records: tuple[Any, ...], parties: tuple[Any, ...], link: str, named: set[int]
) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """Return the records that concern no case at all or one of ``named``, and their parties."""
    concerned: dict[int, set[int]] = {record.id: set() for record in records}
    for party in parties:
        concerned[getattr(party, link)].update({party.case_id} - {None})
    kept = {key for key, cases in concerned.items() if not cases or cases & named}
    return (
        tuple(record for record in records if record.id in kept),
        tuple(party for party in parties if getattr(party, link) in kept),
    )


def _below(
    connection: Connection, kind: str, view: type[Any], link: str, above: Iterable[Any]
) -> tuple[Any, ...]:
    return read(connection, kind, view, among(table(kind).columns[link], [r.id for r in above]))


def _draft(connection: Connection, country: Country, mechanism: str) -> ComplaintView | None:
    """Return the newest complaint in preparation, if there is one."""
    complaint = table("complaint")
    found = read(
        connection,
        "complaint",
        ComplaintView,
        complaint.c.country == country,
        complaint.c.mechanism == mechanism,
    )
    return found[-1] if found else None


def _complainant(
    connection: Connection, complaint: ComplaintView | None
) -> OrganisationView | None:
    if complaint is None or complaint.complainant_id is None:
        return None
    column = table("organisation").c.id
    found = read(connection, "organisation", OrganisationView, column == complaint.complainant_id)
    return found[0]


def _allegations(
    connection: Connection, complaint: ComplaintView | None
) -> tuple[AllegationView, ...]:
    if complaint is None:
        return ()
    found = read(
        connection,
        "allegation",
        AllegationView,
        table("allegation").c.complaint_id == complaint.id,
    )
    return tuple(_with_links(connection, allegation) for allegation in found)


def _with_links(connection: Connection, allegation: AllegationView) -> AllegationView:
    linked: dict[str, Any] = {}
    for name in ("case", "claim"):
        link = table(f"allegation_{name}")
        linked[f"{name}_ids"] = tuple(
            connection.scalars(
                select(link.columns[f"{name}_id"])
                .where(link.c.allegation_id == allegation.id)
                .order_by(link.c.id)
            )
        )
    return replace(allegation, **linked)
