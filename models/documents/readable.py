"""The readable copy: every case as a plain page and as data, for a day when Habeas is no more.

The pages are bare HTML without scripts, pictures or links out. The archive is built in memory and
sealed there by a passphrase, in the age format: no plain word of it touches a disk.
"""

import io
import json
import unicodedata
import zipfile
from collections.abc import Iterable
from html import escape
from typing import Any

import pyrage

import resources
from models.errors import DocumentError
from models.views import as_json
from models.views.cases import CaseFile

SCHEMA = "case.schema.json"
_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest that zip knows: it says nothing of anybody's day


def sealed_archive(cases: Iterable[CaseFile], passphrase: str) -> bytes:
    """Return an age file that holds a zip of all ``cases``; the passphrase (in NFKC) opens it.

    Raises:
        DocumentError: the passphrase is empty.
    """
    if not passphrase:
        raise DocumentError("Please choose a passphrase for the readable copy.")
    return bytes(
        pyrage.passphrase.encrypt(archive(cases), unicodedata.normalize("NFKC", passphrase))
    )


def archive(cases: Iterable[CaseFile]) -> bytes:
    """Return the zip itself: an index, the schema, and for each case a page and its data."""
    memory = io.BytesIO()
    listed = []
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as packed:
        _put(packed, SCHEMA, resources.path(f"schemas/{SCHEMA}").read_text(encoding="utf-8"))
        for file in cases:
            told = as_json.case(file)
            name = file.case.reference
            listed.append((name, file.name))
            _put(packed, f"{name}.json", as_json.dumped(told))
            _put(packed, f"{name}.html", page(f"{name} {file.name}", told))
        _put(packed, "index.html", _index(listed))
    return memory.getvalue()


def page(title: str, told: dict[str, Any]) -> str:
    """Return one case as HTML, every word of it escaped."""
    return _framed(title, "".join(_section(name, value) for name, value in told.items()))


def _index(listed: list[tuple[str, str]]) -> str:
    rows = (
        f'<li><a href="{escape(reference)}.html">{escape(f"{reference} {name}")}</a></li>'
        for reference, name in listed
    )
    return _framed("Cases", f"<ul>{''.join(rows)}</ul>")


def _section(name: str, value: Any) -> str:
    return f"<h2>{escape(_words(name))}</h2>{_drawn(value)}"


def _drawn(value: Any) -> str:
    if isinstance(value, dict):
        rows = (
            f"<dt>{escape(_words(name))}</dt><dd>{_drawn(inner)}</dd>"
            for name, inner in value.items()
            if inner not in (None, "", [], {})
        )
        return f"<dl>{''.join(rows)}</dl>"
    if isinstance(value, list):
        return f"<ol>{''.join(f'<li>{_drawn(inner)}</li>' for inner in value)}</ol>"
    return escape(value if isinstance(value, str) else json.dumps(value))


def _words(name: str) -> str:
    return name.replace("_", " ")


def _framed(title: str, body: str) -> str:
    head = f'<meta charset="utf-8"><title>{escape(title)}</title>'
    return f"<!doctype html><html><head>{head}</head><body><h1>{escape(title)}</h1>{body}</body>\n"


def _put(packed: zipfile.ZipFile, name: str, text: str) -> None:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    packed.writestr(entry, text)
