"""Who may be named to whom: the gate of every outward document. The default is nobody.

A refusal beats everything, and so does a withdrawal. Somebody who was only *named in the published
press and not asked* may be named in a specimen and in nothing else (design, section 9).
"""

from datetime import date

from models.values.vocabulary import vocabulary
from models.views.cases import CaseFile, ConsentView


def may_be_named(file: CaseFile, audience: str, *, on: date, specimen: bool) -> bool:
    """Return whether the person of ``file`` may be named to ``audience`` (a code) on a day.

    The vocabulary ``consent_basis`` says what each basis permits: always, only once the office has
    recorded who approved it and at what risk, or only in a specimen.
    """
    said = [consent for consent in file.consents if consent.audience in (None, audience)]
    if any(_forbids(consent) for consent in said):
        return False
    return any(_in_force(c, on) and _permits(c, specimen=specimen) for c in said)


def _forbids(consent: ConsentView) -> bool:
    """A refusal never lapses, and holds for the whole person whatever field it was said of."""
    return vocabulary("consent_state").attribute(consent.state, "permits") == "no"


def _permits(consent: ConsentView, *, specimen: bool) -> bool:
    if consent.basis is None:
        return False
    permits = vocabulary("consent_basis").attribute(consent.basis, "permits")
    if permits == "specimen":
        return specimen
    if permits == "approved":
        weighed = consent.approved_by.strip() and consent.risk.strip()
        return consent.state in ("given", "unreachable") and bool(weighed)
    return permits == "yes" and consent.state == "given"


def _in_force(consent: ConsentView, on: date) -> bool:
    """Neither withdrawn nor run out; consent to one field alone does not give the name."""
    last = consent.until and consent.until.latest
    runs = consent.until is None or (last is not None and on <= last)
    return runs and consent.withdrawn_on is None and not consent.field
