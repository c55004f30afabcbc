"""The recovery sheet: one page with a vault's recovery code, to be printed and put away.

Its words stand in ``resources/templates/recovery``, a file per language. The sheet exists in memory
only, until the worker prints it or saves it where they choose.
"""

import tomllib
from functools import cache
from typing import Any

import resources
from models.documents.blocks import Document, Heading, Lines, Paragraph, QrCode, Sentence
from models.values.vocabulary import spoken


def recovery_sheet(code: str, vault: str, language: str) -> Document:
    """Return the sheet for a recovery code.

    Args:
        code: as it is printed, its groups with hyphens between them.
        vault: what tells this vault from others, short and without any name.
        language: any language tag; English where we do not speak it.
    """
    words = _words(spoken(language))
    return Document(
        kind="letter",
        language=spoken(language),
        title=words["title"],
        blocks=(
            Heading(words["title"]),
            _own(words["purpose"]),
            Lines("subject", (f"{words['vault']}: {vault}",)),
            QrCode(code, tuple(code.split("-"))),
            *(_own(rule, f"{number}.") for number, rule in enumerate(words["rules"], 1)),
            _own(words["use"]),
        ),
        footer="" if words["checked"] else words["unchecked"],
    )


def _own(text: str, label: str = "") -> Paragraph:
    return Paragraph((Sentence(text, basis="own"),), label=label)


@cache
def _words(language: str) -> dict[str, Any]:
    text = resources.path(f"templates/recovery/{language}.toml").read_text("utf-8")
    return tomllib.loads(text)
