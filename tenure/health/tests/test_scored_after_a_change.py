"""A customer whose inputs change is scored soon after, whoever changed them and how."""

from datetime import timedelta

import pytest
from django.db import connection

from tenure.health import due
from tenure.health.models import Due, HealthScore
from tenure.health.tests.worlds import answer, milestone, ticket, usage
from tenure.plans.models import SuccessPlan
from tests.moments import NOON, TODAY


@pytest.fixture(autouse=True)
def nobody_is_due(acme):
    Due.objects.all().delete()


def test_a_changed_profile_is_scored(acme, intent):
    intent(73)

    assert due.score_due(NOON) == 1
    assert HealthScore.objects.get().score == 73
    assert not Due.objects.exists()


def test_without_a_change_nobody_is_scored(acme, intent):
    intent(73)
    due.score_due(NOON)

    assert due.score_due(NOON + timedelta(minutes=1)) == 0
    assert HealthScore.objects.count() == 1


@pytest.mark.parametrize("change", [
    lambda acme: answer(acme, "NPS", 9, 1),
    lambda acme: ticket(acme, 3, satisfaction=4),
    lambda acme: usage(acme, 2, logins=5, active_users=1),
    lambda acme: milestone(acme, 5, 4),
])  # fmt: skip
def test_whatever_measures_read_is_noticed(acme, change):
    change(acme)

    assert set(Due.objects.values_list("customer_id", flat=True)) == {acme.id}


def test_plain_sql_is_noticed_and_a_statement_notes_a_customer_once(acme):
    plan = SuccessPlan.objects.create(customer=acme, title="Go live", starts_on=TODAY)
    Due.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into plans_milestone (id, plan_id, title, due_on)"
            " select new_id(), %s, 'Step', %s from generate_series(1, 50)", [plan.id, TODAY],
        )  # fmt: skip

    assert Due.objects.count() == 1


def test_who_left_keeps_the_score_of_the_last_day(acme, intent):
    intent(73)
    type(acme).objects.filter(id=acme.id).update(status="CHURNED", churned_on=TODAY)

    assert due.score_due(NOON) == 0
    assert not HealthScore.objects.exists()
