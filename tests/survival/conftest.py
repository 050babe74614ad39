"""An installation of its own for every test here, with Ada to run it."""

import pytest

from tests.processes import Installation, installation, until
from tests.survival.writer import Writer

PASSWORD = "not-easy-to-guess"


@pytest.fixture
def house():
    with installation() as made:
        yield made


@pytest.fixture
def served(house):
    """The installation, served, with somebody who may add customers."""
    told = ("user", "create", "ada@tenure.example", "--role", "administrator", "--password-stdin")
    made = house.run(*told, given=PASSWORD + "\n")
    assert made.returncode == 0, made.stderr
    house.web = house.serve()
    return house


@pytest.fixture
def writing(served):
    with Writer(served.url, "ada@tenure.example", PASSWORD) as writer:
        until(lambda: len(writer.acknowledged) >= 5, "five customers are added")
        yield writer


@pytest.fixture
def lost(house: Installation, writing: Writer):
    """Answers the customers that were acknowledged and are not there."""

    def names() -> set[str]:
        with house.database() as connection:
            rows = connection.execute("select name from customers_customer").fetchall()
        return set(writing.acknowledged) - {name for (name,) in rows}

    return names
