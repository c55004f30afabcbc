"""One spelling for many: what is stored for searching and what is typed are folded alike."""

import unicodedata

_LETTERS = str.maketrans({"ł": "l", "ı": "i", "ß": "ss", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})


def fold(text: str) -> str:
    """Return ``text`` without case, accents and doubled spaces; ё is е and й is и after folding."""
    plain = unicodedata.normalize("NFKD", text)  # 𝐀 and ℡ have no lower case before this
    decomposed = unicodedata.normalize("NFKD", plain.casefold())
    return " ".join("".join(filter(_is_kept, decomposed)).translate(_LETTERS).split())


def _is_kept(character: str) -> bool:
    """Keep what can be seen, and every kind of space: a line break parts words too."""
    return character.isspace() or (character.isprintable() and not unicodedata.combining(character))
