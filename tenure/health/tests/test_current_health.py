"""Storing the current health of many customers at once."""

from tenure.customers.models import CurrentHealth
from tenure.health.copying import NULL
from tenure.health.queries import make_current
from tests.moments import NOON

ODD = 'Say "no" \\ {1,2}, \\N and\tNULL → 5'


def test_words_are_stored_as_they_are_and_what_is_unknown_as_null(acme):
    make_current([row(acme, NULL, ODD)])

    stored = CurrentHealth.objects.get(customer=acme)
    assert stored.headline == ODD
    assert (stored.score, stored.previous_score, stored.confidence) == (73, None, 90)


def test_a_customer_without_a_place_for_its_health_gets_one(acme):
    CurrentHealth.objects.filter(customer=acme).delete()
    make_current([row(acme, "70", "Steady")])

    assert CurrentHealth.objects.get(customer=acme).previous_score == 70


def test_nothing_to_store_asks_nothing(acme, django_assert_num_queries):
    with django_assert_num_queries(0):
        make_current([])


def row(customer, before: str, words: str) -> tuple[str, ...]:
    told = "GOOD", "STABLE", "LOW", NOON.isoformat(), "2026-11-23", NULL, "90"
    return str(customer.id), "73", before, *told, words
