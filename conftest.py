"""The database of the tests, and the cast that plays in them.

Ada runs the installation, Mona leads the team, Alice looks after Acme, Bob is her colleague, Erin is
an executive, and Carl works at a customer: he must see nothing that was not shared with him.
"""

import os
from contextlib import ExitStack
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from hypothesis import HealthCheck, settings

from tests import lent_database
from tests.moments import NOON

# How quick a machine is decides no test.
settings.register_profile("tenure", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tenure")
_database = ExitStack()


def pytest_configure(config: pytest.Config) -> None:
    from tenure.foundation.database.choice import database_running
    from tenure.foundation.database.folder import data_folder

    if not hasattr(config, "workerinput"):
        os.environ["TENURE_TESTS_RUN"] = str(os.getpid())
        lent_database.renew(data_folder())
    _database.enter_context(database_running())


def pytest_unconfigure(config: pytest.Config) -> None:
    from tests import told_story

    _database.close()
    if not hasattr(config, "workerinput"):
        told_story.forget()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Tests of a group share what takes minutes to set up: say so when xdist lost its groups."""
    grouped = [one for one in items if one.get_closest_marker("xdist_group")]
    if getattr(config.option, "loadgroup", False) and any("@" not in one.nodeid for one in grouped):
        raise pytest.UsageError("This pytest and this pytest-xdist do not keep groups together.")


def _person(name: str, role: str):
    from tenure.people.models import Person

    email = f"{name.lower()}@tenure.example"
    person = Person(email=email, name=name, role=role)
    person.set_password("not-easy-to-guess")
    person.save()
    return person


@pytest.fixture
def ada(db):
    return _person("Ada", "administrator")


@pytest.fixture
def mona(db):
    return _person("Mona", "manager")


@pytest.fixture
def alice(db):
    return _person("Alice", "csm")


@pytest.fixture
def bob(db):
    return _person("Bob", "csm")


@pytest.fixture
def erin(db):
    return _person("Erin", "executive")


@pytest.fixture
def carl(db):
    return _person("Carl", "customer_contact")


@pytest.fixture
def acme(alice, mona):
    """A customer in Alice's book."""
    from tenure.customers import actions

    return actions.create_customer(
        fields={
            "name": "Acme",
            "external_id": "C-1",
            "email": "office@acme.example",
            "tier": "MID_MARKET",
            "annual_contract_value": Decimal(48_000),
            "contract_starts_on": date(2025, 3, 1),
            "next_renewal_on": date(2027, 3, 1),
        },
        csm=alice,
        by=mona,
        at=NOON,
    )


@pytest.fixture
def sign_in(client: Client):
    """Signs somebody in and answers the client: `sign_in(alice).get(...)`."""

    def signed_in(person) -> Client:
        client.force_login(person)
        return client

    return signed_in
