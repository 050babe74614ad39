"""A favour that Acme was asked for, and a caller of the API."""

import pytest

from tenure.advocacy import actions
from tenure.advocacy.models import AdvocacyStatus, AdvocacyType
from tenure.customers import actions as customers
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
