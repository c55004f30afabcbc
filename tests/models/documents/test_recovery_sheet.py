"""The sheet has the code twice, three rules, and one page, in every language of the interface."""

import io
import tomllib
from typing import Any

import pikepdf
import pypdfium2
import pytest

import resources
from models.documents import printing
from models.documents.blocks import Lines, Paragraph, QrCode, unsourced
from models.documents.recovery_sheet import recovery_sheet
from models.values.vocabulary import INTERFACE_LANGUAGES

CODE = "-".join(f"{letter}1{letter}2{letter}" for letter in "ABCDEFGHJKMNP")
VAULT = "3fa94c11"


def words(language: str) -> dict[str, Any]:
    text = resources.path(f"templates/recovery/{language}.toml").read_text("utf-8")
    return tomllib.loads(text)


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_a_sheet_has_the_same_parts_in_every_language(language: str):
    sheet = recovery_sheet(CODE, VAULT, language)
    (qr,) = [block for block in sheet.blocks if isinstance(block, QrCode)]
    assert qr.text == CODE
    assert "-".join(qr.lines) == CODE
    labels = [block.label for block in sheet.blocks if isinstance(block, Paragraph)]
    assert labels == ["", "1.", "2.", "3.", ""]
    (vault,) = [block.lines for block in sheet.blocks if isinstance(block, Lines)]
    assert vault[0].endswith(VAULT)
    assert unsourced(sheet) == ()


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_wording_is_complete_and_says_when_nobody_checked_it(language: str):
    assert words(language).keys() == words("en").keys()
    assert len(words(language)["rules"]) == 3
    sheet = recovery_sheet(CODE, VAULT, language)
    assert bool(sheet.footer) != words(language)["checked"]


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_it_prints_on_one_page_with_every_group(language: str):
    pdf = printing.pdf(recovery_sheet(CODE, VAULT, language))
    with pypdfium2.PdfDocument(pdf) as opened:
        assert len(opened) == 1
        text = opened[0].get_textpage().get_text_bounded()
    assert [group for group in CODE.split("-") if group not in text] == []
    assert VAULT in text


def test_the_file_itself_says_nothing_of_the_code():
    with pikepdf.open(io.BytesIO(printing.pdf(recovery_sheet(CODE, VAULT, "en")))) as pdf:
        told = " ".join(str(value) for value in pdf.docinfo.values())
    assert CODE[:5] not in told
    assert VAULT not in told


def test_other_languages_are_english():
    assert recovery_sheet(CODE, VAULT, "pl") == recovery_sheet(CODE, VAULT, "en")
