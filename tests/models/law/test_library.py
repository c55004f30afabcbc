"""Law data is read as it stands, and a number is printed only where it was read."""

import csv
import re
import tomllib

import pytest

import resources
from models.law import library
from models.values.country import Country
from models.values.vocabulary import vocabulary


def rows() -> list[dict[str, str]]:
    with resources.path("law/cfa-principles.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize(
    ("number", "verified", "expected"),
    [
        ("133", "yes", "Compilation (2018), para. 133"),
        ("D96", "yes", "Digest (2006), para. 96"),
        ("123", "text", ""),
        ("123", "no", ""),
        ("", "yes", ""),
        ("Dx", "yes", ""),
    ],
)
def test_only_verified_numbers_are_printed(number: str, verified: str, expected: str):
    assert library._citation(number, verified) == expected


def test_every_principle_of_the_file_follows_that_rule():
    for row, principle in zip(rows(), library.principles(), strict=True):
        assert bool(principle.citation) == (row["verified"] == "yes" and bool(row["number"]))
        assert "Compilation" not in principle.citation or not row["number"].startswith("D")
        assert principle.text
        assert principle.source


def test_ratifications_keep_the_precision_of_their_date():
    belarus = {one.number: one for one in library.ratifications(Country("BY"))}
    assert str(belarus[87].since) == "1956"
    assert str(belarus[98].since) == "1956-11-06"
    assert belarus[87].binds


@pytest.mark.parametrize(
    ("country", "number", "status", "binds"),
    [
        ("IR", 87, "not_ratified", False),
        ("HK", 87, "declared", True),
        ("KG", 190, "unconfirmed", False),
        ("KZ", 98, "in_force", True),
    ],
)
def test_status_of_a_convention(country: str, number: int, status: str, *, binds: bool):
    found = {one.number: one for one in library.ratifications(Country(country))}[number]
    assert (found.status, found.binds) == (status, binds)


def test_an_unknown_state_has_no_ratifications():
    assert library.ratifications(Country("VA")) == ()


def test_topics_name_what_exists():
    principles = {one.topic for one in library.principles()}
    for topic in library.topics().values():
        assert topic.events <= set(vocabulary("event_kind"))
        assert topic.activities <= set(vocabulary("union_activity_kind"))
        assert topic.measures <= {"detention", "charge", "sentence", "unsentenced"}
        assert topic.principles
        assert {one.topic for one in topic.principles} <= principles
        assert topic.submission.endswith(".")
        assert not topic.request.endswith(".")


def test_topics_never_speak_of_a_violation_of_a_convention():
    for topic in library.topics().values():
        assert not re.search(r"violat\w+ of Convention|Convention No", topic.submission)


def test_principles_with_a_number_come_first():
    for topic in library.topics().values():
        has_number = [bool(one.citation) for one in topic.principles]
        assert has_number == sorted(has_number, reverse=True)


def test_every_principle_that_a_topic_asks_for_exists():
    known = {f"{row['topic']}/{row['number']}" for row in rows()} | {row["topic"] for row in rows()}
    for table in tomllib.loads(resources.path("law/topics.toml").read_text("utf-8")).values():
        assert set(table["principles"]) <= known


def test_one_row_of_a_topic_can_be_chosen():
    told = [one.citation for one in library.topics()["interference"].principles]
    assert told[0] == "Digest (2006), para. 178"
    assert "Digest (2006), para. 183" not in told


def test_only_belarus_has_a_follow_up_and_no_case_number_in_it():
    found = library.follow_up(Country("BY"))
    assert found
    assert not any(re.search(r"Case No|No\. \d{4}", one.text) for one in found)
    assert library.follow_up(Country("KG")) == ()
