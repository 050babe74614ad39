"""What Acme asks for, and who works on it."""

import pytest

from tenure.customers import actions as customers
from tenure.requests import actions
from tests.moments import NOON


@pytest.fixture
def record(acme, alice):
    """Writes down what Acme asks for: `record("Route by state", theme="Lead routing")`."""

    def recorded(title="Route by state", *, customer=acme, at=NOON, **fields):
        told = {"title": title, "theme": "Lead routing"} | fields
        return actions.record_request(customer=customer, fields=told, by=alice, at=at)

    return recorded


@pytest.fixture
def asked(record):
    return record()


@pytest.fixture
def globex(mona, bob):
    """A customer in Bob's book."""
    told = {"name": "Globex", "tier": "ENTERPRISE", "annual_contract_value": 120_000}
    return customers.create_customer(fields=told, csm=bob, by=mona, at=NOON)


@pytest.fixture
def as_alice(client, alice):
    client.force_login(alice)
    return client
