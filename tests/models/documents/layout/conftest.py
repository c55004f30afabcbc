"""Faces are loaded once for all tests of the layout."""

import pytest

from models.documents.layout import faces


@pytest.fixture(autouse=True, scope="session")
def _registered() -> None:
    faces.register()
