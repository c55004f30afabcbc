"""The shipped seed says what its passages say; the reader refuses what is no seed."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from models.casework.seed_files import Entry, SeedError, SeedFiles, read_seed
from models.values.country import Country
from models.values.partial_date import PartialDate
from models.values.term import Term
from models.views.people import NewOrganisationName, NewPersonName
from models.views.proof import EXISTENCE

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
NUMBERS = {4: "four", 5: "five", 10: "ten", 25: "a quarter", 10_000: "ten thousand"}
TERMS = {
    "P15Y": "up to 15 years",
    "P14Y": "14 years",
    "P5Y": "five years",
    "P3Y": "three years",
    "P2Y6M": "two and a half years",
    "P1Y6M": "one and a half years",
}
RELATIVE = {
    "2022-11^": "last month",
    "[2022-11-27..2022-12-04]^": "last week",
    "2022^": "this year",
    "2022-21^": "in the spring",
    "1993~^": "29 years ago",
}
COUNTRIES = {
    "AM": "Armenia", "AZ": "Azerbaijan", "BD": "Bangladesh", "BY": "Belarus", "GE": "Georgia",
    "KG": "Kyrgyz", "KZ": "Kazakh", "MD": "Moldova", "ME": "Montenegro", "MX": "Mexico",
    "PH": "Philippines", "QA": "Qatar", "TJ": "Tajikistan", "TN": "Tunisia", "UA": "Ukrain",
    "UZ": "Uzbekistan",
}  # fmt: skip
BOUNDS = {
    "at_least": "at least",
    "more_than": "more than",
    "almost": "almost",
    "about": "some|approximately",
    "up_to": "up to",
    "increased_to": "increased|to",
    "dozens": "dozens",
}
WEAKENING = "at least|more than|almost|nearly|about|some|approximately|up to|increased"


def says(value: object, words: str) -> bool:
    """Return whether the words hold the value, or what gives it."""
    match value:
        case bool():
            return bool(words)
        case int():
            return number_in(value, words)
        case Term():
            return TERMS[str(value)] in words
        case Country():
            return COUNTRIES[str(value)] in words
        case PartialDate():
            return date_in(value, words)
    raise AssertionError(f"the tests do not know how to read {value!r}")


def number_in(number: int, words: str) -> bool:
    written = {f"{number:,}", str(number), NUMBERS.get(number, "")} - {""}
    written |= {f"{number / 1_000_000:g} million", f"{number / 1000:g} thousand"}
    return any(re.search(rf"(?<![\d,.]){re.escape(one)}(?![\d,.]\d)", words) for one in written)


def date_in(day: PartialDate, words: str) -> bool:
    if (relative := RELATIVE.get(str(day))) and relative in words:
        return True
    year, *rest = re.findall(r"XXXX|\d+", day.edtf)[:3]
    month = MONTHS[int(rest[0]) - 1] if rest else ""
    has_year = re.search(rf"\b{year}\b", words) is not None
    has_day = len(rest) < 2 or re.search(rf"\b{int(rest[1])}\b", words) is not None
    return month in words and has_day and (has_year or year == "XXXX" or day.resolved)


def words_of(entry: Entry, name: str) -> str:
    passages = entry.proof.get(name) or entry.proof[EXISTENCE]
    return " … ".join(passage.words for passage in passages)


@pytest.fixture(scope="module")
def seed() -> SeedFiles:
    return read_seed()


def cited(seed: SeedFiles, *kinds: type) -> list[tuple[Entry, str, Any]]:
    return [
        (entry, name, value)
        for entry in seed.all_entries()
        for name, value in entry.values.items()
        if isinstance(value, kinds)
    ]


def test_every_number_date_term_and_country_is_in_its_passage(seed: SeedFiles):
    found = cited(seed, int, Term, Country, PartialDate)
    wrong = [
        (entry.kind, entry.key, name, str(value))
        for entry, name, value in found
        if not says(value, words_of(entry, name))
    ]
    assert len(found) > 200
    assert wrong == []


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (60, "more than 61 cases against"),
        (60, "1,060 cases against members"),
        (1500, "almost 1,600 in November"),
        (Term.parse("P5Y"), "sentenced to four years in prison"),
        (Country("BY"), "the President of Kyrgyzstan"),
        (PartialDate.parse("2022-04"), "detained since April"),
        (PartialDate.parse("2022-04^"), "detained since May"),
        (PartialDate.parse("XXXX-01"), "ordered in February"),
        (PartialDate.parse("2022-11-08^"), "a hunger strike on November 9"),
    ],
)
def test_other_values_are_missed(value: object, words: str):
    assert not says(value, words)


def test_a_year_is_marked_as_resolved_where_the_words_lack_it(seed: SeedFiles):
    published = {item.key: item.new.published_on for item in seed.items}
    for entry, name, day in cited(seed, PartialDate):
        passages = entry.proof.get(name) or entry.proof[EXISTENCE]
        given = re.search(r"\b(19|20)\d\d\b", words_of(entry, name)) is not None
        assert day.resolved == (not given and not day.lacks_year), (entry.key, name)
        dated = all(published[passage.item] for passage in passages)
        assert dated or not day.resolved, (entry.key, name)


def test_every_name_is_in_its_passage(seed: SeedFiles):
    named = [e for e in seed.all_entries() if e.shape.new in (NewPersonName, NewOrganisationName)]
    for entry in named:
        words = words_of(entry, "full").lower()
        parts = [part for part in str(entry.values["full"]).lower().split() if len(part) > 2]
        assert all(part in words for part in parts), entry.values["full"]


def test_bounds_and_hedges_are_in_their_passage(seed: SeedFiles):
    bounds = [
        (entry, entry.values.get(name))
        for entry in seed.all_entries()
        for name in ("bound", "unnamed_bound")
        if entry.values.get(name)
    ]
    for entry, bound in bounds:
        words = words_of(entry, "bound").lower()
        if bound == "exact":
            assert re.search(rf"\b({WEAKENING})\b", words) is None, words
        else:
            assert re.search(rf"\b({BOUNDS[str(bound)]})\b", words), words
    hedged = [p for e in seed.all_entries() for found in e.proof.values() for p in found if p.hedge]
    assert len(bounds) > 30
    assert hedged
    assert all(passage.hedge in passage.words for passage in hedged)


def test_a_misprint_and_a_word_give_no_number(seed: SeedFiles):
    tallies = [entry for entry in seed.entries if entry.kind == "tally"]
    unnumbered = [entry for entry in tallies if entry.values.get("number") is None]
    said = " ".join(words_of(entry, "number") for entry in unnumbered)
    assert "11,0000" in said
    assert "dozens" in said
    assert not [entry for entry in tallies if entry.values.get("number") in (110_000, 11_000)]


def test_a_blocked_bill_cites_both_items(seed: SeedFiles):
    [bill] = [entry for entry in seed.entries if entry.values.get("fate") == "blocked"]
    assert bill.values["kind"] == "bill"
    assert bill.proof[EXISTENCE][0].item == "strikers"
    assert bill.proof["fate"][0].item == "victory"


# ── the reader ───────────────────────────────────────────────────────────────────────────────────

SOURCES = """
[item]
file = "000_x"
line = 1
words = "Once upon"
publisher = "A newsroom"
title = "A tale"
"""
GOOD = """
[[organisation]]
key = "union"
proof = { at = "item:1", words = "the union of welders" }
kind = "union"
founded_on = { is = "2001", at = "item:2", words = "founded in 2001 by" }

