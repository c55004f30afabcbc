"""Claims on records that are there: one more source, a different value, a decision between two."""

from typing import Any

from models.casework import recording
from models.casework.areas import Area
from models.entities import kinds
from models.entities.proof import Claim
from models.errors import InvalidValueError
from models.views.proof import OFFICE, Basis


class Claims(Area):
    """What sources say of a field, and which of it the record shows."""

    def assert_value(
        self, kind: str, record_id: int, field: str, value: Any, basis: Basis = OFFICE
    ) -> int:
        """Assert, or deny, a value of one field; return the local id of the claim that says so.

        A value that is already claimed is corroborated. A different one becomes an alternative,
        except where the field was empty: then the record shows it.

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
        _need(reason)
        with self._store.work() as session:
            claim = recording.found(session, Claim, claim_id)
            recording.prefer(session, recording.subject(session, claim), claim, reason)

    def contest(self, claim_id: int, reason: str) -> None:
        """Mark a claim as disputed; the record stops showing it. Raises like :meth:`withdraw`."""
        self._set_aside(claim_id, "contested", reason)

    def withdraw(self, claim_id: int, reason: str) -> None:
        """Withdraw a claim; it stays in the history and the record stops showing it.

        Raises:
            InvalidValueError: no reason is given, or the record cannot be without this claim.
            UnknownRecordError: there is no such claim.
        """
        self._set_aside(claim_id, "withdrawn", reason)

    def _set_aside(self, claim_id: int, status: str, reason: str) -> None:
        _need(reason)
        with self._store.work() as session:
            claim = recording.found(session, Claim, claim_id)
            row = recording.subject(session, claim)
            recording.set_aside(session, row, claim, status, reason)


def _need(reason: str) -> None:
    if not reason.strip():
        raise InvalidValueError("Please say why, in a few words.")
