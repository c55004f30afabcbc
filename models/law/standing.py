"""Where a case stands as last known, derived from its dated records and never typed.

Three questions are answered apart: custody, stage of the proceedings, outcome. Each record that
says something to a question is a :class:`~models.law.dated_facts.DatedFact`; the latest one stands:

- Facts are ordered by when they happened. A fact without a date counts as having happened by the
  date of the source that reports it. Where two happened at once, the one a source affirmed later
  stands, then the one that normally follows the other.
- *As of* is the latest day on which the fact is known to have been so: the date of the latest
  source that affirms it, or the date of the record itself.
- **Custody**: an open detention says what its kind says; an ended one what its end says. The
  latest sentence says what the heaviest of its parts says, unless the person was abroad by then
  (a sentence in absence holds nobody). An acquittal frees, unless another charge is open. Expulsion
  and exile mean abroad. Death outweighs everything.
- Nobody is *held* (or confined, or restricted) without a day on which that was known: an arrest
  that neither a date nor a dated source places in time leaves custody *unknown*.
- **Stage** and **outcome** follow charges, hearings, rulings, sentences and how detention ended.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from models.law.dated_facts import Affirmations, DatedFact
from models.values.partial_date import PartialDate
from models.values.vocabulary import vocabulary
from models.views.cases import CaseFile, Standing
from models.views.custody import ChargeStatusView, ChargeView, DetentionView, SentenceView

_RESTRAINT: Final = ("held", "home_confinement", "restricted_freedom")
_BY_WEIGHT: Final = (*_RESTRAINT, "abroad", "at_liberty")
_SUFFERED: Final = frozenset({"affected", "subject", "participant"})
_DEATHS: Final = {"killing": "killed", "death_in_custody": "died"}
_EXILES: Final = frozenset({"expulsion", "deportation", "exile"})
_CLEARED: Final = frozenset({"acquitted", "overturned", "dismissed"})
_REVIEWS: Final = frozenset({"appeal_judgment", "cassation_judgment"})
_REVIEW_HEARINGS: Final = frozenset({"appeal", "cassation"})
_TRIAL_HEARINGS: Final = frozenset({"preliminary", "trial", "verdict"})
_ARREST, _RULED, _SENTENCED, _ENDED = range(4)


def standing(file: CaseFile) -> Standing:
    """Return where the case stands; ``file.standing`` is not looked at."""
    facts = _Facts(file)
    custody = _last(facts.custody())
    if custody and custody.code in _RESTRAINT and custody.as_of is None:
        custody = None
    stage, outcome = _last(facts.stages()), _last(facts.outcomes())
    return Standing(
        custody=custody.code if custody else "unknown",
        custody_as_of=custody.as_of if custody else None,
        stage=stage.code if stage else "unknown",
        stage_as_of=stage.as_of if stage else None,
        outcome=outcome.code if outcome else "none",
        outcome_as_of=outcome.as_of if outcome else None,
    )


def _last(facts: Iterable[DatedFact]) -> DatedFact | None:
    return max(facts, key=lambda fact: fact.order, default=None)


class _Facts:
    """What the records of one case say to each question."""

    def __init__(self, file: CaseFile) -> None:
        self._file = file
        self._affirmed = Affirmations(file)
        parties = {party.id for party in file.proceeding_parties if party.case_id == file.case.id}
        self._rulings = {ruling.id: ruling for ruling in file.rulings}
        self._outcomes = [
            (outcome, self._rulings[outcome.ruling_id])
            for outcome in file.outcomes
            if outcome.party_id in parties and outcome.ruling_id in self._rulings
        ]
        self._has_open_charge = any(self._is_open(charge) for charge in file.charges)

    def _is_open(self, charge: ChargeView) -> bool:
        """Return whether a charge still hangs over the person."""
        status = self._current(charge)
        is_settled = any(
            outcome.charge_id in (None, charge.id) and outcome.kind in _CLEARED
            for outcome, _ in self._outcomes
        )
        if status is None or is_settled:
            return False
        return vocabulary("charge_state").attribute(status.state, "open") == "yes"

    # ── custody ──────────────────────────────────────────────────────────────────────────────

    def custody(self) -> list[DatedFact]:
        """Return what speaks to custody."""
        facts = [*self._detained(), *self._freed(), *self._fate("custody")]
        last, sentence = _last(facts), _last(self._sentenced())
        if sentence and not (last and last.code == "abroad"):
            facts.append(sentence)
        return facts

    def _detained(self) -> Iterator[DatedFact]:
        for detention in self._file.detentions:
            if _is_ended(detention):
                yield self._ended(detention, "custody")
                continue
            stays = [stay for stay in self._file.stays if stay.detention_id == detention.id]
            yield DatedFact(
                code=vocabulary("detention_kind").attribute(detention.kind, "custody", "held"),
                since=detention.began_on,
                affirmed=self._affirmed.of(detention, *stays),
                rank=_ARREST,
            )

    def _ended(self, detention: DetentionView, question: str) -> DatedFact:
        """Return how a detention ended; an end that nothing dates comes after the beginning."""
        code = vocabulary("detention_end").attribute(
            detention.end or "unknown", "custody", "unknown"
        )
        affirmed = self._affirmed.of(detention)
        return DatedFact(
            code=code if question == "custody" else _outcome_of_end(detention),
            since=detention.ended_on or (None if affirmed else detention.began_on),
            affirmed=affirmed,
            rank=_ENDED,
            irrevocable=code == "dead",
        )

    def _sentenced(self) -> Iterator[DatedFact]:
        replaced = {sentence.supersedes_id for sentence in self._file.sentences}
        for sentence in self._file.sentences:
            code = self._heaviest(sentence)
            if code and sentence.id not in replaced:
                yield DatedFact(
                    code=code,
                    since=sentence.pronounced_on,
                    affirmed=self._affirmed.of(sentence),
                    rank=_SENTENCED,
                )

    def _heaviest(self, sentence: SentenceView) -> str:
        kinds = vocabulary("sentence_kind")
        means = {
            kinds.attribute(component.kind, "custody")
            for component in self._file.components
            if component.sentence_id == sentence.id
        }
        return next((code for code in _BY_WEIGHT if code in means), "")

    def _freed(self) -> Iterator[DatedFact]:
        for outcome, ruling in self._outcomes:
            cleared = outcome.kind in _CLEARED and not self._has_open_charge
            if cleared or outcome.kind in ("released", "remanded"):
                held = outcome.kind == "remanded"
                yield DatedFact(
                    code="held" if held else "at_liberty",
                    since=ruling.pronounced_on,
                    affirmed=self._affirmed.of(outcome),
                    rank=_RULED if held else _ENDED,
                )
        for charge in self._file.charges:
            status = self._current(charge)
            if status and status.state == "acquitted" and not self._has_open_charge:
                yield DatedFact(
                    code="at_liberty",
                    since=status.since_on,
                    affirmed=self._affirmed.of(status),
                    rank=_ENDED,
                )

    # ── stage ────────────────────────────────────────────────────────────────────────────────

    def stages(self) -> Iterator[DatedFact]:
        """Return what speaks to the stage of the proceedings; later stages outrank earlier ones."""
        yield from self._stages_of_detention()
        yield from self._stages_of_charges()
        yield from self._stages_of_courts()

    def _stages_of_detention(self) -> Iterator[DatedFact]:
        for detention in self._file.detentions:
            affirmed = self._affirmed.of(detention)
            yield _stage(
                "arrested",
                since=detention.began_on,
                affirmed=None if _is_ended(detention) else affirmed,
            )
            if detention.end in ("acquitted", "pardoned"):
                yield _stage(
                    "closed", since=detention.ended_on or detention.began_on, affirmed=affirmed
                )

    def _stages_of_charges(self) -> Iterator[DatedFact]:
        for charge in self._file.charges:
            status = self._current(charge)
            if status is None:  # somebody who faces a term need not have been charged yet
                continue
            if status.state not in ("dropped", "acquitted") or not self._has_open_charge:
                code = vocabulary("charge_state").attribute(status.state, "stage")
                yield _stage(
                    code, since=status.since_on, affirmed=self._affirmed.of(charge, status)
                )

    def _stages_of_courts(self) -> Iterator[DatedFact]:
        mine = {
            party.proceeding_id
            for party in self._file.proceeding_parties
            if party.case_id == self._file.case.id
        }
        for hearing in self._file.hearings:
            code = _stage_of_hearing(hearing.kind) if hearing.proceeding_id in mine else ""
            if code:
                yield _stage(code, since=hearing.held_on, affirmed=self._affirmed.of(hearing))
        for sentence in self._file.sentences:
            ruling = self._rulings.get(sentence.ruling_id or 0)
            code = "final" if ruling and ruling.kind in _REVIEWS else "convicted"
            yield _stage(code, since=sentence.pronounced_on, affirmed=self._affirmed.of(sentence))
        for outcome, ruling in self._outcomes:
            code = _stage_of_outcome(outcome.kind, is_review=ruling.kind in _REVIEWS)
            if code:
                yield _stage(code, since=ruling.pronounced_on, affirmed=self._affirmed.of(outcome))

    # ── outcome ──────────────────────────────────────────────────────────────────────────────

    def outcomes(self) -> Iterator[DatedFact]:
        """Return what speaks to how the matter ended."""
        yield from self._fate("outcome")
        for sentence in self._file.sentences:
            affirmed = self._affirmed.of(sentence)
            yield _outcome("convicted", since=sentence.pronounced_on, affirmed=affirmed)
        for outcome, ruling in self._outcomes:
            code = vocabulary("outcome_kind").attribute(outcome.kind, "outcome", "none")
            if code != "none":
                yield _outcome(
                    code, since=ruling.pronounced_on, affirmed=self._affirmed.of(outcome)
                )
        yield from self._outcomes_of_charges()
        for detention in self._file.detentions:
            if _is_ended(detention) and _outcome_of_end(detention):
                yield self._ended(detention, "outcome")

    def _outcomes_of_charges(self) -> Iterator[DatedFact]:
        for charge in self._file.charges:
            status = self._current(charge)
            settled = status and status.state in ("convicted", "acquitted", "dropped")
            if status and settled and (status.state == "convicted" or not self._has_open_charge):
                affirmed = self._affirmed.of(charge, status)
                yield _outcome(status.state, since=status.since_on, affirmed=affirmed)

    # ── shared ───────────────────────────────────────────────────────────────────────────────

    def _fate(self, question: str) -> Iterator[DatedFact]:
        """Return deaths and exiles that the person suffered, as an answer to the question."""
        suffered = {
            party.event_id
            for party in self._file.event_parties
            if party.case_id == self._file.case.id and party.role in _SUFFERED
        }
        for event in self._file.events:
            if event.id not in suffered or event.kind not in (*_DEATHS, *_EXILES):
                continue
            died = event.kind in _DEATHS
            if question == "custody":
                code = "dead" if died else "abroad"
            elif event.kind == "exile":  # leaving by oneself ends no proceedings
                continue
            else:
                code = _DEATHS.get(event.kind, "expelled")
            yield DatedFact(
                code=code,
                since=event.occurred_on,
                affirmed=self._affirmed.of(event),
                rank=_ENDED,
                irrevocable=died,
            )

    def _current(self, charge: ChargeView) -> ChargeStatusView | None:
        """Return the latest status of a charge."""
        codes = vocabulary("charge_state").codes
        statuses = {
            DatedFact(
                code=status.state,
                since=status.since_on,
                affirmed=self._affirmed.of(status),
                rank=codes.index(status.state),
            ).order: status
            for status in self._file.charge_statuses
            if status.charge_id == charge.id
        }
        return statuses[max(statuses)] if statuses else None


def _is_ended(detention: DetentionView) -> bool:
    return detention.ended_on is not None or detention.end is not None


def _outcome_of_end(detention: DetentionView) -> str:
    if detention.end == "died":
        return "died"
    if detention.end in ("acquitted", "pardoned"):
        return detention.end
    return "expelled" if detention.end in ("deported", "expelled", "exchanged") else ""


def _stage_of_hearing(kind: str) -> str:
    if kind in _REVIEW_HEARINGS:
        return "on_appeal"
    return "on_trial" if kind in _TRIAL_HEARINGS else ""


def _stage_of_outcome(kind: str, *, is_review: bool) -> str:
    if kind in _CLEARED:
        return "closed"
    if kind in ("convicted", "upheld", "reduced", "increased"):
        return "final" if is_review else "convicted"
    return "on_trial" if kind == "remitted" else ""


def _stage(code: str, *, since: PartialDate | None, affirmed: PartialDate | None) -> DatedFact:
    rank = vocabulary("stage").codes.index(code)
    return DatedFact(code=code, since=since, affirmed=affirmed, rank=rank)


def _outcome(code: str, *, since: PartialDate | None, affirmed: PartialDate | None) -> DatedFact:
    return DatedFact(code=code, since=since, affirmed=affirmed, rank=_RULED)
