"""All the law that one complaint needs, in one value."""

from models.law import allegations, library, receivability
from models.views.filings import ComplaintFile
from models.views.law import ComplaintLaw


def for_complaint(file: ComplaintFile) -> ComplaintLaw:
    """Return ratifications, allegations, procedures that exist and the checks for ``file``."""
    return ComplaintLaw(
        ratifications=library.ratifications(file.country),
        allegations=allegations.bases(file),
        follow_up=library.follow_up(file.country),
        checks=receivability.checks(file),
        topics=library.topics(),
    )
