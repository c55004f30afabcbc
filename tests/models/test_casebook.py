"""The front door: made, opened, told of changes, closed; and no word of a case in any error."""

import io
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from sqlalchemy import text

from models.casebook import Casebook, CaseFilter, new_office_key, vault_info
from models.crypto.kdf import CHEAP
from models.entities.people import PersonName
from models.errors import VaultError, VaultInUseError, WrongPassphraseError
from models.store import office
from models.values.country import Country
from models.views.cases import NewCase, NewNote
from models.views.custody import NewDetention
from models.views.people import NewPerson, NewPersonName
from models.views.proof import Basis, NewCitation, NewSource, Proof

PASSPHRASE = "a passphrase for tests"
CANARY = "Zyxwvut"


def test_made_closed_and_opened_again(tmp_path: Path):
    casebook, code = Casebook.create(tmp_path / "office", PASSPHRASE, demo=True, kdf=CHEAP)
    with casebook:
        assert (casebook.folder, casebook.demo) == (tmp_path / "office.habeas", True)
        casebook.people.add_person(NewPerson())
    casebook.close()
    with Casebook.open(casebook.folder, PASSPHRASE) as again:
        assert (again.demo, again.health.verify_history()) == (True, 1)
        with pytest.raises(VaultInUseError):
            Casebook.open(casebook.folder, PASSPHRASE)
    with Casebook.open_with_recovery(casebook.folder, code.lower()) as recovered:
        assert recovered.health.history_gives_the_record()
    assert vault_info(casebook.folder).demo


def test_a_wrong_passphrase_and_a_taken_name(casebook: Casebook):
    casebook.close()
    with pytest.raises(WrongPassphraseError):
        Casebook.open(casebook.folder, "another")
    with pytest.raises(VaultError):
        Casebook.create(casebook.folder, PASSPHRASE, kdf=CHEAP)
    Casebook.open(casebook.folder, PASSPHRASE).close()


def test_every_way_in_leads_to_the_same_vault(casebook: Casebook, tmp_path: Path):
    office_key = new_office_key()
    casebook.keys.add_key_file("quite other words", tmp_path / "key", kdf=CHEAP)
    casebook.keys.add_office(office_key.public)
    casebook.close()
    ways = [
        lambda: Casebook.open(casebook.folder, "quite other words", tmp_path / "key"),
        lambda: Casebook.open_with_office_key(casebook.folder, office_key.private),
        lambda: Casebook.open(casebook.folder, PASSPHRASE, trust_old_header=True),
    ]
    for way in ways:
        with way() as opened:
            assert [key.kind for key in opened.keys.list()][2:] == ["key_file", "office"]
    with pytest.raises(WrongPassphraseError):
        Casebook.open_with_keyring(casebook.folder)


def test_the_recovery_sheet_holds_the_code_and_no_name(casebook: Casebook):
    code = casebook.keys.new_recovery_code()
    sheet = casebook.recovery_sheet(code, "fr-CH")
    assert sheet.startswith(b"%PDF-")
    with pikepdf.open(io.BytesIO(sheet)) as pdf:
        assert len(pdf.pages) == 1
    assert not list(casebook.folder.parent.rglob("*.pdf"))


def test_a_renewed_vault_opens_with_its_own_keys(casebook: Casebook, tmp_path: Path, make: Any):
    make.case("Anna Example")
    made = casebook.renew(tmp_path / "fresh", "quite other words")
    with Casebook.open(made.folder, "quite other words") as fresh:
        assert fresh.cases.ids() == casebook.cases.ids()


