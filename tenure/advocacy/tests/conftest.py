"""A favour that Acme was asked for, a champion who agreed to be called, and callers."""

import pytest
from django.utils import timezone

from tenure.advocacy import actions
from tenure.advocacy.models import AdvocacyStatus, AdvocacyType
from tenure.customers import actions as customers
from tenure.customers.models import Customer, Stakeholder
from tenure.health import entering
from tests.api_client import api
from tests.moments import NOON

__all__ = ["api"]


@pytest.fixture
def record(acme, alice):
    """Writes down a favour of Acme: `record(AdvocacyType.WEBINAR, AdvocacyStatus.PENDING)`."""

    def recorded(kind: AdvocacyType, status: AdvocacyStatus, **more):
        return actions.record_activity(
            customer=acme, activity_type=kind, title=kind.label, status=status,
            by=alice, at=NOON, **more,
        )  # fmt: skip

    return recorded


@pytest.fixture
def activity(record):
    return record(AdvocacyType.CASE_STUDY, AdvocacyStatus.REQUESTED)


@pytest.fixture
def globex(mona):
    return customers.create_customer(fields={"name": "Globex"}, by=mona, at=NOON)


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def champion(acme, alice, now):
    """The champion of a healthy customer, who agreed to be called."""
    Customer.objects.filter(id=acme.id).update(industry="Retail", status="ACTIVE")
    entering.record_score(customer=acme, fields={"score": 85}, by=alice, at=now)
    champion = Stakeholder.objects.create(customer=acme, name="Zoe")
    actions.agree_to(
        customer=acme,
        contact=champion,
        activity_type=AdvocacyType.REFERENCE_CALL,
        words="Twice a year.",
        by=alice,
        at=now,
    )
    return champion


@pytest.fixture
def asked_for(acme, champion, alice, now):
    return actions.record_activity(
        customer=acme, activity_type=AdvocacyType.REFERENCE_CALL, title="A call", status=AdvocacyStatus.PENDING, facts={"contact": champion},
        by=alice, at=now,
    )  # fmt: skip


@pytest.fixture
def as_alice(client, alice):
    client.force_login(alice)
    return client
