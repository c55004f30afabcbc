"""Every vocabulary is complete in five languages, and its attributes point at codes that exist."""

import re
import unicodedata

import pytest

import resources
from models.errors import InvalidValueError
from models.values.vocabulary import INTERFACE_LANGUAGES, Vocabulary, spoken, vocabulary

NAMES = sorted(file.stem for file in resources.path("vocabularies").glob("*.toml"))
CODE = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*|[A-F]|[1-6]|[A-Z]{2}")
SCRIPTS = {"ru": "CYRILLIC", "ar": "ARABIC"}
LONGEST = 60
# attribute of a vocabulary -> the vocabulary whose codes it holds
POINTERS = {
    ("detention_kind", "custody"): "custody",
    ("detention_end", "custody"): "custody",
    ("sentence_kind", "custody"): "custody",
    ("outcome_kind", "outcome"): "outcome",
    ("charge_state", "stage"): "stage",
    ("relation_kind", "inverse"): "relation_kind",
    ("mechanism", "audience"): "audience",
}


def test_the_folder_is_not_empty() -> None:
    assert len(NAMES) > 40


@pytest.mark.parametrize("name", NAMES)
def test_codes_and_labels_are_complete(name: str) -> None:
    found = vocabulary(name)
    assert len(found) > 1
    for code in found:
        assert CODE.fullmatch(code), code
        assert set(INTERFACE_LANGUAGES) <= set(found.entries[code]), code
        for language in INTERFACE_LANGUAGES:
            label = found.label(code, language)
            assert label == label.strip(), (code, language)
            assert 0 < len(label) <= LONGEST, (code, language)
            assert unicodedata.is_normalized("NFC", label), (code, language)
            assert "'" not in label, (code, language)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", SCRIPTS)
def test_labels_are_in_their_own_script(name: str, language: str) -> None:
    for code in vocabulary(name):
        label = vocabulary(name).label(code, language)
        letters = [unicodedata.name(character) for character in label if character.isalpha()]
        assert all(letter.startswith(SCRIPTS[language]) for letter in letters), (code, label)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_two_codes_never_share_a_label(name: str, language: str) -> None:
    labels = list(vocabulary(name).labels(language).values())
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("name", NAMES)
def test_every_code_has_the_same_attributes(name: str) -> None:
    keys = {frozenset(entry) for entry in vocabulary(name).entries.values()}
    assert len(keys) == 1


@pytest.mark.parametrize(("where", "target"), POINTERS.items())
def test_attributes_point_at_codes(where: tuple[str, str], target: str) -> None:
    name, attribute = where
    for code in vocabulary(name):
        assert vocabulary(name).attribute(code, attribute) in vocabulary(target), code


def test_codes_of_huridocs_have_their_form() -> None:
    kinds = vocabulary("event_kind")
    codes = {code: kinds.attribute(code, "huridocs") for code in kinds}
    assert all(re.fullmatch(r"(?:0[1-5]\d{10})?", code) for code in codes.values())
    assert codes["killing"] == "010101000000"
    assert codes["strike"] == ""


def test_inverse_of_the_inverse_is_the_relation_itself() -> None:
    relations = vocabulary("relation_kind")
    for code in relations:
        inverse = relations.attribute(code, "inverse")
        assert relations.attribute(inverse, "inverse") == code


def test_asking() -> None:
    kinds = vocabulary("detention_kind")
    assert kinds is vocabulary("detention_kind")
    assert kinds.codes[0] == "police"
    assert "pretrial" in kinds
    assert "holiday" not in kinds
    assert kinds.label("pretrial", "fr-FR") == "Détention provisoire"
    assert kinds.label("pretrial", "be") == "Pre-trial detention"
    assert kinds.attribute("home_confinement", "custody") == "home_confinement"
    assert kinds.attribute("police", "nothing", "else") == "else"
    assert "colony" in kinds.having("custody", "held")
    assert spoken("AR-eg") == "ar"


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(InvalidValueError):
        vocabulary("custody").label("lost", "en")
    with pytest.raises(InvalidValueError):
        vocabulary("custody").attribute("lost", "en")


def test_an_unknown_vocabulary_is_missing() -> None:
    with pytest.raises(FileNotFoundError):
        vocabulary("no_such_list")


def test_control_an_incomplete_vocabulary_is_noticed() -> None:
    broken = Vocabulary("broken", {"one": {"en": "One"}})
    assert not set(INTERFACE_LANGUAGES) <= set(broken.entries["one"])
