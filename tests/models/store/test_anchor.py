from pathlib import Path
from uuid import uuid4

import pytest

from models.casebook import Casebook
from models.crypto.slots import new_data_key
from models.store import anchor
from models.views.people import NewPerson

KEY = new_data_key()


def standing(casebook: Casebook) -> anchor.Standing:
    with casebook._vault.engine.connect() as connection:
        return anchor.standing(connection)


def difference(casebook: Casebook, noted: anchor.Standing) -> str:
    with casebook._vault.engine.connect() as connection:
        return anchor.difference(connection, noted)


def test_a_note_comes_back_and_opens_for_its_vault_only(casebook: Casebook, tmp_path: Path):
    casebook.people.add_person(NewPerson())
    uid, noted = uuid4(), standing(casebook)
    anchor.write(tmp_path, uid, KEY, noted, noted.noted_at)
    found = anchor.read(tmp_path)
    assert found is not None
    assert found.backed_up_at == noted.noted_at
    assert anchor.opened(found, uid, KEY) == noted
    assert anchor.opened(found, uuid4(), KEY) is None
    assert anchor.opened(found, uid, new_data_key()) is None
    assert noted.head not in (tmp_path / anchor.NAME).read_bytes()


@pytest.mark.parametrize("content", [b"", b"null", b"{}", b"\xff\xfe", b"[" * 4000])
def test_what_is_no_note_is_none(tmp_path: Path, content: bytes):
    (tmp_path / anchor.NAME).write_bytes(content)
    assert anchor.read(tmp_path) is None


def test_a_vault_that_went_on_is_the_same_one(casebook: Casebook):
    empty = standing(casebook)
    casebook.people.add_person(NewPerson())
    one = standing(casebook)
    casebook.people.add_person(NewPerson())
    assert (empty.number, one.number) == (0, 1)
    assert [difference(casebook, noted) for noted in (empty, one, standing(casebook))] == [""] * 3


def test_what_is_missing_is_counted(casebook: Casebook):
    casebook.people.add_person(NewPerson())
    now = standing(casebook)
    for further, said in ((1, "1 change is missing"), (3, "3 changes are missing")):
        later = anchor.Standing(
            number=now.number + further, head=b"x", signature=b"", noted_at=now.noted_at
        )
        assert said in difference(casebook, later)


def test_words_are_six_and_forgive_what_looks_alike(casebook: Casebook):
    casebook.people.add_person(NewPerson())
    uid = uuid4()
    with casebook._vault.engine.connect() as connection:
        head = anchor.standing(connection).head
        words = anchor.words(uid, head)
        assert [len(word) for word in words.split()] == [4] * anchor.WORDS
        typed = words.replace("0", "o").replace("1", "l").replace(" ", "-").lower()
        assert anchor.find_words(connection, uid, typed) == 0
        assert anchor.find_words(connection, uid, anchor.words(uid, b"")) == 1
        assert anchor.find_words(connection, uuid4(), words) is None
        assert anchor.find_words(connection, uid, "") is None