def test_a_vault_that_cannot_be_furnished_does_not_appear(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def broken(*_: object, **__: object) -> None:
        raise ArithmeticError

    monkeypatch.setattr(office, "found_office", broken)
    with pytest.raises(ArithmeticError):
        Casebook.create(tmp_path / "office", PASSPHRASE, kdf=CHEAP)
    assert list(tmp_path.iterdir()) == []


def test_changes_are_told_with_kind_and_id(casebook: Casebook):
    heard: list[Any] = []
    casebook.on_change(heard.append)
    person = casebook.people.add_person(NewPerson(occupation="welder"))
    (changed,) = heard
    assert ("person", person) in changed
    assert {kind for kind, _ in changed} == {"person", "claim"}
    casebook.cases.ids()
    casebook.interrupt()
    assert len(heard) == 1


def canaries() -> dict[str, Any]:
    """Return every kind of text that a worker or a file can bring in."""
    name = f"{CANARY} \ud800"
    cited = Basis(citations=(NewCitation(source_id=4040, quotation=CANARY),))
    return {"name": name, "cited": cited, "date": CANARY, "id": CANARY}


def forced_errors(casebook: Casebook) -> Iterator[Callable[[], Any]]:
    """Yield what goes wrong in every way we know, each time with the canary in its hands."""
    bad = canaries()
    person = casebook.people.add_person(NewPerson(occupation=CANARY))
    case = casebook.cases.open_case(person, NewCase(country=Country("BY"), worker=CANARY))
    note = NewNote(text=CANARY)
    for field in ("occupation", "family_situation", "public_alias", "gender", "born_on"):
        yield lambda f=field: casebook.people.add_person(NewPerson(**{f: bad["name"]}))
        yield lambda f=field: casebook.claims.assert_value("person", person, f, bad["name"])
        yield lambda f=field: casebook.claims.assert_value("person", 4040, f, CANARY)
        yield lambda f=field: casebook.claims.assert_value("person", person, f, [CANARY])
    yield lambda: casebook.people.add_name(person, NewPersonName(full=bad["name"]))
    yield lambda: casebook.people.add_name(4040, NewPersonName(full=CANARY))
    yield lambda: casebook.people.add_name(bad["id"], NewPersonName(full=CANARY))
    yield lambda: casebook.sources.add_source(NewSource(title=CANARY, kind=CANARY))
    yield lambda: casebook.notes.add_note(4040, note)
    yield lambda: casebook.detentions.record_detention(case, NewDetention(began_on=bad["date"]))
    yield lambda: casebook.detentions.record_detention(case, NewDetention(place=bad["name"]))
    yield lambda: casebook.detentions.record_detention(
        case, NewDetention(place=CANARY), Proof(record=bad["cited"])
    )
    yield lambda: casebook.claims.prefer(bad["id"], CANARY)
    yield lambda: casebook.cases.find(CANARY)
    yield lambda: casebook.cases.open_file(bad["id"])
    yield lambda: casebook.cases.ids(CaseFilter(custody=bad["name"]))
    yield lambda: casebook.cases.verify(case, bad["date"])
    yield lambda: _break_in(casebook, "INSERT INTO person_name VALUES (:n)", n=CANARY)
    yield lambda: _break_in(casebook, "SELECT nothing FROM person", n=CANARY)
    yield lambda: _not_null(casebook)


def _break_in(casebook: Casebook, statement: str, **values: str) -> None:
    with casebook._store.work() as session:
        session.execute(text(statement), values)


def _not_null(casebook: Casebook) -> None:
    with casebook._store.work() as session:
        session.add(PersonName(full=CANARY, person_id=None))


def test_no_error_says_a_word_of_a_case(casebook: Casebook):
    acts = [act for _ in range(6) for act in forced_errors(casebook)]
    assert len(acts) >= 200
    for act in acts:
        with pytest.raises(Exception) as caught:  # noqa: PT011  whatever it is, its words are read
            act()
        told = [str(caught.value), repr(caught.value), *_causes(caught.value)]
        assert not [words for words in told if CANARY in words]
    assert casebook.health.history_gives_the_record()


def _causes(error: BaseException) -> list[str]:
    """Return what a report of ours would show: each error of the chain, as it prints itself."""
    lines = traceback.TracebackException.from_exception(error)
    told, one = [], lines
    while one is not None:
        told += list(one.format_exception_only())
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return told


def test_the_control_shown_parameters_would_say_it(casebook: Casebook):
    casebook._store._writing.hide_parameters = False
    with pytest.raises(Exception, match=CANARY):
        _not_null(casebook)
