"""Who may be named to whom: the gate of every outward document. The default is nobody.

A refusal beats everything. Somebody who was only *named in the published press and not asked* may
be named in a specimen and in nothing else (design, section 9).
"""

from models.values.vocabulary import vocabulary
from models.views.cases import CaseFile, ConsentView


def may_be_named(file: CaseFile, audience: str, *, specimen: bool) -> bool:
    """Return whether the person of ``file`` may be named to ``audience`` (a code).

    The vocabulary ``consent_basis`` says what each basis permits: always, only once the office has
    recorded who approved it and at what risk, or only in a specimen.
    """
    standing = [c for c in file.consents if c.audience in (None, audience) and _in_force(c)]
    if any(consent.state == "refused" for consent in standing):
        return False
    return any(_permits(consent, specimen=specimen) for consent in standing)


def _permits(consent: ConsentView, *, specimen: bool) -> bool:
    if consent.basis is None:
        return False
    permits = vocabulary("consent_basis").attribute(consent.basis, "permits")
    if permits == "specimen":
        return specimen
    if permits == "approved":
        return consent.state in ("given", "unreachable") and bool(consent.note.strip())
    return permits == "yes" and consent.state == "given"


def _in_force(consent: ConsentView) -> bool:
    """A withdrawn consent gives nothing any more; a refusal cannot lapse."""
    return consent.state == "refused" or consent.withdrawn_on is None
