"""The rules in words and the SQL that opens alerts say the same of everybody."""

import random
from datetime import timedelta

import pytest
from django.db import connection

from tenure.alerts import queries, rules
from tenure.alerts.models import Alert
from tenure.alerts.opening import open_alerts
from tenure.alerts.words import AlertRule
from tenure.customers.actions import create_customer
from tenure.customers.models import CurrentHealth, Customer
from tenure.programme import in_force
from tenure.usage.models import DailyUsage, Feature
from tenure.usage.queries import last_day_reported
from tests.moments import NOON, TODAY


@pytest.fixture
def crowd(mona):
    """Customers at random: scored or not, used or not, some gone."""
    dice = random.Random(7)
    feature = Feature.objects.get_or_create(name="")[0]
    with connection.cursor() as cursor:
        cursor.execute("select make_usage_partitions(%s, %s)", [TODAY - timedelta(days=200), TODAY])
    for n in range(80):
        customer = create_customer(fields={"name": f"C {n}"}, by=mona, at=NOON)
        score = dice.choice([None, 10, 39, 40, 59, 60, 75, 90])
        level = None if score is None else "GOOD"
        CurrentHealth.objects.filter(customer=customer).update(
            score=score, level=level, recorded_at=score and NOON,
            previous_score=dice.choice([None, 39, 50, 59, 60, 71, 95]),
            confidence=dice.choice([None, 0, 39, 40, 100]),
        )  # fmt: skip
        for day in dice.sample([0, 5, 13, 14, 60, 103, 104, 200], dice.randrange(3)):
            DailyUsage.objects.create(
                customer=customer, day=TODAY - timedelta(days=day), feature=feature, logins=dice.randrange(2)
            )  # fmt: skip
        if dice.random() < 0.1:
            Customer.objects.filter(id=customer.id).update(status="CHURNED")
    return list(Customer.objects.filter(name__startswith="C "))


def test_a_rule_fires_where_all_its_conditions_are_met(crowd):
    open_alerts([customer.id for customer in crowd], NOON, in_force.scorecard())

    reported = last_day_reported(TODAY)
    expected = {
        (customer.id, rule.value)
        for customer in crowd
        for rule in AlertRule
        if rules.fires(rule, queries.facts_of(customer.id, reported), in_force.scorecard())
    }
    assert set(Alert.objects.values_list("customer_id", "rule")) == expected
    assert {rule for _, rule in expected} == {rule.value for rule in AlertRule}


def test_every_condition_says_how_it_is(crowd):
    for customer in crowd[:10]:
        facts = queries.facts_of(customer.id, TODAY)
        for rule in AlertRule:
            told = rules.conditions(rule, facts, in_force.scorecard())
            assert len(told) >= 2
            assert all(condition.words and condition.actual for condition in told)
