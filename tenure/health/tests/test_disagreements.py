"""Customers of whom somebody feels otherwise than the measures say."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tenure.customers import actions as customers
from tenure.customers.models import Customer
from tenure.health import entering, judging, overriding
from tenure.health.disagreements import disagreements
from tests.moments import NOON, TODAY


def scored(name: str, score: int, rating: int, csm, at=NOON):
    customer = customers.create_customer(fields={"name": name}, csm=csm, by=csm, at=at)
    entering.record_score(customer=customer, fields={"score": score}, by=csm, at=at)
    judging.give_pulse(customer=customer, rating=rating, reason=f"on {name}", by=csm, at=at)
    return customer


def found(day=TODAY) -> list[tuple[str, int]]:
    rows = disagreements(Customer.objects.current(), day)
    return [(row.customer.name, row.gap) for row in rows]


@pytest.mark.parametrize(
    ("score", "rating", "gaps"), [(45, 4, []), (44, 4, [31]), (55, 2, []), (56, 2, [-31])]
)
def test_more_than_thirty_points_apart_is_a_disagreement(mona, score, rating, gaps):
    scored("Acme", score, rating, mona)

    assert [gap for _, gap in found()] == gaps


def test_the_widest_come_first_and_agreement_is_left_out(mona):
    for name, score in (("Birch", 60), ("Cedar", 90), ("Dune", 10)):
        scored(name, score, 1, mona)

    assert found() == [("Cedar", -90), ("Birch", -60)]


def test_a_score_set_by_hand_settles_nothing(mona):
    acme = scored("Acme", 90, 1, mona)
    overriding.set_override(
        customer=acme, score=5, reason="x", expires_at=NOON + timedelta(days=9), by=mona, at=NOON
    )

    assert found() == [("Acme", -90)]


def test_only_the_newest_pulse_counts_and_only_while_it_counts(mona):
    acme = scored("Acme", 90, 1, mona)
    assert found(TODAY + timedelta(days=90)) == []

    judging.give_pulse(customer=acme, rating=5, reason="x", by=mona, at=NOON + timedelta(hours=1))
    assert found() == []


def test_a_csm_sees_the_own_book_first(alice, bob, sign_in):
    scored("Acme", 90, 1, alice)
    scored("Birch", 90, 1, bob)
    client = sign_in(alice)

    assert "Birch" not in client.get("/health/disagreements/").text
    assert "Birch" in client.get("/health/disagreements/?csm=all").text
    assert "on Acme" in client.get("/health/disagreements/").text


def test_nothing_to_see_says_what_to_do(mona, sign_in):
    assert (
        "Nobody feels far from what is measured."
        in sign_in(mona).get("/health/disagreements/").text
    )


def test_the_page_asks_as_much_for_many_as_for_few(mona, sign_in):
    client = sign_in(mona)
    asked = []
    for count in (1, 12):
        for number in range(count):
            scored(f"C{number}", 90, 1, mona, at=timezone.now())
        with CaptureQueriesContext(connection) as questions:
            assert client.get("/health/disagreements/").status_code == 200
        asked.append(len(questions))

    assert asked[0] == asked[1] <= 6
