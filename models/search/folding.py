"""One spelling for many: what is stored for searching and what is typed are folded alike."""

import unicodedata

_LETTERS = str.maketrans({"ł": "l", "ı": "i", "ß": "ss", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})


def fold(text: str) -> str:
    """Return ``text`` without case, accents and doubled spaces; ё is е and й is и after folding."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c) and c.isprintable())
    return " ".join(bare.translate(_LETTERS).split())
