"""What stands in a row: half a year of scores, and where the plan stands."""

from datetime import timedelta

import pytest

from tenure.customers.models import CurrentHealth, Customer
from tenure.health.models import HealthScore
from tenure.health.tests.worlds import ago, milestone
from tenure.portfolio import queries
from tests.moments import NOON, TODAY


@pytest.fixture
def keep(acme):
    """Keeps a score of so many days ago, and shows it as the current one."""

    def one(days_ago: int, score: int) -> None:
        at = NOON - timedelta(days=days_ago)
        HealthScore.objects.create(customer=acme, recorded_at=at, score=score, level="GOOD")
        CurrentHealth.objects.filter(customer=acme).update(
            score=score, level="GOOD", recorded_at=at, known_until=at.date()
        )

    return one


def row(customer) -> Customer:
    return Customer.objects.select_related("current_health").get(id=customer.id)


def test_a_week_shows_the_score_that_held_at_its_end(acme, keep):
    for days_ago, score in ((20, 60), (8, 70), (7, 75), (0, 80)):
        keep(days_ago, score)

    scores = queries.weekly_scores([row(acme)])[acme.id]

    assert len(scores) == 26
    assert scores[:-3] == [None] * 23
    assert scores[-3:] == [60, 75, 80]


def test_a_customer_without_a_score_has_no_line(acme):
    assert queries.weekly_scores([row(acme)]) == {}
    assert queries.weekly_scores([]) == {}


def test_the_next_step_is_the_earliest_that_is_open(acme):
    milestone(acme, due=30, completed=30)
    milestone(acme, due=-9)
    milestone(acme, due=4)
    milestone(acme, due=50, status="CANCELLED")

    step = queries.next_steps([acme])[acme.id]

    assert (step.done, step.total, step.due_on) == (1, 3, ago(4))
    assert step.late_days(TODAY) == 4


def test_a_plan_that_is_done_says_so(acme):
    milestone(acme, due=30, completed=30)

    step = queries.next_steps([acme])[acme.id]

    assert (step.title, step.due_on, step.late_days(TODAY)) == ("Plan complete", None, 0)
