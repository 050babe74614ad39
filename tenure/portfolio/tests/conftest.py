"""The portfolio that the tests look at."""

import pytest

from tenure.portfolio.tests.books import ROWS, add


@pytest.fixture
def book(alice, bob, mona):
    """Five customers: two of Alice, two of Bob, one of nobody."""
    csms = dict(zip(ROWS, (alice, bob, alice, bob, None), strict=True))
    return {name: add(name, csm, mona) for name, csm in csms.items()}
