"""A review that was held with Acme, and a caller of the API."""

from datetime import UTC, datetime

import pytest

from tenure.reviews import actions
from tenure.reviews.models import ReviewType
from tests.api_client import api
from tests.moments import NOON

__all__ = ["api"]


@pytest.fixture
def hold(acme, alice):
    """Holds a review with Acme on a day of November 2026: `hold(ReviewType.MONTHLY, 5)`."""

    def held(kind: ReviewType, day: int):
        return actions.hold_review(
            customer=acme,
            review_type=kind,
            reviewed_at=datetime(2026, 11, day, 9, 30, tzinfo=UTC),
            attendees=[("Zoe", "CTO"), ("Yan", "CFO")],
            facts={"agenda": ["Results"], "overall_rating": 4},
            by=alice,
            at=NOON,
        )

    return held


@pytest.fixture
def review(hold):
    return hold(ReviewType.QUARTERLY, 20)
