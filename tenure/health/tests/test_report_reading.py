"""Readings that other systems report: kept once a day, and worth more than what we compute."""

from datetime import timedelta

import numpy as np
import pytest

from tenure.customers import actions as customers
from tenure.foundation.audit.models import Change, Deed
from tenure.foundation.database.columns import Asked
from tenure.foundation.refusals import Invalid
from tenure.health import facts, reporting, said
from tenure.health.measures import MEASURE_BY_CODE
from tenure.health.models import ReportedReading
from tenure.health.tests.worlds import ago, invoice, reading
from tenure.programme.in_force import scorecard
from tests.moments import NOON, TODAY


def report(customer, by, code="renewal_intent", value=70.0, day=TODAY, source="CRM"):
    return reporting.report_reading(
        customer=customer, measure=code, day=day, value=value, source=source, by=by, at=NOON
    )[1]


def test_a_measure_that_is_not_known_here_is_known_from_outside(acme, alice):
    assert report(acme, alice) == "created"

    assert reading(acme, "renewal_intent") == 70


def test_what_is_reported_wins_over_what_is_computed(acme, alice):
    invoice(acme, due=20, paid=20)
    assert reading(acme, "payment_history") == 100

    report(acme, alice, "payment_history", 40)

    assert reading(acme, "payment_history") == 40


def test_the_newest_day_wins_and_days_to_come_are_not_known_yet(acme, alice):
    report(acme, alice, value=70, day=ago(3))
    report(acme, alice, value=50, day=ago(1))

    assert reading(acme, "renewal_intent") == 50
    assert reading(acme, "renewal_intent", ago(2)) == 70
    assert reading(acme, "renewal_intent", ago(4)) is None


@pytest.mark.parametrize(
    ("code", "days"),
    [("login_frequency", 30), ("complaints", 90), ("payment_history", 365), ("renewal_intent", 90)],
)
def test_it_holds_as_long_as_its_measure_looks_back(acme, alice, code, days):
    report(acme, alice, code, 7, day=ago(days - 1))
    assert reading(acme, code) == 7
    assert reading(acme, code, TODAY + timedelta(days=1)) is None


def test_what_happens_once_is_reported_once(acme, alice):
    report(acme, alice, "time_to_value", 12, day=ago(2_000))

    assert reading(acme, "time_to_value") == 12


def test_another_customer_has_none_of_it(acme, alice, mona):
    birch = customers.create_customer(fields={"name": "Birch"}, by=mona, at=NOON)
    report(acme, alice)

    asked = Asked([birch.id, acme.id], [TODAY, TODAY])
    told = said.reported(facts.gather(asked, with_profiles=True), scorecard())
    column = [measure.code for measure in scorecard().measures].index("renewal_intent")
    assert [*told[:, column]] == pytest.approx([np.nan, 70], nan_ok=True)
    assert np.isnan(np.delete(told, column, axis=1)).all()


def test_its_age_is_told(acme, alice):
    report(acme, alice, day=ago(5))

    gathered = facts.gather(Asked([acme.id], [TODAY]), with_profiles=True)
    ages = said.reported_ages(gathered, scorecard())
    assert [*ages[~np.isnan(ages)]] == [5]


def test_only_measures_that_were_reported_are_asked_about(acme, alice):
    report(acme, alice)

    gathered = said.said_facts(Asked([acme.id], [TODAY]))
    assert {name for name in gathered if name.startswith("reported")} == {
        "reported_renewal_intent", "reported_renewal_intent_age_days",
    }  # fmt: skip


def test_the_same_again_changes_nothing_and_another_value_takes_its_place(acme, alice):
    told = [report(acme, alice, value=value) for value in (70, 70, 60)]

    assert told == ["created", "unchanged", "changed"]
    assert ReportedReading.objects.get().value == 60
    assert Deed.objects.filter(code="reading.reported").count() == 2
    changes = Change.objects.filter(subject_type="health.reportedreading")
    assert [change.kind for change in changes.order_by("id")] == ["created", "changed"]
    assert changes.get(kind="changed").before["value"] == 70


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"code": "happiness"}, "There is no measure “happiness”"),
        ({"value": 101}, "Renewal intent goes from 0 to 100"),
        ({"value": float("nan")}, "Renewal intent goes from 0 to 100"),
        ({"code": "complaints", "value": -1}, "Complaints goes from 0"),
        ({"day": TODAY + timedelta(days=1)}, "a day that has come"),
        ({"source": ""}, "source"),
    ],
)
def test_what_cannot_be_is_refused(acme, alice, given, words):
    with pytest.raises(Invalid, match=words):
        report(acme, alice, **given)

    assert not ReportedReading.objects.exists()


def test_every_limit_is_of_a_measure():
    assert reporting.LIMITS.keys() <= MEASURE_BY_CODE.keys()


def test_who_reported_what_counts_is_told(acme, alice):
    report(acme, alice, day=ago(3), source="Old CRM")
    report(acme, alice, day=ago(1), source="New CRM")
    report(acme, alice, "nps", 30, day=ago(400))

    counting = said.reported_by(acme.id, TODAY)
    assert {code: row.source for code, row in counting.items()} == {"renewal_intent": "New CRM"}