[[organisation.name]]
proof = { at = "item:1", words = "the union of welders" }
full = "Union of Welders"
"""


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str], SeedFiles]:
    def read(records: str, sources: str = SOURCES) -> SeedFiles:
        (tmp_path / "sources.toml").write_text(sources, "utf-8")
        (tmp_path / "records.toml").write_text(records, "utf-8")
        return read_seed(tmp_path)

    return read


def test_a_small_seed_is_read(read: Callable[[str], SeedFiles]):
    [union] = read(GOOD).entries
    assert union.values["founded_on"] == PartialDate.parse("2001")
    assert union.values["country"] is None
    assert words_of(union, "founded_on") == "founded in 2001 by"
    assert words_of(union, "kind") == "the union of welders"
    assert union.parts[0].key == "union"


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('kind = "union"', 'colour = "red"', "no such key as colour"),
        ('kind = "union"', 'kind = "club"', "“kind” takes one of the listed choices"),
        ('full = "Union of Welders"', "", "a value that must be there is missing"),
        ("[[organisation]]", "[[organization]]", "no such kind of record as organization"),
        (
            'key = "union"\nproof = { at = "item:1", words = "the union of welders" }',
            'key = "union"',
            "rests on nothing",
        ),
        (', at = "item:2", words = "founded in 2001 by"', "", "a passage has a place and words"),
        ('at = "item:2"', 'at = "tale:2"', "no item has the place tale:2"),
        ('at = "item:2"', 'at = "item:0"', "no item has the place item:0"),
        ('"founded in 2001 by"', '"in 2001"', "3 to 12 words"),
        ('"founded in 2001 by"', f'"{"word " * 13}"', "3 to 12 words"),
        ('is = "2001"', 'is = "soon"', "Write a date like"),
        ('is = "2001"', "is = 2001", "not written as a PartialDate"),
        ('is = "2001"', 'was = "2001"', "not written as a value and its passages"),
        ('kind = "union"', 'kind = "union"\nparent = "nobody"', "no organisation before it"),
        ('words = "founded in', 'mood = "sad", words = "founded in', "may have by and hedge"),
    ],
)
def test_what_is_no_seed_is_refused(
    read: Callable[[str], SeedFiles], old: str, new: str, complaint: str
):
    assert old in GOOD
    with pytest.raises(SeedError, match=re.escape(complaint)):
        read(GOOD.replace(old, new, 1))


def test_two_records_of_one_key_are_refused(read: Callable[[str], SeedFiles]):
    with pytest.raises(SeedError, match="two of the kind organisation are called union"):
        read(GOOD + GOOD)


def test_an_unknown_word_about_an_item_is_refused(read: Callable[..., SeedFiles]):
    with pytest.raises(SeedError, match="no such key as mood"):
        read(GOOD, SOURCES + 'mood = "sad"')
