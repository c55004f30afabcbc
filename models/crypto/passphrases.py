"""Passphrases: random words are offered first, one's own words are judged while they are typed.

What protects a vault is how many guesses its passphrase takes. For words that were drawn the number
is known: each of a list of 2048 adds 11 bits. For one's own words the library zxcvbn estimates it;
our lists are added to its own, which are English only and would flatter other languages.
"""

import math
import secrets
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

import resources

LANGUAGES = ("en", "fr", "es", "ru")
"""Languages with a list of words; any other gets English ones."""

LEAST_BITS = 66.0
"""What a generated passphrase is worth at least: six words of 2048."""

ENOUGH_BITS, STRONG_BITS = 50.0, 66.0
_MOST_LETTERS = 72  # zxcvbn's limit; what comes after can only help
_PATTERNS = ("repeat", "sequence", "spatial", "regex", "date")


class Verdict(Enum):
    """What to say of a passphrase; each with a sentence."""

    EMPTY = "Nothing was typed yet."
    PERSONAL = "It holds a name that belongs to you or your office; others try those first."
    PATTERN = "Repeats, rows of keys and dates are guessed at once; please use several words."
    COMMON = "These words are tried first; please use more words, and rarer ones."
    SHORT = "It can be guessed by trying; please add another word or two."
    FAIR = "It holds against most; six drawn words are better."
    STRONG = "It holds."


@dataclass(frozen=True, slots=True)
class Strength:
    """How well a passphrase will hold: the estimated bits, and what to say of it."""

    bits: float
    verdict: Verdict

    @property
    def enough(self) -> bool:
        """Whether a vault should be made with it."""
        return self.verdict in (Verdict.FAIR, Verdict.STRONG)

    @property
    def sentence(self) -> str:
        """What to tell the worker."""
        return self.verdict.value


def generate(language: str = "en") -> str:
    """Return a random passphrase of words in ``language``, with spaces between them."""
    words = _words(_listed(language))
    return " ".join(secrets.choice(words) for _ in range(_count(words)))


def entropy_bits(language: str = "en") -> float:
    """Return what a passphrase of :func:`generate` is worth, if the guesser knows the list."""
    words = _words(_listed(language))
    return _count(words) * math.log2(len(words))


def strength(passphrase: str, user_inputs: Collection[str] = ()) -> Strength:
    """Return how well ``passphrase`` will hold; nothing of it is kept.

    ``user_inputs`` are words that a guesser would try first: the worker, the office, the vault.
    """
    if not passphrase:
        return Strength(0.0, Verdict.EMPTY)
    # A fifth of a second to import; the window shows before that.
    from zxcvbn import zxcvbn  # noqa: PLC0415

    typed = unicodedata.normalize("NFKC", passphrase)[:_MOST_LETTERS]
    personal = [word.casefold() for word in user_inputs if word]
    judged = zxcvbn(typed, user_inputs=[*personal, *_all_words()])
    bits = math.log2(judged["guesses"])
    return Strength(bits, _verdict(bits, judged["sequence"], len(personal)))


def _verdict(bits: float, parts: list[dict[str, Any]], personal: int) -> Verdict:
    if bits >= ENOUGH_BITS:
        return Verdict.STRONG if bits >= STRONG_BITS else Verdict.FAIR
    longest = max(parts, key=lambda part: len(part["token"]))
    if longest.get("dictionary_name") == "user_inputs" and longest["rank"] <= personal:
        return Verdict.PERSONAL
    if longest["pattern"] in _PATTERNS:
        return Verdict.PATTERN
    return Verdict.COMMON if longest["pattern"] == "dictionary" else Verdict.SHORT


def _listed(language: str) -> str:
    primary = language.split("-", 1)[0].lower()
    return primary if primary in LANGUAGES else LANGUAGES[0]


@cache
def _words(language: str) -> tuple[str, ...]:
    return tuple(resources.path(f"wordlists/{language}.txt").read_text("utf-8").split())


@cache
def _all_words() -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for language in LANGUAGES for word in _words(language)))


def _count(words: Collection[str]) -> int:
    return math.ceil(LEAST_BITS / math.log2(len(words)))
