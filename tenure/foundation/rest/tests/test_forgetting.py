"""Keys and allowances are kept for a day."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tenure.foundation.rest.forgetting import forget_old
from tenure.foundation.rest.models import Allowance, Answered
from tests.moments import NOON

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("hours", "left"), [(23, 1), (25, 0)])
def test_what_is_older_than_a_day_goes(hours, left):
    then = NOON - timedelta(hours=hours)
    Answered.objects.create(person_id=uuid4(), key="k", fingerprint="f", at=then)
    Allowance.objects.create(token_id=uuid4(), hour=then, taken=1)

    forget_old(NOON)

    assert (Answered.objects.count(), Allowance.objects.count()) == (left, left)
