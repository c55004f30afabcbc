"""The readable copy opens without Habeas and holds every word, and none of it is obeyed."""

import io
import json
import zipfile
from typing import Any

import pyrage
import pytest

from models.casebook import Casebook
from models.documents import readable
from models.errors import DocumentError
from tests.conftest import Maker

HOSTILE = "<script>Anna & Sons</script>"


@pytest.fixture
def cases(casebook: Casebook) -> list[Any]:
    make = Maker(casebook)
    ids = [make.case(name, proof=make.proof(make.source())) for name in (HOSTILE, "Пётр")]
    make.detention(ids[0], place="Minsk")
    return [casebook.cases.open_file(one) for one in ids]


def test_a_standard_age_file_with_a_page_and_the_data_of_each_case(cases: list[Any]):
    sealed = readable.sealed_archive(cases, "e\u0301t\u00e9")
    assert sealed.startswith(b"age-encryption.org/v1")
    plain = pyrage.passphrase.decrypt(sealed, "\u00e9t\u00e9")
    with zipfile.ZipFile(io.BytesIO(plain)) as packed:
        names = {f"{case.case.reference}.{kind}" for case in cases for kind in ("html", "json")}
        assert set(packed.namelist()) == names | {"index.html", readable.SCHEMA}
        told = json.loads(packed.read(f"{cases[0].case.reference}.json"))
        page = packed.read(f"{cases[0].case.reference}.html").decode()
    assert told["names"][0]["full"]["value"] == HOSTILE
    assert told["detentions"][0]["place"]["value"] == "Minsk"
    assert "<script>" not in page
    assert "&lt;script&gt;Anna &amp; Sons" in page
    assert "Minsk" in page


def test_the_data_is_what_the_schema_says(cases: list[Any]):
    with zipfile.ZipFile(io.BytesIO(readable.archive(cases))) as packed:
        schema = json.loads(packed.read(readable.SCHEMA))
        told = json.loads(packed.read(f"{cases[0].case.reference}.json"))
    assert fits(schema, schema, told) == []
    told["person"]["uid"] = 5
    told["detentions"][0]["place"].pop("claims")
    assert len(fits(schema, schema, told)) == 2


def fits(whole: Any, schema: Any, value: Any) -> list[str]:
    """Return where ``value`` differs from the few words of JSON Schema that ours is made of."""
    if schema is True:
        return []
    if reference := schema.get("$ref"):
        return fits(whole, whole["$defs"][reference.rpartition("/")[2]], value)
    kinds = {"object": dict, "array": list, "string": str, "integer": int}
    kind = schema.get("type")
    if isinstance(kind, str) and not isinstance(value, kinds[kind]):
        return [f"{value!r} is no {kind}"]
    found = [f"{name} is missing" for name in schema.get("required", []) if name not in value]
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{value!r} is not listed")
    if isinstance(value, list):
        return found + [one for item in value for one in fits(whole, schema["items"], item)]
    for name, inner in value.items() if isinstance(value, dict) else ():
        rule = schema.get("properties", {}).get(name, schema.get("additionalProperties", True))
        found += [f"{name} is not known"] if rule is False else fits(whole, rule, inner)
    return found


def test_without_a_passphrase_there_is_none():
    with pytest.raises(DocumentError):
        readable.sealed_archive([], "")
