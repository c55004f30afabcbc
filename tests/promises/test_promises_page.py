"""A promise that cannot be tested here fails the run, unless the page says what it needs."""

import pytest

from tests.promises.conftest import cannot_be_tested


def test_what_needs_something_is_skipped_and_says_so():
    with pytest.raises(pytest.skip.Exception, match="NOT KEPT: C5, for want of root"):
        cannot_be_tested("C5", "for want of root")


def test_everything_else_fails():
    with pytest.raises(pytest.fail.Exception, match=r"NOT KEPT, and .* D1, for want of time"):
        cannot_be_tested("D1", "for want of time")
