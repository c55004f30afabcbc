"""Solidarity letters: to an authority about a person, and to the person in prison.

A letter to an authority sets the facts apart in a table, so that no date, number or name has to be
inflected in a language nobody here speaks. A letter to a prisoner holds no fact at all: neither the
case nor politics, only ordinary life. Names stay as they are recorded, in the script of the letter
where such a spelling is recorded; an address that is not recorded is not printed.
"""

from collections.abc import Iterator
from dataclasses import replace

from models.documents.blocks import AnyBlock, Document, Facts, Lines, Paragraph, Row, Sentence
from models.documents.citing import Citer, Evidence, Ground, law_note
from models.documents.letter_wording import PRISONER, Wording, wording
from models.values.language import Language
from models.values.partial_date import PartialDate
from models.values.vocabulary import vocabulary
from models.views.custody import SentenceView
from models.views.filings import LetterFile
from models.views.law import RatificationView
from models.views.record import Stored

STAMP = "SPECIMEN – not for sending"
_PRISON_LANGUAGES = {"BY": ("ru", "be"), "RU": ("ru",)}
_FATES = frozenset({"killing", "death_in_custody", "expulsion", "deportation"})


def letter(file: LetterFile, ratifications: tuple[RatificationView, ...] = ()) -> Document:
    """Return the letter that ``file`` asks for.

    Raises:
        DocumentError: there is no letter of this kind in this language.
    """
    words = wording(file.template, file.language)
    blocks: tuple[AnyBlock, ...]
    if file.template == PRISONER:
        blocks = tuple(_to_prisoner(file, words))
    else:
        blocks = tuple(_ToAuthority(file, words, ratifications).blocks())
    return Document(
        kind="letter",
        language=file.language,
        title=f"{vocabulary('letter_kind').label(file.template, file.language)}: {_name(file)}",
        blocks=blocks,
        stamp=STAMP if file.specimen else "",
        footer=words.remark if file.specimen else "",
        remark=words.remark,
    )


def cautions(file: LetterFile) -> tuple[str, ...]:
    """Return what the worker should know before sending: the wording, the prison's rules."""
    said = []
    if wording(file.template, file.language).remark:
        tongue = Language(file.language).name("en")
        said.append(f"No native speaker has checked the {tongue} wording of this letter.")
    if Language(file.language).script not in {name.script for name in file.case.names}:
        said.append("The name is recorded in another script only and printed as recorded.")
    accepted = _PRISON_LANGUAGES.get(file.case.case.country.code, ())
    if file.template == PRISONER:
        if accepted and file.language not in accepted:
            names = ", ".join(Language(one).name("en") for one in accepted)
            said.append(
                f"Prisons of this country deliver letters in these languages only: {names}."
            )
        said.append("Whoever sends letters to prisoners from inside the country may be at risk.")
    elif file.addressee is None:
        said.append("No addressee is chosen.")
    elif not file.addressee.postal_address:
        said.append("No postal address is recorded for the addressee.")
    return tuple(said)


def _name(file: LetterFile) -> str:
    """Return the name in the script of the letter where recorded, else the one shown first."""
    script = Language(file.language).script
    in_script = (name.full for name in file.case.names if name.script == script)
    return next(in_script, file.case.name)


def _own(text: str) -> Paragraph:
    return Paragraph((Sentence(text, basis="own"),))


def _to_prisoner(file: LetterFile, words: Wording) -> Iterator[Lines | Paragraph]:
    yield Lines("addressee", (_name(file),))
    yield Lines("dateline", (PartialDate.of(file.as_of).in_words(file.language),))
    yield _own(words["salutation"])
    yield from (_own(text) for text in words.paragraphs)
    yield Lines("closing", (words["farewell"], "", words["open"]))


