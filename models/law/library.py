"""Reads ``resources/law``: principles, ratifications, topics, procedures that exist."""

import csv
import tomllib
from functools import cache
from typing import Any

import resources
from models.values.country import Country
from models.values.partial_date import PartialDate
from models.views.law import (
    LegalStatement,
    PrincipleView,
    RatificationStatus,
    RatificationView,
    TopicView,
)

_PRINCIPLES_PER_TOPIC = 4


@cache
def principles() -> tuple[PrincipleView, ...]:
    """Return all principles in the order of the file."""
    return tuple(
        PrincipleView(
            topic=row["topic"],
            text=row["principle"],
            conventions=row["conventions"],
            citation=_citation(row["number"], row["verified"]),
            source=row["source"],
        )
        for row in _rows("cfa-principles.csv")
    )


def _citation(number: str, verified: str) -> str:
    """Return the paragraph that may be printed: decision 14 of the design, never a guess."""
    if verified != "yes":
        return ""
    if number.isdecimal():
        return f"Compilation (2018), para. {number}"
    if number[:1] == "D" and number[1:].isdecimal():
        return f"Digest (2006), para. {number[1:]}"
    return ""


@cache
def ratifications(country: Country) -> tuple[RatificationView, ...]:
    """Return what is known of a State and each Convention, by number; nothing for others."""
    found = (
        _ratification(row) for row in _rows("ratifications.csv") if row["iso2"] == country.code
    )
    return tuple(sorted(found, key=lambda one: one.number))


def _ratification(row: dict[str, str]) -> RatificationView:
    convention = _tables("conventions.toml")[row["convention"]]
    return RatificationView(
        country=Country(row["iso2"]),
        convention=row["convention"],
        number=convention["number"],
        title=convention["en"],
        status=_status(row["status"], row["verified"]),
        since=PartialDate.parse(row["date"]) if row["date"] else None,
        source=row["source"],
    )


def _status(words: str, verified: str) -> RatificationStatus:
    if verified != "yes":
        return "unconfirmed"
    if words.startswith("applicable by declaration"):
        return "declared"
    return "not_ratified" if words == "not ratified" else "in_force"


@cache
def topics() -> dict[str, TopicView]:
    """Return the kinds of allegations by code, in the order in which a complaint raises them."""
    return {code: _topic(code, table) for code, table in _tables("topics.toml").items()}


def _topic(code: str, table: dict[str, Any]) -> TopicView:
    return TopicView(
        code=code,
        title=table["title"],
        submission=table["submission"],
        request=table["request"],
        convention=table["convention"],
        articles=table["articles"],
        principles=_chosen(table["principles"]),
        measures=frozenset(table["measures"]),
        events=frozenset(table["events"]),
        activities=frozenset(table["activities"]),
    )


def _chosen(names: list[str]) -> tuple[PrincipleView, ...]:
    """Return a few principles: those with a number to print first, then by importance."""
    rows = zip(_rows("cfa-principles.csv"), principles(), strict=True)
    known = [(f"{one.topic}/{row['number']}", one) for row, one in rows]
    chosen = [one for name in names for at, one in known if name in (at, one.topic)]
    chosen.sort(key=lambda one: not one.citation)
    return tuple(chosen[:_PRINCIPLES_PER_TOPIC])


@cache
def follow_up(country: Country) -> tuple[LegalStatement, ...]:
    """Return what is known of procedures that exist already for a State."""
    rows = _tables("follow_ups.toml").get(country.code, [])
    return tuple(LegalStatement(text=row["text"], source=row["source"]) for row in rows)


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    with resources.path(f"law/{name}").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


@cache
def _tables(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.path(f"law/{name}").read_text("utf-8"))
