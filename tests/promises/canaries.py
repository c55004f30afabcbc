"""The forms in which a name may leave: what to look for in bytes that should hold no name."""

import base64
import json
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

SHORTEST = 6  # bytes; random data of 100 MB holds a shorter one by chance


def names_of_seed(folder: Path) -> set[str]:
    """Of every name of every person in the seed the telling words.

    A word is enough: whoever writes the whole name writes it too. A name of short words only stays
    whole.
    """
    return {
        word
        for file in sorted(folder.glob("*.toml"))
        for person in tomllib.loads(file.read_text(encoding="utf-8")).get("person", [])
        for name in person.get("name", [])
        for word in telling_words(name["full"])
    }


def telling_words(name: str) -> list[str]:
    """The words of ``name`` that do not occur by chance, else the name itself."""
    return [word for word in name.split() if len(word.encode()) >= SHORTEST] or [name]


def needles(names: Iterable[str]) -> frozenset[bytes]:
    """All forms of all names, Latin letters small (as :func:`found` makes them in the data)."""
    found = {form.lower() for name in names for form in forms(name)}
    return frozenset(form for form in found if len(form) >= SHORTEST)


def found(data: bytes, among: frozenset[bytes]) -> list[bytes]:
    """Those needles that ``data`` holds."""
    small = data.lower()
    return [needle for needle in among if needle in small]


def forms(name: str) -> Iterator[bytes]:
    """``name`` as text, in other letters and encodings, and escaped."""
    for spelling in {name, name.lower(), name.upper(), "-".join(name.lower().split())}:
        for text in {unicodedata.normalize(form, spelling) for form in ("NFC", "NFD")}:
            yield from _encoded(text)
            yield from _escaped(text)
    for encoding in ("utf-8", "utf-16-le"):
        yield from _in_base64(name.encode(encoding))


def _encoded(text: str) -> Iterator[bytes]:
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"):
        yield text.encode(encoding)
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        yield text.encode(encoding).hex().encode()
    for encoding in ("cp1251", "koi8-r", "iso8859-2", "cp1256"):
        if _fits(text, encoding):
            yield text.encode(encoding)


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _in_base64(raw: bytes) -> Iterator[bytes]:
    """The characters that do not depend on what stands before and after, for each of 3 shifts."""
    for shift in range(3):
        shifted = bytes(shift) + raw
        whole = shifted[: len(shifted) // 3 * 3]
        yield base64.b64encode(whole)[(shift * 8 + 5) // 6 :]


def _escaped(text: str) -> Iterator[bytes]:
    raw = text.encode()
    yield quote(text).encode()
    yield json.dumps(text)[1:-1].encode()  # \u00f3
    yield text.encode("ascii", "backslashreplace")  # \xf3
    yield text.encode("ascii", "xmlcharrefreplace")
    yield "".join(f"&#x{ord(letter):X};" for letter in text).encode()
    yield repr(raw)[2:-1].encode()  # \xd0\x96
    yield "".join(chr(b) if b < 128 else f"\\{b:03o}" for b in raw).encode()  # PDF strings
