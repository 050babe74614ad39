"""One installation with the story in it, shared by all tests that read it: a fill takes minutes."""

import pytest

from tenure.foundation.database import embedded
from tests import told_story
from tests.processes import installation


@pytest.fixture(scope="package")
def told():
    """An installation in which the story was told, and its database, up."""
    with installation() as made:
        told_story.tell(made)
        with embedded.running(made.folder):
            yield made


@pytest.fixture
def ask(told):
    """Asks the database of the story: `ask("select …")` answers the rows."""

    def rows(question: str) -> list[tuple]:
        with told.database() as connection:
            return connection.execute(question).fetchall()

    return rows


@pytest.fixture
def house():
    """An installation of its own."""
    with installation() as made:
        yield made
