"""Looking back: who was with us on a past day, who left when, and what was known then."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import numpy as np
import pytest

from tenure.contracts.models import Contract
from tenure.customers.models import ChurnEvent, Customer
from tenure.health import facts
from tenure.health.tests.worlds import ago, answer, contract, milestone, ticket, usage
from tenure.programme.loading import scorecard
from tenure.proof import queries
from tenure.proof.frozen import last_years, scored_on
from tenure.proof.looking import look_back, span
from tests.moments import NOON, TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def long_here(acme):
    """Acme came 500 days ago."""
    Customer.objects.filter(id=acme.id).update(contract_starts_on=ago(500))
    acme.refresh_from_db()


def churn_event(customer, days_ago: int) -> None:
    ChurnEvent.objects.create(
        customer=customer, churned_on=ago(days_ago), external_id=f"E-{days_ago}", created_at=NOON
    )


def left(customer) -> list[int]:
    """The days ago on which it left."""
    return [(TODAY - one.day).days for one in queries.leavings([customer.id], TODAY)]


def present_on(customer, *days_ago: int) -> list[int]:
    days = [ago(days) for days in days_ago]
    found = queries.present([customer.id], days, queries.leavings([customer.id], TODAY))
    return [(TODAY - one.day).days for one in found]


def test_who_has_contracts_and_no_churn_never_left(acme):
    contract(acme, 500, 1000)

    assert left(acme) == []
    assert present_on(acme, 501, 500, 100, 0) == [500, 100, 0]


def test_a_churn_event_and_the_end_of_the_contract_days_later_are_one_leaving(acme):
    contract(acme, 500, 1000, ends_on=ago(80))
    churn_event(acme, 100)

    assert left(acme) == [100]


def test_a_contract_that_was_followed_by_none_is_a_leaving(acme):
    contract(acme, 500, 1000, ends_on=ago(200))

    assert left(acme) == [200]
    assert present_on(acme, 201, 200, 150) == [201]


def test_a_renewal_within_thirty_days_is_none(acme):
    contract(acme, 500, 1000, ends_on=ago(200))
    contract(acme, 170, 1000)

    assert left(acme) == []


def test_a_later_one_is_a_return(acme):
    contract(acme, 500, 1000, ends_on=ago(200))
    contract(acme, 150, 1000)

    assert left(acme) == [200]
    assert present_on(acme, 201, 160, 150, 20) == [201, 150, 20]


def test_a_contract_that_ended_lately_is_not_settled(acme):
    contract(acme, 500, 1000, ends_on=ago(10))

    assert [one.is_settled for one in queries.leavings([acme.id], TODAY)] == [False]


def test_the_end_of_a_trial_is_no_leaving(acme):
    contract(acme, 500, 0, ends_on=ago(200), is_trial=True)

    assert left(acme) == []


def test_who_is_churned_is_gone_whatever_contracts_say(acme):
    contract(acme, 500, 1000)
    Customer.objects.filter(id=acme.id).update(status="CHURNED", churned_on=ago(100))

    assert left(acme) == [100]
    assert present_on(acme, 101, 100, 20) == [101]


def test_without_contracts_the_customers_own_value_counts(acme):
    (found,) = queries.present([acme.id], [ago(10)], [])

    assert (found.value, found.tenure_days) == (48_000.0, 490)


def measured(customer, day: date):
    _, numbers, _ = scored_on([customer.id], [day], [customer.tier], scorecard())
    return numbers[0]


def test_what_happens_later_changes_no_score_of_the_past(acme):
    """Features are frozen: everything below is later than the day looked at."""
    contract(acme, 500, 1000, seats=10)
    for days in range(60, 120):
        usage(acme, days, active_users=5, logins=20)
    answer(acme, "NPS", 9, 100)
    ticket(acme, 90)
    milestone(acme, 100, 101)
    before = measured(acme, ago(70))

    for days in range(10, 60):
        usage(acme, days, active_users=1, logins=0)
    answer(acme, "NPS", 0, 20)
    ticket(acme, 30, is_escalated=True)
    milestone(acme, 20)
    contract(acme, 50, 90_000, seats=500)
    acme.success_profile.renewal_intent_percent = 1
    acme.success_profile.latest_nps = -100
    acme.success_profile.save()

    np.testing.assert_array_equal(measured(acme, ago(70)), before)
    assert not np.isnan(before).all()


def test_the_days_looked_at_begin_with_behaviour_and_end_a_step_before_the_end(acme):
    contract(acme, 500, 1000)
    ticket(acme, 100)
    ticket(acme, 0)

    found = span(TODAY)

    assert found.days[0] >= ago(100)
    assert found.days[-1] == found.until - timedelta(days=30)
    assert {(two - one).days for one, two in pairwise(found.days)} == {30}


def test_what_was_known_is_what_scoring_would_have_known(acme):
    contract(acme, 400, 1000, ends_on=ago(150))
    for days in (380, 300, 100):
        ticket(acme, days)
        usage(acme, days - 7, logins=1)
    days = [ago(number) for number in range(401)]

    assert queries.known_on(days) == {day: facts.known_until(day) for day in days}
    assert queries.known_on([ago(450)]) == {}


def test_nothing_held_is_nothing_to_look_at(acme):
    told: list[tuple[int, int]] = []
    past = look_back(scorecard(), span(TODAY), lambda done, steps: told.append((done, steps)))

    assert (len(past.looks), past.last_years) == (0, ())
    assert told[-1] == (1, 1)


def test_a_past_is_looked_back_at_whole(acme, mona):
    contract(acme, 500, 1200, ends_on=ago(100))
    for days in (300, 250, 200, 150, 110):
        answer(acme, "NPS", 9 if days > 180 else 0, days)
    for days in range(0, 300, 10):
        ticket(acme, days)

    past = look_back(scorecard(), span(TODAY), lambda done, steps: None)

    assert list(np.diff(past.looks.day)) == [30] * (len(past.looks) - 1)
    assert (past.looks.day < past.leavings.day[0]).all()
    assert set(past.looks.value) == {1200.0}
    assert past.looks.score[0] > past.looks.score[-1]
    assert past.csms == 1
    (year,) = past.last_years
    assert (year.left, year.value, len(year.scores)) == (ago(100).toordinal(), 1200.0, 365)


def test_the_last_year_begins_anew_after_a_return(acme):
    contract(acme, 500, 1000, ends_on=ago(300))
    contract(acme, 250, 1000, ends_on=ago(100))

    years = [
        y for some in last_years(queries.leavings([acme.id], TODAY), scorecard()) for y in some
    ]

    assert [(len(y.scores), y.left) for y in years] == [
        (199, ago(100).toordinal()),
        (365, ago(300).toordinal()),
    ]


def test_a_customer_without_contracts_loses_its_own_value(acme):
    Customer.objects.filter(id=acme.id).update(
        status="CHURNED", churned_on=ago(50), annual_contract_value=Decimal(700)
    )
    ((year,),) = last_years(queries.leavings([acme.id], TODAY), scorecard())

    assert (year.value, Contract.objects.count()) == (700.0, 0)
