"""The mapped classes: one table per record of the case file, its history and its projections.

A record's fact columns are made from the fields of its ``New…`` value in :mod:`models.views`, so a
fact is named once. Imported by store, casework and search only; nothing mapped leaves them.
"""

from models.entities import cases, custody, events, filings, history, people, projections, proof
from models.entities.base import Base, Record, facts_of, kinds, type_of

__all__ = [
    "Base",
    "Record",
    "cases",
    "custody",
    "events",
    "facts_of",
    "filings",
    "history",
    "kinds",
    "people",
    "projections",
    "proof",
    "type_of",
]
