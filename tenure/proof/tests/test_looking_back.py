"""Looking back: every customer on past days, with what was known then."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import numpy as np
import pytest

from tenure.contracts.models import Contract
from tenure.customers.models import Customer
from tenure.health import facts
from tenure.health.tests.worlds import ago, answer, contract, milestone, ticket, usage
from tenure.programme.in_force import scorecard
from tenure.proof import queries
from tenure.proof.frozen import last_years, scored_on
from tenure.proof.looking import look_back, span
from tests.moments import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def long_here(acme):
    """Acme came 500 days ago."""
    Customer.objects.filter(id=acme.id).update(contract_starts_on=ago(500))
    acme.refresh_from_db()


def measured(customer, day: date):
    _, numbers, _ = scored_on([customer.id], [day], [customer.tier], scorecard())
    return numbers[0]


def tell_later_things(customer) -> None:
    """What happened in the last 60 days, and what profiles say now."""
    for days in range(10, 60):
        usage(customer, days, active_users=1, logins=0)
    answer(customer, "NPS", 0, 20)
    ticket(customer, 30, is_escalated=True)
    milestone(customer, 20)
    contract(customer, 50, 90_000, seats=500)
    customer.success_profile.renewal_intent_percent = 1
    customer.success_profile.latest_nps = -100
    customer.success_profile.save()


def test_what_happens_later_changes_no_score_of_the_past(acme):
    contract(acme, 500, 1000, seats=10)
    for days in range(60, 120):
        usage(acme, days, active_users=5, logins=20)
    answer(acme, "NPS", 9, 100)
    ticket(acme, 90)
    milestone(acme, 100, 101)
    before = measured(acme, ago(70))

    tell_later_things(acme)

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
