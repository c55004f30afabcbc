"""list, show and search: what they print for people and for programs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]


def names(answer: Any) -> list[str]:
    return [row["name"] for row in answer.json]


def test_the_list_as_json(habeas: Call, vault: Path):
    (first, second) = habeas("list", vault, "--json").json
    assert first["name"] == "Amina Ben Ali"
    assert set(second) == {
        "reference", "name", "country", "organisation", "office", "confirmed", "standing",
        "latest_on",
    }  # fmt: skip
    assert second["country"] == "BY"
    assert second["standing"]["custody"] == "held"
    assert second["standing"]["custody_as_of"] == "2022-12-05"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("--country", "tn"), 1),
        (("--status", "held"), 1),
        (("--status", "dead"), 0),
        (("--on", "2022-04-19"), 1),
        (("--on", "2022-04-18"), 0),
        (("--country", "TN", "--status", "held"), 0),
    ],
)
def test_the_list_is_narrowed(habeas: Call, vault: Path, words: tuple[str, ...], found: int):
    assert len(habeas("list", vault, "--json", *words).json) == found


def test_search_takes_anything(habeas: Call, vault: Path):
    assert len(habeas("search", vault, "ЁЛКИН zodz", "--json").json) == 1
    assert habeas("search", vault, 'NOT "(', "--json").json == []
    assert habeas("search", vault, "nobody").out == ""


def test_a_line_of_the_list_holds_no_signs_that_command_a_terminal(habeas: Call, vault: Path):
    answer = habeas("list", vault)
    assert "\x1b" not in answer.out
    assert "Пётр \\u001b[31mЁлкин" in answer.out
    assert all(len(line.split("\t")) == 6 for line in answer.out.splitlines())


def test_the_name_in_json_is_whole(habeas: Call, vault: Path):
    assert "Пётр \x1b[31mЁлкин" in names(habeas("list", vault, "--json"))


def test_show_for_people(habeas: Call, vault: Path, reference: str):
    out = habeas("show", vault, reference).out
    for words in ("welder", "Ring the sister.", "“was arrested in April”", "Žodzina", "para. 7"):
        assert words in out
    (told,) = [line for line in out.splitlines() if "Žodzina" in line]
    assert "authority: Prison No. 8" in told
    assert "authority: another record (alternative)" in told
    assert "country: BY [1]" in out
    assert "\x1b" not in out


def local_ids(value: Any) -> list[str]:
    """Return every key that may hold a local id, and every whole number under such a key."""
    if isinstance(value, dict):
        own = [key for key in value if key == "id" or key.endswith("_id")]
        return own + [found for part in value.values() for found in local_ids(part)]
    if isinstance(value, list):
        return [found for part in value for found in local_ids(part)]
    return []


def test_show_as_json_gives_each_value_with_all_its_claims(
    habeas: Call, vault: Path, reference: str
):
    case = habeas("show", vault, reference.lower().replace("-", ""), "--json").json
    (detention,) = case["detentions"]
    began = detention["began_on"]
    assert began["value"] == "2022-04-19"
    assert [(c["status"], c["value"]) for c in began["claims"]] == [
        ("preferred", "2022-04-19"),
        ("alternative", "2022-05"),
    ]
    (citation,) = began["claims"][0]["citations"]
    assert citation["paragraph"] == 7
    assert citation["quotation"] == "was arrested in April"
    assert case["sources"][citation["source"]]["title"] == "An item"
    assert began["claims"][0]["learned_on"] == "2023-01-02"
    assert detention["claims"][0]["citations"] == [citation]
    assert case["case"]["reference"]["value"] == reference
    assert case["notes"][0]["text"] == {"value": "Ring the sister.", "claims": []}
    assert case["standing"]["custody"] == "held"


def test_show_as_json_tells_links_by_uid_and_bodies_by_name(
    habeas: Call, vault: Path, reference: str
):
    case = habeas("show", vault, reference, "--json").json
    (detention,), (stay,) = case["detentions"], case["stays"]
    assert stay["detention"]["value"] == detention["uid"]
    assert case["charge_statuses"][0]["charge"]["value"] == case["charges"][0]["uid"]
    assert detention["authority"]["value"] == "Prison No. 8"
    assert [claim["status"] for claim in detention["authority"]["claims"]] == [
        "preferred",
        "alternative",
    ]
    assert local_ids(case) == []


def test_the_control_a_local_id_would_be_found():
    assert local_ids({"a": [{"case_id": 3, "uid": "x"}], "id": 4}) == ["id", "case_id"]