class _ToAuthority:
    def __init__(
        self, file: LetterFile, words: Wording, ratifications: tuple[RatificationView, ...]
    ) -> None:
        self._file, self._case, self._words = file, file.case, words
        self._ratifications = {one.number: one for one in ratifications}
        self._citer = Citer(file.case.sources)

    def blocks(self) -> Iterator[Lines | Paragraph | Facts]:
        file, words = self._file, self._words
        yield Lines("sender", (file.sender or words.labelled(words["sender"], words["open"]),))
        if file.addressee:
            address = file.addressee.postal_address.splitlines()
            lines = (file.addressee.name, file.addressee.office, *address)
            yield Lines("addressee", tuple(filter(None, lines)))
        yield Lines("dateline", (PartialDate.of(file.as_of).in_words(file.language),))
        yield Lines("subject", (words.labelled(words["subject"], _name(file)),))
        salutation = file.addressee.salutation if file.addressee else ""
        yield _own(salutation or words["salutation"])
        yield _own(words["opening"])
        yield Facts(tuple(self._facts()))
        yield Paragraph((self._law(), Sentence(words["principle"], basis="own")))
        yield _own(words["asking"])
        for demand in words.demands(self._case.standing.custody):
            yield Paragraph((Sentence(demand, basis="own"),), label="–")
        yield _own(words["closing"])
        signature = words.labelled(words["signature"], words["open"])
        yield Lines("closing", (words["farewell"], "", signature))

    def _law(self) -> Sentence:
        """Speak of ratification only where both Conventions bind the State."""
        both = [self._ratifications.get(number) for number in (87, 98)]
        binding = [one for one in both if one and one.binds]
        if len(binding) == len(both):
            notes = tuple(law_note(one.citation) for one in binding)
            return Sentence(self._words["bound"], notes, basis="law")
        return Sentence(self._words["unbound"], basis="own")

    # ── facts ────────────────────────────────────────────────────────────────────────────────

    def _facts(self) -> Iterator[Row]:
        """Yield the facts; a letter leaves out what nothing carries, what is hedged or disputed."""
        rows = (
            ("name", self._names()),
            ("organisation", self._organisations()),
            ("detained", self._detentions()),
            ("ended", self._ends()),
            ("charge", self._charges()),
            ("sentence", self._sentences()),
            ("event", self._fates()),
            ("standing", self._standing()),
        )
        for name, told in rows:
            values = tuple(sentence for sentence in told if not sentence.flag)
            if values:
                yield Row(self._words.fact(name), values)

    def _names(self) -> Iterator[Sentence]:
        shown = _name(self._file)
        for name in self._case.names:
            if name.full == shown:
                yield self._told(name.full, (self._case, name, ("full",)))
                return

    def _organisations(self) -> Iterator[Sentence]:
        for membership in self._case.memberships:
            name = self._case.organisations.get(membership.organisation_id)
            if name:
                text = f"{name.full} ({name.acronym})" if name.acronym else name.full
                in_english = self._file.language == "en" and membership.office
                office = f"{membership.office}, " if in_english else ""
                yield self._told(office + text, (self._case, membership, ("office",)))

    def _detentions(self) -> Iterator[Sentence]:
        for detention in self._case.detentions:
            began = self._date(detention.began_on) or self._words.fact("undated")
            place = f" – {detention.place}" if detention.place else ""
            ground = (self._case, detention, ("began_on", "place"))
            yield self._told(began + place, ground)

    def _ends(self) -> Iterator[Sentence]:
        for detention in self._case.detentions:
            if detention.end or detention.ended_on:
                ended = self._label("detention_end", detention.end or "unknown")
                day = self._date(detention.ended_on)
                text = f"{ended} – {day}" if day else ended
                yield self._told(text, (self._case, detention, ("end", "ended_on")))

    def _charges(self) -> Iterator[Sentence]:
        for charge in self._case.charges:
            words = f"“{charge.wording}”" if self._file.language == "en" and charge.wording else ""
            text = self._words.commas[0].join(filter(None, (words, charge.provisions)))
            if text:
                yield self._told(text, (self._case, charge, ("wording", "provisions")))

    def _sentences(self) -> Iterator[Sentence]:
        for sentence in self._case.sentences:
            parts = [one for one in self._case.components if one.sentence_id == sentence.id]
            grounds: list[Ground] = [(self._case, one, ("kind", "term")) for one in parts]
            own = (self._case, sentence, ("reported_as", "pronounced_on"))
            text = self._components(sentence)
            day = self._date(sentence.pronounced_on)
            if text:
                yield self._told(f"{text} – {day}" if day else text, own, *grounds)

    def _components(self, sentence: SentenceView) -> str:
        parts = []
        comma, semicolon = self._words.commas
        for part in self._case.components:
            if part.sentence_id == sentence.id:
                term = part.term.in_words(self._file.language) if part.term else ""
                amount = part.amount.in_words() if part.amount else ""
                kind = self._label("sentence_kind", part.kind)
                parts.append(comma.join(filter(None, (kind, term, amount))))
        return semicolon.join(parts)

    def _fates(self) -> Iterator[Sentence]:
        for event in self._case.events:
            if event.kind in _FATES:
                label, day = self._label("event_kind", event.kind), self._date(event.occurred_on)
                text = f"{label} – {day}" if day else label
                yield self._told(text, (self._case, event, ("kind", "occurred_on")))

    def _standing(self) -> Iterator[Sentence]:
        standing = self._case.standing
        day = self._date(standing.custody_as_of)
        records: tuple[Stored, ...] = (
            *self._case.detentions,
            *self._case.sentences,
            *self._case.events,
        )
        if standing.custody != "unknown" and day:
            label = self._label("custody", standing.custody)
            grounds: list[Ground] = [(self._case, record, ("",)) for record in records]
            yield self._told(f"{label} – {day}", *grounds)

    # ── wording ──────────────────────────────────────────────────────────────────────────────

    def _told(self, text: str, *grounds: Ground) -> Sentence:
        carried: Evidence = self._citer.evidence(*grounds)
        sentence = carried.sentence(text)
        return Sentence(text, flag=carried.hedge) if carried.hedge else sentence

    def _label(self, list_name: str, code: str) -> str:
        return vocabulary(list_name).label(code, self._file.language)

    def _date(self, moment: PartialDate | None) -> str:
        """Return a date without the brackets that mark a supplied year: a letter is no edition."""
        return replace(moment, resolved=False).in_words(self._file.language) if moment else ""
