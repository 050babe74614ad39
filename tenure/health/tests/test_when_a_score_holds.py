"""Which moment a score is about, and scoring by the page."""

from datetime import UTC, datetime, timedelta

from django.db import connection

from tenure.customers import actions as customers
from tenure.customers.models import CurrentHealth
from tenure.customers.words import ChurnReason
from tenure.health import actions
from tenure.health.models import HealthScore
from tenure.health.tests.worlds import ago, ticket
from tests.moments import NOON


def test_a_score_is_as_of_the_last_day_that_a_feed_reported(acme, alice, intent):
    intent(73)
    ticket(acme, 20)

    actions.score_customer(customer=acme, by=alice, at=NOON)

    assert acme.health_scores.get().known_until == ago(20)


def test_a_customer_that_left_is_scored_as_of_its_last_day_and_once(acme, alice, intent):
    intent(30)
    left = ago(10)
    customers.end_customer(
        customer=acme, churned_on=left, reason=ChurnReason.PRICE, by=alice, at=NOON
    )
    actions.score_all_customers(by=alice, at=NOON)
    actions.score_all_customers(by=alice, at=NOON + timedelta(days=5))

    kept = acme.health_scores.get()
    assert kept.recorded_at == datetime(2026, 11, 13, 23, 59, 59, tzinfo=UTC)


def test_the_page_scores_and_says_so(acme, alice, intent, sign_in):
    intent(73)
    response = sign_in(alice).post(f"/customers/{acme.id}/score/", follow=True)

    assert "The score is up to date." in response.text
    assert CurrentHealth.objects.get(customer=acme).score == 73


def test_an_executive_scores_nothing(acme, erin, intent, sign_in):
    intent(73)
    response = sign_in(erin).post(f"/customers/{acme.id}/score/")

    assert response.status_code == 403
    assert not HealthScore.objects.exists()


def test_a_score_that_stays_the_next_day_is_stored_without_a_new_place_in_any_index(
    acme, alice, intent
):
    intent(73)
    actions.score_customer(customer=acme, by=alice, at=NOON)
    before = stored_in_place()
    actions.score_customer(customer=acme, by=alice, at=NOON + timedelta(days=1))

    assert stored_in_place() == before + 1
    assert CurrentHealth.objects.get(customer=acme).recorded_at == NOON + timedelta(days=1)


def stored_in_place() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "select pg_stat_get_xact_tuples_hot_updated('customers_currenthealth'::regclass)"
        )
        return int(cursor.fetchone()[0])
