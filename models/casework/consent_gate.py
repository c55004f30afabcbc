"""Who may be named to whom: the gate of every outward document. The default is nobody.

A refusal beats everything. Somebody who was only *named in the published press and not asked* may
be named in a specimen and in nothing else (design, section 9).
"""

from models.views.cases import CaseFile, ConsentView

_PRESS_ONLY = "published_not_asked"


def may_be_named(file: CaseFile, audience: str, *, specimen: bool) -> bool:
    """Return whether the person of ``file`` may be named to ``audience`` (a code)."""
    standing = [c for c in file.consents if c.audience in (None, audience) and _in_force(c)]
    if any(consent.state == "refused" for consent in standing):
        return False
    if any(consent.state == "given" for consent in standing):
        return True
    return specimen and any(consent.basis == _PRESS_ONLY for consent in standing)


def _in_force(consent: ConsentView) -> bool:
    """A withdrawn consent gives nothing any more; a refusal cannot lapse."""
    return consent.state == "refused" or consent.withdrawn_on is None
