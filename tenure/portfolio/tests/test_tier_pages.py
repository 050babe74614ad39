"""The board of tiers, the clock of support, and a customer's tier."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from tenure.customers import actions as customers
from tenure.portfolio.promises import going_clocks
from tenure.portfolio.tier_view import clock_groups, tier_view
from tenure.reviews import actions as reviews
from tenure.reviews.models import ReviewType
from tenure.support.models import Ticket
from tenure.tiering import actions
from tenure.tiering.models import TierChange
from tests.moments import NOON

HOUR = timedelta(hours=1)


def ticket(customer, opened_at, priority="P1", subject="It is down", **facts):
    return Ticket.objects.create(
        customer=customer, opened_at=opened_at, priority=priority, subject=subject, **facts
    )


def promised(customer):
    return {(row.title, row.part): row.count for row in tier_view(customer, NOON)["promises"]}


@pytest.fixture
def supported(acme):
    """Acme, Mid-market: a P1 is promised an answer in 4 hours and its end in 48."""
    ticket(
        acme,
        NOON - 90 * HOUR,
        subject="Kept",
        first_response_minutes=240,
        closed_at=NOON - 42 * HOUR,
    )
    ticket(
        acme,
        NOON - 90 * HOUR,
        subject="Slow",
        first_response_minutes=241,
        closed_at=NOON - 41 * HOUR,
    )
    ticket(acme, NOON - 5 * HOUR, subject="Forgotten")
    ticket(acme, NOON - 1 * HOUR, subject="Fresh")
    return acme


def test_what_was_kept_is_counted_to_the_minute(supported):
    told = promised(supported)

    first, whole = told["First response", "P1"], told["Resolution", "P1"]
    # Slow and Forgotten are late; Fresh has three hours left. Both open ones have time to be closed.
    assert (first.kept, first.missed, first.running) == (1, 2, 1)
    assert (whole.kept, whole.missed, whole.running) == (1, 1, 2)
    missed = tier_view(supported, NOON)["missed"]
    assert {line.about for line in missed} == {"Slow", "Forgotten"}


def test_the_clock_shows_what_is_late_then_what_is_next(supported):
    groups = clock_groups(going_clocks(NOON), NOON)

    told = [(words, [(one.ticket.subject, one.promise.value, one.hours_left) for one in found])
            for words, found in groups]  # fmt: skip
    assert told == [
        ("Late", [("Forgotten", "FIRST_RESPONSE", -1.0)]),
        ("In the next 8 hours", [("Fresh", "FIRST_RESPONSE", 3.0)]),
        ("Later", [("Forgotten", "RESOLUTION", 43.0), ("Fresh", "RESOLUTION", 47.0)]),
    ]


def test_the_own_book_is_a_part_of_the_clock(client, supported, alice, bob):
    for who, count in ((alice, 4), (bob, 0)):
        client.force_login(who)
        assert client.get("/support/clock/?owner=mine").context["count"] == count


def test_without_a_word_on_first_responses_nobody_is_late_with_one(acme):
    ticket(acme, NOON - 30 * HOUR)

    assert [one.promise.value for one in going_clocks(NOON)] == ["RESOLUTION"]


def test_a_ticket_counts_for_the_tier_of_its_day(acme, mona):
    ticket(acme, NOON - 30 * HOUR, first_response_minutes=200, closed_at=NOON - 2 * HOUR)
    customers.change_customer(customer=acme, changes={"tier": "SMALL_BUSINESS"}, by=mona, at=NOON)
    TierChange.objects.create(
        customer=acme, from_tier="MID_MARKET", to_tier="SMALL_BUSINESS", direction="DOWN",
        cause="BY_HAND", reason="x", state="DONE", proposed_on=NOON.date(),
        takes_effect_on=NOON.date(), decided_on=NOON.date(),
    )  # fmt: skip

    acme.refresh_from_db()
    before = tier_view(acme, NOON)["before"]
    assert [(tier, count.kept) for tier, count in before] == [("Mid-market", 2)]


def test_reviews_that_were_promised_are_looked_for(acme, alice):
    for month in (5, 8):
        reviews.hold_review(
            customer=acme, review_type=ReviewType.QUARTERLY, by=alice, at=NOON, attendees=[], facts={},
            reviewed_at=datetime(2026, month, 20, 9, tzinfo=UTC),
        )  # fmt: skip

    told = promised(acme)
    # Looked at from May on, six months back, and known from 20 May on: whole months are June to
    # October, whole quarters July to September. A quarterly review stands for a monthly one.
    monthly, quarterly = told["Reviews", "Monthly"], told["Reviews", "Quarterly"]
    assert (monthly.kept, monthly.missed, monthly.running) == (1, 4, 1)
    assert (quarterly.kept, quarterly.missed, quarterly.running) == (1, 0, 1)


def test_the_board_counts_tiers_and_shows_who_should_move(client, acme, mona):
    big = customers.create_customer(
        fields={"name": "Big", "annual_contract_value": Decimal(30_000),
                "contract_starts_on": date(2026, 3, 1)}, by=mona, at=NOON,
    )  # fmt: skip
    type(big).objects.filter(id=big.id).update(annual_contract_value=120_000)
    actions.review_all_tiers(by=mona, at=NOON)

    client.force_login(mona)
    page = client.get("/tiers/")
    columns = page.context["columns"]
    assert [one.customers for one in columns] == [0, 2, 0, 0]
    assert columns[1].annual_value == Decimal(168_000)
    assert "Enterprise begins at 100,000" in page.content.decode()


@pytest.mark.parametrize(
    ("address", "most"),
    [("/tiers/", 22), ("/support/clock/", 9), ("/books/", 9), ("/customers/{}/tier/", 26)],
)
def test_a_page_costs_the_same_however_many(
    client, supported, mona, address, most, django_assert_max_num_queries
):
    for number in range(3):
        ticket(supported, NOON - number * HOUR)
    client.force_login(mona)
    with django_assert_max_num_queries(most):
        assert client.get(address.format(supported.id)).status_code == 200
