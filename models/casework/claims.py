"""Claims on records that are there: one more source, another value, a decision, a revision."""

from typing import Any

from models.casework import recording
from models.casework.areas import Area
from models.entities import kinds
from models.entities.proof import Claim
from models.errors import InvalidValueError
from models.views.proof import OFFICE, Basis, Proof
from models.views.record import NewRecord


class Claims(Area):
    """What sources say of a field, and which of it the record shows."""

    def assert_value(
        self, kind: str, record_id: int, field: str, value: Any, basis: Basis = OFFICE
    ) -> int:
        """Assert, or deny, a value of one field; return the local id of the claim that says so.

        A value that is already claimed is corroborated. A different one becomes an alternative; the
        record shows it where no other value is asserted and undisputed.

        With the field EXISTENCE and the value None it is the record's existence that is said again,
        or denied.

        Raises:
            InvalidValueError: the kind has no such field, or the value is none that it takes.
            UnknownRecordError: there is no such record.
        """
        if kind not in kinds() or not kinds()[kind].claims:
            raise InvalidValueError("Nothing can be claimed of a record of this kind.")
        with self._store.work() as session:
            row = recording.found(session, kinds()[kind], record_id)
            recording.check_field(row, field, value)
            return recording.assert_value(session, row, field, value, basis)

    def prefer(self, claim_id: int, reason: str) -> None:
        """Make the record show this claim; ``reason`` says why and must not be blank.

        Raises:
            InvalidValueError: no reason is given, or the claim is a denial or of existence.
            UnknownRecordError: there is no such claim.
        """
        with self._store.work() as session:
            claim = recording.found(session, Claim, claim_id)
            recording.prefer(session, recording.subject(session, claim), claim, reason)

    def contest(self, claim_id: int, reason: str) -> None:
        """Mark a claim as disputed: it stays beside the others. Else like :meth:`withdraw`."""
        self._set_aside(claim_id, "contested", reason)

    def withdraw(self, claim_id: int, reason: str) -> None:
        """Withdraw a claim as mistaken; it stays in the history.

        The record then shows the only value left that is asserted and undisputed. Where there are
        several, or none, the field is empty until somebody decides.

        Raises:
            InvalidValueError: no reason is given, or the record cannot be without this claim.
            UnknownRecordError: there is no such claim.
        """
        self._set_aside(claim_id, "withdrawn", reason)

    def revise(
        self,
        kind: str,
        record_id: int,
        new: NewRecord,
        proof: Proof | None = None,
        *,
        reason: str = "",
    ) -> None:
        """Let a record of any kind show the facts of ``new``, as an editor hands them back.

        Only what differs is touched. A changed value becomes the preferred claim and rests on its
        basis in ``proof``; the value shown until now stays as an alternative. An emptied field
        loses every value, by withdrawal. Records and fields that are the office's own work make no
        claims and simply change.

        Args:
            kind: the kind of record.
            record_id: its local id.
            new: all its facts: a ``New…`` value of that kind, or its view with some replaced.
            proof: what the changed values rest on; without it they are the office's word.
            reason: why a value that was shown no longer is; not needed where nothing gives way.

        Raises:
            InvalidValueError: ``new`` has problems or is of another kind, or the reason is missing.
            UnknownRecordError: the record, or one that it now links to, is not there.
        """
        if kind not in kinds() or not isinstance(new, kinds()[kind].facts):
            raise InvalidValueError("A record of this kind has no such facts.")
        with self._store.work() as session:
            row = recording.found(session, kinds()[kind], record_id)
            recording.revise(session, row, new, proof or Proof(), reason)

    def _set_aside(self, claim_id: int, status: str, reason: str) -> None:
        with self._store.work() as session:
            claim = recording.found(session, Claim, claim_id)
            recording.set_aside(session, recording.subject(session, claim), claim, status, reason)
