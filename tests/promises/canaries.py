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
    """Every name of every person in the seed, and each part of it that is long enough to tell."""
    names = set()
    for file in sorted(folder.glob("*.toml")):
        record = tomllib.loads(file.read_text(encoding="utf-8"))
        for person in record.get("person", []):
            for name in person.get("name", []):
                names |= {name["full"], *name["full"].split()[-1:]}
    return {name for name in names if len(name.encode()) >= SHORTEST}


def needles(names: Iterable[str]) -> frozenset[bytes]:
    """All forms of all names."""
    return frozenset(form for name in names for form in forms(name) if len(form) >= SHORTEST)


def found(data: bytes, among: frozenset[bytes]) -> list[bytes]:
    """Those needles that ``data`` holds."""
    return [needle for needle in among if needle in data]


def forms(name: str) -> Iterator[bytes]:
    """``name`` as text, in other letters and encodings, and escaped."""
    for spelling in {name, name.lower(), name.upper(), _joined(name, "-"), _joined(name, "_")}:
        for text in {unicodedata.normalize(form, spelling) for form in ("NFC", "NFD")}:
            yield from _encoded(text)
            yield from _escaped(text)


def _joined(name: str, mark: str) -> str:
    return mark.join(name.lower().split())


def _encoded(text: str) -> Iterator[bytes]:
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"):
        raw = text.encode(encoding)
        yield raw
        yield from _in_base64(raw)
        yield raw.hex().encode()
        yield raw.hex().upper().encode()
    for encoding in ("cp1251", "koi8-r", "iso8859-2", "cp1256"):
        yield text.encode(encoding, errors="ignore") if _fits(text, encoding) else b""


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
