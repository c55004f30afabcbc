"""The wording of each language holds everything the English one does."""

import pytest

from models.documents.letter_wording import AUTHORITY, PRISONER, languages, wording
from models.errors import DocumentError
from models.values.vocabulary import vocabulary

ALL = [(kind, language) for kind in (AUTHORITY, PRISONER) for language in languages(kind)]


@pytest.mark.parametrize(("kind", "language"), ALL)
def test_a_translation_has_the_same_keys(kind: str, language: str):
    english, other = wording(kind, "en").words, wording(kind, language).words
    assert english.keys() == other.keys()
    for part in ("facts", "demands"):
        assert english.get(part, {}).keys() == other.get(part, {}).keys()


@pytest.mark.parametrize("language", languages(AUTHORITY))
def test_every_custody_has_its_demands_in_the_same_number(language: str):
    for custody in vocabulary("custody"):
        assert len(wording(AUTHORITY, language).demands(custody)) == len(
            wording(AUTHORITY, "en").demands(custody)
        )


@pytest.mark.parametrize(("kind", "language"), ALL)
def test_no_native_speaker_has_checked_any_of_them_yet(kind: str, language: str):
    assert wording(kind, language).remark


def test_an_unknown_language_is_refused():
    with pytest.raises(DocumentError):
        wording(AUTHORITY, "xx")
    assert languages("nothing") == ()


def test_lists_and_labels_are_set_as_the_language_sets_them():
    assert wording(AUTHORITY, "ar").commas == ("، ", "؛ ")
    assert wording(AUTHORITY, "ru").commas == (", ", "; ")
    assert wording(AUTHORITY, "fr").labelled("Objet", "x") == "Objet\N{NO-BREAK SPACE}: x"
    assert wording(AUTHORITY, "en").labelled("Concerning", "x") == "Concerning: x"
