"""Trials: milestones that the data show are completed, on the day that the data say."""

from datetime import date, timedelta

import pytest
from django.db import connection

from tenure.customers.models import Customer
from tenure.onboarding.seeing import complete_what_is_seen
from tenure.onboarding.starting import start_onboarding
from tenure.onboarding.values import record_value
from tenure.usage.models import DailyUsage, Feature
from tests.moments import NOON

KICKOFF = date(2026, 12, 1)
LATER = NOON + timedelta(days=20)


@pytest.fixture
def trial(acme, alice):
    Customer.objects.update(tier="TRIAL")
    acme.refresh_from_db()
    return start_onboarding(customer=acme, kickoff_on=KICKOFF, by=alice, at=NOON)


def use(customer, day: date, *, users: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select make_usage_partitions(%s, %s)", [day, day])
    feature, _ = Feature.objects.get_or_create(name="")
    DailyUsage.objects.create(customer=customer, day=day, feature=feature, active_users=users)


def days(onboarding) -> dict[str, date | None]:
    return dict(onboarding.plan.milestones.values_list("code", "completed_on"))


def test_nothing_is_seen_of_who_did_nothing(trial, alice):
    assert complete_what_is_seen(by=alice, at=LATER) == 0
    assert set(days(trial).values()) == {None}


def test_the_first_use_since_the_plan_began_counts(trial, acme, alice):
    use(acme, date(2026, 11, 1), users=3)  # before it
    use(acme, date(2026, 12, 4), users=0)  # nobody came
    use(acme, date(2026, 12, 5), users=2)
    use(acme, date(2026, 12, 6), users=9)

    assert complete_what_is_seen(by=alice, at=LATER) == 1
    assert complete_what_is_seen(by=alice, at=LATER) == 0
    assert days(trial) == {
        "first_sign_in": date(2026, 12, 5),
        "own_data": None,
        "first_value": None,
    }


def test_the_first_value_counts_out_of_turn(trial, acme, alice):
    fields = {"what": "Two policies sold", "achieved_on": date(2026, 12, 9)}
    record_value(customer=acme, fields=fields, by=alice, at=LATER)

    complete_what_is_seen(by=alice, at=LATER)
    assert days(trial)["first_value"] == date(2026, 12, 9)


def test_who_is_looked_after_completes_nothing_by_itself(acme, alice):
    start_onboarding(customer=acme, kickoff_on=KICKOFF, by=alice, at=NOON)
    use(acme, date(2026, 12, 5), users=2)

    assert complete_what_is_seen(by=alice, at=LATER) == 0
