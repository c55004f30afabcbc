import time
import unicodedata

import pytest

import resources
from models.crypto import passphrases
from models.crypto.passphrases import LANGUAGES, Verdict, entropy_bits, generate, strength

SCRIPTS = {"en": "LATIN", "fr": "LATIN", "es": "LATIN", "ru": "CYRILLIC"}


def words(language: str) -> list[str]:
    return resources.path(f"wordlists/{language}.txt").read_text("utf-8").split("\n")[:-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_holds_2048_different_words_of_its_script(language: str):
    found = words(language)
    assert len(set(found)) == len(found) == 2048
    assert all(unicodedata.is_normalized("NFC", word) for word in found)
    assert all(unicodedata.name(one).startswith(SCRIPTS[language]) for one in "".join(found))
    plain = [unicodedata.normalize("NFD", word).encode("ascii", "ignore") for word in found]
    if SCRIPTS[language] == "LATIN":
        assert len({word[:4] for word in plain}) == 2048


@pytest.mark.parametrize("language", LANGUAGES)
def test_six_words_are_drawn_and_worth_66_bits(language: str):
    drawn = generate(language).split(" ")
    assert len(drawn) == 6
    assert set(drawn) <= set(words(language))
    assert entropy_bits(language) == 66


def test_draws_differ_and_reach_the_whole_list():
    drawn = {word for _ in range(4000) for word in generate("en").split(" ")}
    assert len(drawn) > 2030  # 24 000 draws leave out 0.02 words in the mean
    assert generate() != generate()


def test_other_languages_get_english_words():
    assert set(generate("ar").split(" ")) <= set(words("en"))
    assert set(generate("fr-CH").split(" ")) <= set(words("fr"))


def test_a_short_list_is_answered_by_more_words(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(passphrases, "_words", lambda _language: tuple("abcdefgh"))
    assert len(generate().split(" ")) == 22
    assert entropy_bits() == 66


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_drawn_is_judged_strong(language: str):
    for _ in range(20):
        judged = strength(generate(language))
        assert judged.verdict is Verdict.STRONG
        assert judged.enough


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("", Verdict.EMPTY),
        ("password1", Verdict.COMMON),
        ("qwertyuiop", Verdict.COMMON),
        ("bhuygvfrdcxs", Verdict.PATTERN),
        ("abcabcabcabcabcabc", Verdict.PATTERN),
        ("19041990", Verdict.PATTERN),
        ("x7#Kq", Verdict.SHORT),
        ("Salidarnasc", Verdict.PERSONAL),
        ("абонент абзац", Verdict.COMMON),
        ("académie brusque", Verdict.COMMON),
    ],
)
def test_weak_ones_are_told_why(typed: str, verdict: Verdict):
    judged = strength(typed, ["salidarnasc", ""])
    assert (judged.verdict, judged.enough) == (verdict, False)
    assert judged.sentence.endswith(".")


def test_control_without_our_lists_russian_words_are_flattered(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(passphrases, "_all_words", tuple)
    assert strength("абонент абзац зонт").enough


def test_long_ones_are_judged_in_time():
    start = time.perf_counter()
    assert strength("correct horse battery staple " * 40).enough
    assert time.perf_counter() - start < 1
